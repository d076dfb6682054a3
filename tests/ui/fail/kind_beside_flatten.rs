use std::collections::HashMap;

use b24::b24_method;

#[b24_method("test.deal.add", unlisted)]
struct DealAdd {
    #[b24(flatten, kind = object)]
    custom: HashMap<String, String>,
    #[b24(skip, kind = text)]
    note: Option<String>,
}

fn main() {}
