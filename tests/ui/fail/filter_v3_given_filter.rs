use b24::{Filter, FilterV3, b24_method};

#[b24_method("test.deal.list", unlisted)]
struct DealList {
    filter: Option<FilterV3>,
}

fn main() {
    let _ = DealList::new().filter(Filter::new().is("ID", 5));
}
