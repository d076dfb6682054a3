use b24::b24_method;

#[b24_method("imbot.chat.add")]
struct ChatAdd {
    #[b24(kind = text)]
    title: Option<bool>,
}

fn main() {}
