#![deny(deprecated)]

use b24::b24_method;

#[b24_method("log.blogpost.add")]
struct BlogpostAdd {
    #[b24(required)]
    post_message: String,
    sperm: Option<Vec<String>>,
}

fn main() {}
