//! A file of a user's own facts: a change of it is a change of the code, and nothing else is.
#![allow(clippy::unwrap_used)] // also outside of the test functions

#[path = "benches/compile/project.rs"]
mod project;

use std::fs;
use std::path::Path;

const PROGRAM: &str = r#"
    #[b24::b24_method("shop.order.pay", facts = "facts/shop.txt")]
    pub struct OrderPay {
        #[b24(required)]
        pub order_id: u64,
    }
"#;

const FACTS: &str = "shop.order.pay\n  takes orderId integer required\n";

#[test]
fn a_change_of_the_file_is_noticed_and_nothing_else_is_built_anew() {
    let directory = project::directory("facts");
    let runtime = project::workspace().join("runtime").canonicalize().unwrap();
    let manifest = format!(
        "[package]\nname = 'shop'\nversion = '0.0.0'\nedition = '2024'\n\n[workspace]\n\n\
         [dependencies]\nb24 = {{ path = {runtime:?} }}\n"
    );
    let written = [
        ("Cargo.toml", manifest),
        ("src/lib.rs", PROGRAM.to_owned()),
        ("facts/shop.txt", FACTS.to_owned()),
    ];
    project::write(&directory, written);
    // It may be there from the last time.
    project::run(project::cargo(&directory).arg("check"));
    assert_eq!(check(&directory), Ok(false), "nothing changed");

    let facts = directory.join("facts/shop.txt");
    let changed = format!("{FACTS}  takes shopId integer required\n");
    fs::write(&facts, changed).unwrap();
    let words = check(&directory).unwrap_err();
    assert!(words.contains("`shop.order.pay` requires `shopId`"), "{words}");
    assert!(words.contains("src/lib.rs:3:16"), "{words}");

    fs::remove_file(&facts).unwrap();
    let words = check(&directory).unwrap_err();
    assert!(words.contains("`facts/shop.txt` cannot be read"), "{words}");
    assert!(words.contains("src/lib.rs:2:49"), "{words}");

    fs::write(&facts, FACTS).unwrap();
    assert_eq!(check(&directory), Ok(true), "the facts are back");
}

/// Whether the program was built anew; what the compiler says where it does not compile.
fn check(directory: &Path) -> Result<bool, String> {
    let output = project::cargo(directory).arg("check").output().unwrap();
    let words = String::from_utf8_lossy(&output.stderr).into_owned();
    if output.status.success() {
        Ok(words.contains("Checking shop"))
    } else {
        Err(words)
    }
}
