use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    #[b24(length = -1..=255)]
    title: Option<String>,
    #[b24(items = ..=-1)]
    users: Option<Vec<u64>>,
    #[b24(length = 1.5..)]
    color: Option<String>,
}

fn main() {
    let _ = ChatAdd::new().title("News").users([1271]).color("RED").validate();
}
