#[derive(Debug, Clone, serde::Serialize, bon::Builder, garde::Validate)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub struct Method0 {
    #[garde(skip)]
    pub title: String,
    #[garde(skip)]
    pub bot_id: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(custom(one_of(&["OPEN", "CHAT"])))]
    pub r#type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(custom(one_of(&["RED", "GREEN", "MINT"])))]
    pub color: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(custom(one_of(&["CHAT", "USER", "TASK"])))]
    pub entity_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(range(min = 1, max = 50))]
    pub limit: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(length(chars, min = 1, max = 255))]
    pub message: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(skip)]
    pub users: Option<Vec<u64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(skip)]
    pub avatar: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(skip)]
    pub entity_id: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(skip)]
    pub silent: Option<bool>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Method0Code {
    InvalidFormat,
    BotIdError,
    AppIdError,
    WrongRequest,
    Other,
}
