use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    title: Option<String>,
    #[b24(rename = "TITLE")]
    name: Option<String>,
}

fn main() {
    let _ = ChatAdd::new().title("News").name("News").validate();
}
