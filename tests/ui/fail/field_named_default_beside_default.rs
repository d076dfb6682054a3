use b24::b24_method;

#[b24_method("test.chat.get", unlisted, default)]
struct ChatGet {
    default: Option<String>,
}

fn main() {
    let _ = ChatGet::default().validate();
}
