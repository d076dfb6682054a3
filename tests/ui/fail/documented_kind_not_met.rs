use b24::b24_method;

#[b24_method("im.chat.add")]
struct ChatAdd {
    title: Option<bool>,
}

fn main() {}
