#[b24::b24_enum]
#[derive(Debug, Clone)]
pub enum Stage0 {
    New,
    InProgress,
    Won,
    Lost,
}
#[b24::b24_object(parameter)]
#[derive(Debug, Clone)]
pub struct Phone0 {
    #[b24(required)]
    pub value: String,
    pub value_type: Option<String>,
}
#[b24::b24_object(parameter)]
#[derive(Debug, Clone)]
pub struct Fields0 {
    #[b24(required)]
    pub title: String,
    #[b24(required)]
    pub stage: Stage0,
    pub amount: Option<f64>,
    pub currency: Option<String>,
    pub company_id: Option<u64>,
    pub phones: Option<Vec<Phone0>>,
    pub opened: Option<bool>,
    pub comments: Option<String>,
}
#[b24::b24_method("bench.method0.add", unlisted, returns = b24::Id)]
#[derive(Debug, Clone)]
pub struct Method0 {
    #[b24(required)]
    pub entity_type_id: u64,
    #[b24(required)]
    pub fields: Fields0,
    pub dry: Option<bool>,
}
