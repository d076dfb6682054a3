use b24::b24_method;

#[b24_method("crm.deal.list", result)]
struct DealList {
    start: Option<u64>,
}

fn main() {}
