use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    #[b24(rename = TITLE)]
    title: Option<String>,
    #[b24(enum = [OPEN, "CHAT"])]
    r#type: Option<String>,
    #[b24(enum = "OPEN")]
    color: Option<String>,
}

fn main() {
    let _ = ChatAdd::new().title("News").r#type("OPEN").color("RED").validate();
}
