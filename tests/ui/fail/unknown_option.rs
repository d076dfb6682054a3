use b24::b24_method;

#[b24_method("imbot.chat.add", retruns = b24::Id)]
struct ChatAdd {
    #[b24(requierd)]
    title: Option<String>,
    #[b24(skip_serializing_if = "Option::is_none")]
    color: Option<String>,
}

fn main() {
    let _ = ChatAdd::new();
}
