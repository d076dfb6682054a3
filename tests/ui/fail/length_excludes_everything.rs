use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    #[b24(length = 255..=1)]
    title: Option<String>,
    #[b24(length = ..0)]
    color: Option<String>,
}

fn main() {
    let _ = ChatAdd::new().title("News").color("RED").validate();
}
