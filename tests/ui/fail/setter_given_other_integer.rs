use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    bot_id: Option<u64>,
}

fn main() {
    let bot: u32 = 39;
    let _ = ChatAdd::new().bot_id(bot);
}
