#![deny(deprecated)]

use b24::b24_method;

#[b24_method("im.chat.add", unlisted)]
struct ChatAdd {
    titel: Option<String>,
}

fn main() {}
