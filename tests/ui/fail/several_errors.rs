use b24::{Client, b24_method};

#[b24_method("imbot.chat.add.json", retruns = b24::Id, effect = maybe, errors(BOT_ID_ERROR, BOT_ID_ERROR))]
#[derive(Debug, Clone)]
struct ChatAdd {
    #[b24(required, default = "CHAT", enum = ["OPEN", "OPEN"])]
    r#type: Option<String>,
    #[b24(requierd, length = 255..=1)]
    title: Option<String>,
    #[b24(rename = "TITLE")]
    name: Option<String>,
    #[b24(items = -1.., secret = true)]
    users: Option<Vec<u64>>,
    #[b24(range = 1..=50, default = 99)]
    limit: Option<u64>,
}

fn main() {
    let client = Client::from_env().unwrap();
    let chat = ChatAdd::new("OPEN", "News").name("News").users([1271]).limit(5);
    chat.validate().unwrap();
    println!("{:?}", chat.clone());
    if let Err(error) = chat.call(&client) {
        let _ = error.code::<ChatAdd>() == Some(ChatAddCode::BotIdError);
    }
}
