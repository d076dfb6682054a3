use b24::b24_method;

#[b24_method("imbot.chat.get", default)]
struct ChatGet {
    default: Option<String>,
}

fn main() {
    let _ = ChatGet::default().validate();
}
