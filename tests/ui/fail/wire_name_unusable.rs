use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    #[b24(rename = "")]
    title: Option<String>,
    #[b24(rename = "CHAT COLOR")]
    color: Option<String>,
}

fn main() {
    let _ = ChatAdd::new().title("News").color("RED").validate();
}
