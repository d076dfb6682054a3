use b24::b24_method;

#[b24_method("imbot.chat.add")]
struct ChatAdd {
    #[b24(required, kind = integer)]
    bot_id: String,
}

fn main() {}
