use b24::{b24_method, b24_object};

#[b24_object(parameter)]
struct Deal {
    title: Option<String>,
}

#[b24_method("test.deal.get", unlisted, returns = Deal)]
struct DealGet {
    id: Option<u64>,
}

fn main() {}
