use b24::{Select, b24_method};

#[b24_method("test.deal.list", unlisted)]
struct DealList {
    select: Option<Select>,
}

fn main() {
    let _ = DealList::new().select("ID,TITLE");
}
