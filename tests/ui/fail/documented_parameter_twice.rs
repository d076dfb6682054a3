use b24::b24_method;

#[b24_method("im.chat.add")]
struct ChatAdd {
    title: Option<String>,
    #[b24(rename = "TITLE")]
    name: Option<String>,
}

fn main() {}
