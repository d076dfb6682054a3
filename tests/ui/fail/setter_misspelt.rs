use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    title: Option<String>,
}

fn main() {
    let _ = ChatAdd::new().titel("News").validate();
}
