use b24::b24_object;

use std::collections::BTreeMap;

#[b24_object]
struct Deal {
    #[b24(flatten, required)]
    custom: BTreeMap<String, String>,
}

fn main() {
    let _ = Deal::new();
}
