use b24::b24_method;

#[b24_method("test.chat.add", unlisted, errors(BOT_ID_ERROR, "BOT.ID.ERROR"))]
struct ChatAdd {
    title: Option<String>,
}

fn main() {
    let _ = ChatAdd::new().title("News").validate();
    let _ = ChatAddCode::BotIdError;
}
