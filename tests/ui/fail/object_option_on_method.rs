use b24::b24_method;

#[b24_method("test.deal.list", unlisted, result)]
struct DealList {
    start: Option<u64>,
}

fn main() {}
