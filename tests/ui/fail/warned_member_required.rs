#![deny(deprecated)]

use b24::b24_object;

#[b24_object("booking.v1.resource.add", "fields", parameter)]
struct Fields {
    #[b24(required)]
    name: String,
}

fn main() {}
