//! Fields that are not parameters may have any type with a default value.

use std::time::Duration;

use b24::{Method, b24_method};

#[derive(Debug, Default, PartialEq)]
struct Unsendable(Option<std::thread::ThreadId>);

#[b24_method("test.chat.add", unlisted)]
#[derive(Debug)]
struct ChatAdd {
    title: Option<String>,
    #[b24(skip)]
    note: Unsendable,
    #[b24(skip)]
    patience: Duration,
    // A name that would be reserved, and one that another field has.
    #[b24(skip)]
    auth: Option<String>,
}

fn main() {
    let chat = ChatAdd::new().title("News").patience(Duration::from_secs(1)).note(Unsendable(None));
    assert_eq!(chat.patience.as_secs(), 1);
    assert_eq!(chat.note, Unsendable::default());
    assert_eq!(chat.auth, None);
    assert_eq!(chat.parameters().len(), 1);
    assert_eq!(serde_json::to_string(&chat).unwrap(), r#"{"TITLE":"News"}"#);
}
