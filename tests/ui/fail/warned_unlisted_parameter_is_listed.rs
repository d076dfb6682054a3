#![deny(deprecated)]

use b24::b24_method;

#[b24_method("im.chat.add")]
struct ChatAdd {
    #[b24(unlisted)]
    title: Option<String>,
}

fn main() {}
