use b24::b24_method;

#[deny(deprecated)]
#[b24_method("imbot.chat.add")]
struct ChatAdd {
    title: Option<String>,
}

fn main() {}
