use b24::{Order, b24_method};

#[b24_method("test.deal.list", unlisted)]
struct DealList {
    order: Option<Order>,
}

fn main() {
    let _ = DealList::new().order([("ID", "DESC")]);
}
