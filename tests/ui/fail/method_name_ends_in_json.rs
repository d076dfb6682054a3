use b24::b24_method;

#[b24_method("imbot.chat.add.json")]
struct ChatAdd {
    title: Option<String>,
}

fn main() {
    let _ = ChatAdd::new().title("News").validate();
}
