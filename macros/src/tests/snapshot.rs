//! What is generated, to be read: `UPDATE_EXPECT=1 cargo test -p b24-macros` writes it anew.

use expect_test::{ExpectFile, expect_file};
use proc_macro2::TokenStream;
use quote::quote;

use super::{declarations, expand, expand_enum, expand_object};

#[test]
fn of_a_good_declaration() {
    let (options, item) = declarations::seed();
    check(&expand(&options, &item), &expect_file!["snapshots/seed.rs"]);
}

/// Every mistake is there, and so is code that the struct's users compile against.
#[test]
fn of_a_broken_declaration() {
    let options = quote! { "imbot.chat.add.json", default };
    let item = quote! {
        struct ChatAdd {
            #[b24(requierd)]
            title: Option<String>,
            #[b24(range = 5..=1)]
            limit: Option<u64>,
            call: Option<String>,
        }
    };
    check(&expand(&options, &item), &expect_file!["snapshots/broken.rs"]);
}

#[test]
fn of_a_list() {
    let options = quote! { "tasks.task.list", returns = TaskPage, list(item = Task) };
    let item = quote!(
        struct TaskList;
    );
    check(&expand(&options, &item), &expect_file!["snapshots/list.rs"]);
}

#[test]
fn of_an_enum() {
    let (options, item) = declarations::color();
    check(&expand_enum(&options, &item), &expect_file!["snapshots/color.rs"]);
}

#[test]
fn of_an_object() {
    let (options, item) = declarations::contact();
    check(
        &expand_object(&options, &item),
        &expect_file!["snapshots/contact.rs"],
    );
}

#[test]
fn of_an_object_that_is_one_of_several() {
    let (options, item) = declarations::field_kind();
    check(
        &expand_object(&options, &item),
        &expect_file!["snapshots/field_kind.rs"],
    );
}

/// Every mistake is there, and so is code that the enum's users compile against.
#[test]
fn of_a_broken_object() {
    let options = quote! { tag = "", default };
    let item = quote! {
        enum FieldKind {
            #[b24("string")]
            Text(Text),
            Number { rows: u64 },
            #[b24(other)]
            Other,
        }
    };
    check(
        &expand_object(&options, &item),
        &expect_file!["snapshots/broken_object.rs"],
    );
}

fn check(code: &TokenStream, expected: &ExpectFile) {
    let file = syn::parse2(code.clone()).unwrap();
    expected.assert_eq(&prettyplease::unparse(&file));
}
