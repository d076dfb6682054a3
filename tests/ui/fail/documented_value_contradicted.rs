use b24::b24_method;

#[b24_method("im.chat.add")]
struct ChatAdd {
    #[b24(enum = ["RED", "PURPEL"])]
    color: Option<String>,
}

fn main() {}
