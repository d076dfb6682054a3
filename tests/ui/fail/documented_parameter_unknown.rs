use b24::b24_method;

#[b24_method("im.chat.add")]
struct ChatAdd {
    weather: Option<String>,
}

fn main() {}
