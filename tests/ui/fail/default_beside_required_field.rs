use b24::b24_method;

#[b24_method("test.chat.add", unlisted, default)]
struct ChatAdd {
    #[b24(required)]
    title: Option<String>,
}

fn main() {
    let _ = ChatAdd::new("News").validate();
    let _ = ChatAdd::default().validate();
}
