#[derive(Debug, Clone)]
pub struct Method0 {
    pub active: Option<bool>,
    pub minimum_idle_for_report: Option<u64>,
    pub register_offline: Option<bool>,
    pub register_idle: Option<bool>,
    pub register_desktop: Option<bool>,
    pub report_request_type: Option<String>,
    pub report_request_users: Option<Vec<u64>>,
    pub report_simple_type: Option<String>,
    pub report_simple_users: Option<Vec<u64>>,
    pub report_full_type: Option<String>,
    pub report_full_users: Option<Vec<u64>>,
}
