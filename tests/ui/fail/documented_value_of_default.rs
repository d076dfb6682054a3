use b24::b24_method;

#[b24_method("im.chat.add")]
struct ChatAdd {
    #[b24(default = "CLOSED")]
    r#type: Option<String>,
}

fn main() {}
