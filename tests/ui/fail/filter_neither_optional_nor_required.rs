use b24::{Filter, b24_method};

#[b24_method("test.deal.list", unlisted)]
struct DealList {
    filter: Filter,
}

fn main() {
    let _ = DealList::new().filter(Filter::new().is("ID", 5));
}
