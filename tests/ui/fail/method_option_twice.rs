use b24::b24_method;

#[b24_method("test.chat.add", unlisted, returns = b24::Id, effect = write, returns = u64)]
struct ChatAdd {
    title: Option<String>,
}

fn main() {
    let _ = ChatAdd::new().title("News").validate();
}
