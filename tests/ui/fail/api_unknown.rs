use b24::b24_method;

#[b24_method("im.chat.add", api = 4)]
struct ChatAdd {
    title: Option<String>,
}

fn main() {}
