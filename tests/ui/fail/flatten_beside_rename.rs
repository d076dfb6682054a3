use std::collections::HashMap;

use b24::b24_method;

#[b24_method("crm.deal.add")]
struct DealAdd {
    #[b24(flatten, rename = "UF")]
    custom: HashMap<String, String>,
}

fn main() {}
