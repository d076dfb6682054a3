use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    #[b24(kind = integer)]
    bot_id: Option<f64>,
}

fn main() {}
