use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    bot_id: Option<u64>,
}

fn main() {
    let _ = ChatAdd::new().bot_id("39");
}
