#![deny(deprecated)]

use b24::b24_method;

#[b24_method("im.chat.add")]
struct ChatAdd {
    #[b24(required = false)]
    title: Option<String>,
}

fn main() {}
