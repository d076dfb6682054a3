//! `imbot.chat.add` as one would write it by hand with serde alone.

use b24::Base64;
use b24_tests::ChatAdd;
use serde::{Deserialize, Serialize};

#[derive(Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) struct PlainChatAdd {
    #[serde(skip_serializing_if = "Option::is_none")]
    r#type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    color: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    users: Option<Vec<u64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    avatar: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entity_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entity_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bot_id: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    client_id: Option<String>,
}

/// The answer, as far as one would declare it.
#[derive(Deserialize)]
pub(crate) struct PlainAnswer {
    pub(crate) result: u64,
    pub(crate) time: PlainTime,
}

#[derive(Deserialize)]
#[allow(dead_code)] // decoded, and not looked at
pub(crate) struct PlainTime {
    start: f64,
    finish: f64,
    duration: f64,
    processing: f64,
    date_start: String,
    date_finish: String,
    operating_reset_at: f64,
    operating: f64,
}

/// The page's example with an avatar of so many bytes: declared, and by hand.
pub(crate) fn chats(avatar: usize) -> (ChatAdd, PlainChatAdd) {
    let avatar = Base64::from_bytes(vec![0x5a; avatar]);
    let plain = PlainChatAdd {
        r#type: Some("CHAT".to_owned()),
        title: Some("Новый чат".to_owned()),
        description: Some("Важные новости".to_owned()),
        color: Some("GREEN".to_owned()),
        message: Some("Добро пожаловать!".to_owned()),
        users: Some(vec![1271]),
        avatar: Some(avatar.as_str().to_owned()),
        entity_type: Some("CHAT".to_owned()),
        entity_id: Some("13".to_owned()),
        bot_id: Some(1291),
        client_id: None,
    };
    let declared = ChatAdd::new()
        .r#type("CHAT")
        .title("Новый чат")
        .description("Важные новости")
        .color("GREEN")
        .message("Добро пожаловать!")
        .users([1271])
        .avatar(avatar)
        .entity_type("CHAT")
        .entity_id("13")
        .bot_id(1291_u64);
    assert_eq!(
        serde_json::to_vec(&declared).unwrap_or_default(),
        serde_json::to_vec(&plain).unwrap_or_default()
    );
    (declared, plain)
}
