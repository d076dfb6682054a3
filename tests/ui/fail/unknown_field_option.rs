use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    #[b24(requierd)]
    title: Option<String>,
    #[b24(skip_serializing_if = "Option::is_none")]
    color: Option<String>,
    #[b24(enums = ["OPEN", "CHAT"])]
    r#type: Option<String>,
}

fn main() {
    let _ = ChatAdd::new("News").color("RED").r#type("OPEN").validate();
}
