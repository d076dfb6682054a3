use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    #[b24(length = 1..=255, secret, length = 1..=100)]
    title: Option<String>,
    #[b24(required)]
    #[b24(required)]
    color: Option<String>,
}

fn main() {
    let _ = ChatAdd::new("RED").title("News").validate();
}
