use b24::{Client, b24_method};

#[allow(deprecated)] // Bitrix24 deprecates this method: `imbot.v2.Chat.add` follows it
#[b24_method("imbot.chat.add", returns = b24::Id)]
struct ChatAdd {
    title: Option<String>,
    users: Option<Vec<u64>>,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder().webhook(&std::env::var("B24_WEBHOOK")?).build()?;
    let chat = ChatAdd::new().title("News").users([1]).call(&client)?;
    println!("{}", chat.result);
    Ok(())
}
