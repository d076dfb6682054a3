use b24::b24_method;

#[b24_method("im.chat.add", rename_all = "camelCase")]
struct ChatAdd {
    title: Option<String>,
}

fn main() {}
