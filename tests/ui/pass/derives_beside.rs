//! Other derives, before and after, with helper attributes of their own.

use b24::b24_method;
use serde::Deserialize;

#[derive(Debug, Clone)]
#[b24_method("test.chat.add", unlisted, default)]
#[derive(PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE", default)]
pub struct ChatAdd {
    #[serde(alias = "NAME")]
    #[b24(length = 1..=255)]
    pub title: Option<String>,
    #[b24(enum = ["OPEN", "CHAT"])]
    #[serde(rename = "TYPE")]
    pub r#type: Option<String>,
    #[serde(skip)]
    pub users: Option<Vec<u64>>,
}

#[b24_method("test.chat.get", unlisted)]
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct ChatGet {
    chat_id: Option<u64>,
}

fn main() {
    let chat: ChatAdd = serde_json::from_str(r#"{"NAME":"News","TYPE":"OPEN"}"#).unwrap();
    assert_eq!(chat, ChatAdd::default().title("News").r#type("OPEN"));
    assert_eq!(serde_json::to_string(&chat).unwrap(), r#"{"TITLE":"News","TYPE":"OPEN"}"#);
    assert_eq!(ChatGet::default(), ChatGet::new());
}
