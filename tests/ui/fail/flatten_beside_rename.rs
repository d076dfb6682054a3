use std::collections::HashMap;

use b24::b24_method;

#[b24_method("test.deal.add", unlisted)]
struct DealAdd {
    #[b24(flatten, rename = "UF")]
    custom: HashMap<String, String>,
}

fn main() {}
