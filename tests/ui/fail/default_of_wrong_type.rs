use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    #[b24(default = 5)]
    title: Option<String>,
    #[b24(default = "five")]
    bot_id: u64,
}

fn main() {
    let _ = ChatAdd::new().title("News").bot_id(39).validate();
}
