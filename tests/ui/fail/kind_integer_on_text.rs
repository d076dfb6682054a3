use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    #[b24(required, kind = integer)]
    bot_id: String,
}

fn main() {}
