#[b24::b24_method(
    "bench.method0.add",
    unlisted,
    returns = b24::Id,
    errors(INVALID_FORMAT, BOT_ID_ERROR, APP_ID_ERROR, WRONG_REQUEST)
)]
#[derive(Debug, Clone)]
pub struct Method0 {
    #[b24(required)]
    pub title: String,
    #[b24(required)]
    pub bot_id: u64,
    #[b24(enum = ["OPEN", "CHAT"])]
    pub r#type: Option<String>,
    #[b24(enum = ["RED", "GREEN", "MINT"])]
    pub color: Option<String>,
    #[b24(enum = ["CHAT", "USER", "TASK"])]
    pub entity_type: Option<String>,
    #[b24(range = 1..=50)]
    pub limit: Option<u64>,
    #[b24(length = 1..=255)]
    pub message: Option<String>,
    pub users: Option<Vec<u64>>,
    pub avatar: Option<String>,
    pub entity_id: Option<u64>,
    pub silent: Option<bool>,
}
