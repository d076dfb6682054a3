use b24::{Filter, b24_method};

#[b24_method("test.deal.list", unlisted)]
struct DealList {
    filter: Option<Filter>,
}

fn main() {
    let _ = DealList::new().filter(serde_json::json!({">ID": 5}));
}
