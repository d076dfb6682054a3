use b24::b24_method;

#[b24_method(name = "im.chat.add", returns = b24::Id)]
struct ChatAdd {
    title: Option<String>,
}

fn main() {
    let _ = ChatAdd::new().title("News").validate();
}
