#![deny(deprecated)]

use b24::b24_method;

#[b24_method("im.chat.add")]
struct ChatAdd {
    #[b24(rename = "Title")]
    title: Option<String>,
}

fn main() {}
