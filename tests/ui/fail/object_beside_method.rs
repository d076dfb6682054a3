use b24::{b24_method, b24_object};

#[b24_object]
#[b24_method("test.deal.add", unlisted)]
struct DealAdd {
    title: Option<String>,
}

fn main() {}
