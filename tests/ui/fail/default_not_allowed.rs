use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    #[b24(enum = ["OPEN", "CHAT"], default = "CHATS")]
    r#type: Option<String>,
    #[b24(enum = [1, 2], default = 3)]
    bot_id: Option<u64>,
}

fn main() {
    let _ = ChatAdd::new().r#type("OPEN").bot_id(1).validate();
}
