//! How much is generated: the user's compile time follows from that.

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

use super::{expand, expand_object};

// Tokens for the structs below. Raise these with a reason only, and lower them where there is room.
const MOST_TOKENS: usize = 1_701;
const MOST_TOKENS_DOCUMENTED: usize = 1_753; // 13 of them say what is documented of the result
const MOST_TOKENS_OF_A_LIST: usize = 113;
const MOST_TOKENS_SENT: usize = 1_347;
const MOST_TOKENS_RECEIVED: usize = 735;

#[test]
fn a_struct_of_eleven_fields_stays_small() {
    let options = quote! {
        "test.chat.add", unlisted, returns = b24::Id, errors(A_ERROR, B_ERROR, C_ERROR, D_ERROR)
    };
    let item = quote! {
        pub struct ChatAdd {
            #[b24(enum = ["OPEN", "CHAT"])]
            pub r#type: Option<String>,
            #[b24(required)]
            pub title: Option<String>,
            pub description: Option<String>,
            #[b24(enum = ["RED", "GREEN", "MINT"])]
            pub color: Option<String>,
            #[b24(length = 1..=255)]
            pub message: Option<String>,
            pub users: Option<Vec<u64>>,
            pub avatar: Option<String>,
            #[b24(enum = ["CHAT", "USER"])]
            pub entity_type: Option<String>,
            pub entity_id: Option<String>,
            #[b24(required)]
            pub bot_id: Option<u64>,
            #[b24(range = 1..=50)]
            pub limit: Option<u64>,
        }
    };
    at_most(MOST_TOKENS, expand(&options, &item));
}

#[test]
fn a_documented_struct_of_eleven_fields_stays_small() {
    let options = quote! { "telephony.externalCall.register" };
    let item = quote! {
        pub struct CallRegister {
            #[b24(one_of = "user")]
            pub user_id: Option<u64>,
            #[b24(one_of = "user")]
            pub user_phone_inner: Option<String>,
            #[b24(required)]
            pub phone_number: Option<String>,
            #[b24(required)]
            pub r#type: Option<u64>,
            pub call_start_date: Option<String>,
            pub crm_create: Option<u64>,
            pub crm_source: Option<String>,
            pub crm_entity_type: Option<String>,
            pub crm_entity_id: Option<u64>,
            pub show: Option<u64>,
            pub line_number: Option<String>,
        }
    };
    at_most(MOST_TOKENS_DOCUMENTED, expand(&options, &item));
}

/// What a method pays for being walked; one that is not a list pays nothing.
#[test]
fn a_list_adds_little() {
    let item = quote!(
        pub struct MyList;
    );
    let alone = count(expand(&quote!("my.list", unlisted), &item));
    let listed = quote!("my.list", unlisted, list(rows = "items", id = "ID"));
    let added = count(expand(&listed, &item)) - alone;
    assert!(
        added <= MOST_TOKENS_OF_A_LIST,
        "{added} tokens, and {MOST_TOKENS_OF_A_LIST} at most"
    );
}

#[test]
fn an_object_of_eleven_fields_stays_small() {
    let item = quote! {
        pub struct Deal {
            #[b24(required, length = 1..=255)]
            pub title: String,
            pub type_id: Option<String>,
            #[b24(enum = ["NEW", "WON"])]
            pub stage_id: Option<String>,
            #[b24(range = 0.0..)]
            pub opportunity: Option<f64>,
            pub currency_id: Option<String>,
            pub contact_id: Option<u64>,
            pub company_id: Option<u64>,
            pub comments: Option<String>,
            pub opened: Option<bool>,
            pub phone: Option<Vec<Phone>>,
            #[b24(flatten)]
            pub custom: BTreeMap<String, Value>,
        }
    };
    at_most(MOST_TOKENS_SENT, expand_object(&quote!(parameter), &item));
}

#[test]
fn a_result_of_eleven_fields_stays_small() {
    let item = quote! {
        pub struct Deal {
            pub id: u64,
            pub title: String,
            pub type_id: Option<String>,
            pub stage_id: String,
            pub opportunity: f64,
            #[b24(default = "EUR")]
            pub currency_id: String,
            pub contact_id: Option<u64>,
            pub company_id: Option<u64>,
            pub opened: bool,
            pub phone: Vec<Phone>,
            #[b24(flatten)]
            pub custom: BTreeMap<String, Value>,
        }
    };
    at_most(MOST_TOKENS_RECEIVED, expand_object(&quote!(result), &item));
}

fn at_most(most: usize, code: TokenStream) {
    let found = count(code);
    assert!(found <= most, "{found} tokens, and {most} at most");
}

fn count(tokens: TokenStream) -> usize {
    let trees = tokens.into_iter();
    trees
        .map(|tree| match tree {
            TokenTree::Group(group) => 1 + count(group.stream()),
            _ => 1,
        })
        .sum()
}
