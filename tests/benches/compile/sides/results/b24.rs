#[b24::b24_object(result)]
#[derive(Debug, Clone)]
pub struct Result0 {
    pub id: u64,
    pub title: String,
    pub stage_id: Option<String>,
    pub color: Option<String>,
    pub amount: Option<f64>,
    pub company_id: Option<u64>,
    pub contact_ids: Vec<u64>,
    pub opened: bool,
    pub closed: Option<bool>,
    pub comments: Option<String>,
    pub created: Option<String>,
}
