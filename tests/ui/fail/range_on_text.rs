use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    #[b24(range = 1..=255)]
    title: Option<String>,
}

fn main() {
    let _ = ChatAdd::new().title("News").validate();
}
