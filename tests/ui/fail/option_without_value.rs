use b24::b24_method;

#[b24_method("test.chat.add", unlisted, returns, effect =)]
struct ChatAdd {
    #[b24(rename)]
    title: Option<String>,
    #[b24(enum("OPEN", "CHAT"))]
    r#type: Option<String>,
    #[b24(length = )]
    message: Option<String>,
}

fn main() {
    let _ = ChatAdd::new().title("News").r#type("OPEN").message("Hello").validate();
}
