#[derive(Debug, Clone, serde::Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Stage0 {
    New,
    InProgress,
    Won,
    Lost,
}
#[derive(Debug, Clone, serde::Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub struct Phone0 {
    pub value: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value_type: Option<String>,
}
#[derive(Debug, Clone, serde::Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub struct Fields0 {
    pub title: String,
    pub stage: Stage0,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub company_id: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phones: Option<Vec<Phone0>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opened: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comments: Option<String>,
}
#[derive(Debug, Clone, serde::Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub struct Method0 {
    pub entity_type_id: u64,
    pub fields: Fields0,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dry: Option<bool>,
}
