//! The method that the project starts from.

use b24::b24_method;

/// Creates a chat.
#[allow(deprecated)] // Bitrix24 deprecates this method: `imbot.v2.Chat.add` follows it
#[b24_method("imbot.chat.add", returns = b24::Id, errors(BOT_ID_ERROR))]
#[derive(Debug, Clone)]
pub struct ChatAdd {
    #[b24(enum = ["OPEN", "CHAT"], default = "CHAT")]
    pub r#type: Option<String>,
    #[b24(required)]
    pub title: Option<String>,
    pub users: Option<Vec<u64>>,
    pub bot_id: Option<u64>,
}

fn main() {
    let chat = ChatAdd::new("News").users([1271]).bot_id(39).r#type("OPEN");
    assert_eq!(chat.validate(), Ok(()));
    let chat = chat.bot_id(None).r#type(String::from("CHAT"));
    assert!(chat.bot_id.is_none());
}
