use b24::b24_method;

#[b24_method("test.chat.add", unlisted, "test.chat.get", 5)]
struct ChatAdd {
    #[b24("TITLE")]
    title: Option<String>,
    #[b24]
    color: Option<String>,
    #[b24 = "MESSAGE"]
    message: Option<String>,
}

fn main() {
    let _ = ChatAdd::new().title("News").color("RED").message("Hello").validate();
}
