#![deny(deprecated)]

use b24::b24_method;

#[b24_method("imbot.chat.add")]
struct ChatAdd {
    title: Option<String>,
}

fn main() {}
