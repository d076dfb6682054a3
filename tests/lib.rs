//! Declarations that more than one test or benchmark uses.
#![allow(missing_docs)] // the methods are documented where they are declared: at Bitrix24

use b24::{Base64, Id, b24_method};

/// The method that the project starts from, with every documented parameter and code.
///
/// It is deprecated: `imbot.v2.Chat.add` follows it.
#[allow(deprecated)]
#[b24_method(
    "imbot.chat.add",
    returns = Id,
    errors(INVALID_FORMAT, BOT_ID_ERROR, APP_ID_ERROR, WRONG_REQUEST)
)]
#[derive(Debug, Clone)]
pub struct ChatAdd {
    #[b24(enum = ["OPEN", "CHAT"])]
    pub r#type: Option<String>,
    pub title: Option<String>,
    pub description: Option<String>,
    #[b24(enum = [
        "RED", "GREEN", "MINT", "LIGHT_BLUE", "DARK_BLUE", "PURPLE", "AQUA", "PINK",
        "LIME", "BROWN", "AZURE", "KHAKI", "SAND", "MARENGO", "GRAY", "GRAPHITE",
    ])]
    pub color: Option<String>,
    pub message: Option<String>,
    pub users: Option<Vec<u64>>,
    pub avatar: Option<Base64>,
    pub entity_type: Option<String>,
    pub entity_id: Option<String>,
    pub bot_id: Option<u64>,
    #[b24(secret)]
    pub client_id: Option<String>,
}

/// The README's programs are tested as they stand there.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
