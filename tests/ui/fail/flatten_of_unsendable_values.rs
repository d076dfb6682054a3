use std::collections::BTreeMap;

use b24::b24_method;

#[derive(serde::Serialize)]
struct Size(u64);

#[b24_method("test.deal.add", unlisted)]
struct DealAdd {
    #[b24(flatten)]
    custom: BTreeMap<String, Size>,
}

fn main() {}
