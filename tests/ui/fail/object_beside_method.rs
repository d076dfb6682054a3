use b24::{b24_method, b24_object};

#[b24_object]
#[b24_method("crm.deal.add")]
struct DealAdd {
    title: Option<String>,
}

fn main() {}
