use b24::b24_method;

#[b24_method("im.chat.ad", api = 3)]
struct ChatAdd {
    title: Option<String>,
}

fn main() {}
