use b24::b24_method;

#[b24_method("test.v2.Chat.add", unlisted, rename_all = "camelCase")]
struct ChatAdd {
    bot_id: Option<u64>,
    bot__id: Option<u64>,
}

fn main() {
    let _ = ChatAdd::new().bot_id(39).bot__id(39).validate();
}
