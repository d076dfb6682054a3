#[derive(Debug, Clone, serde::Serialize)]
pub enum Stage0 {
    New,
    InProgress,
    Won,
    Lost,
}
#[derive(Debug, Clone, serde::Serialize)]
pub struct Phone0 {
    pub value: String,
    pub value_type: Option<String>,
}
#[derive(Debug, Clone, serde::Serialize)]
pub struct Fields0 {
    pub title: String,
    pub stage: Stage0,
    pub amount: Option<f64>,
    pub currency: Option<String>,
    pub company_id: Option<u64>,
    pub phones: Option<Vec<Phone0>>,
    pub opened: Option<bool>,
    pub comments: Option<String>,
}
#[derive(Debug, Clone, serde::Serialize)]
pub struct Method0 {
    pub entity_type_id: u64,
    pub fields: Fields0,
    pub dry: Option<bool>,
}
