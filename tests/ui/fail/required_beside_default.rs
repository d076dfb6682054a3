use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    #[b24(required, default = "News")]
    title: Option<String>,
}

fn main() {
    let _ = ChatAdd::new("News").title("News").validate();
}
