#[derive(Debug, Clone)]
pub struct Method0 {
    pub title: String,
    pub bot_id: u64,
    pub r#type: Option<String>,
    pub color: Option<String>,
    pub entity_type: Option<String>,
    pub limit: Option<u64>,
    pub message: Option<String>,
    pub users: Option<Vec<u64>>,
    pub avatar: Option<String>,
    pub entity_id: Option<u64>,
    pub silent: Option<bool>,
}
