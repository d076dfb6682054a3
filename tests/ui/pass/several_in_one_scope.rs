//! Many methods side by side, and the same field names in each.

use b24::b24_method;

#[b24_method("test.chat.add", unlisted, errors(BOT_ID_ERROR))]
struct ChatAdd {
    #[b24(range = 1..)]
    bot_id: Option<u64>,
}

#[b24_method("test.v2.Chat.add", unlisted, rename_all = "camelCase", errors(BOT_ID_ERROR))]
struct ChatAddV2 {
    #[b24(range = 1..)]
    bot_id: Option<u64>,
}

#[b24_method("test.chat.get", unlisted, errors(BOT_ID_ERROR), errors_name = GetError)]
struct ChatGet {
    #[b24(range = 1..)]
    bot_id: Option<u64>,
}

fn main() {
    let bodies = [
        serde_json::to_string(&ChatAdd::new().bot_id(1)).unwrap(),
        serde_json::to_string(&ChatAddV2::new().bot_id(1)).unwrap(),
        serde_json::to_string(&ChatGet::new().bot_id(1)).unwrap(),
    ];
    assert_eq!(bodies, [r#"{"BOT_ID":1}"#, r#"{"botId":1}"#, r#"{"BOT_ID":1}"#]);
    let _ = (ChatAddCode::BotIdError, ChatAddV2Code::BotIdError, GetError::BotIdError);
}
