use b24::b24_method;

#[b24_method("im.chat.add")]
struct ChatAdd {
    titel: Option<String>,
}

fn main() {}
