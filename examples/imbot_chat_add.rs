//! Registers a chat bot, lets it create a chat, and prints the chat's id and how long it took.
//!
//! Talks to a sandbox portal inside this program, unless `B24_WEBHOOK` names a real one. There the
//! bot stays registered, and so does the chat.

#![allow(clippy::print_stdout)] // a program for a person to look at

use std::process::ExitCode;

use b24::{Client, b24_enum, b24_method};
use serde_json::{Value, json};

/// Registers a chat bot, or finds it by its code.
#[allow(deprecated)] // Bitrix24 deprecates this method: `imbot.v2.Bot.register` follows it
#[b24_method("imbot.register", returns = b24::Id)]
#[derive(Debug, Clone)]
struct Register {
    #[b24(required)]
    code: String,
    #[b24(enum = ["B", "O", "H", "S"], default = "B")]
    r#type: Option<String>,
    #[b24(required)]
    event_handler: String,
    #[b24(required)]
    properties: Value,
    #[b24(required)]
    client_id: String,
}

/// Creates a chat on behalf of a chat bot.
#[allow(deprecated)] // Bitrix24 deprecates this method: `imbot.v2.Chat.add` follows it
#[b24_method("imbot.chat.add", returns = b24::Id)]
#[derive(Debug, Clone)]
struct ChatAdd {
    #[b24(enum = ["OPEN", "CHAT"])]
    r#type: Option<String>,
    title: Option<String>,
    description: Option<String>,
    color: Option<Color>,
    message: Option<String>,
    users: Option<Vec<u64>>,
    avatar: Option<b24::Base64>,
    entity_type: Option<String>,
    entity_id: Option<String>,
    bot_id: Option<b24::Id>,
    client_id: Option<String>,
}

/// The color of a chat in the mobile application.
#[b24_enum]
#[derive(Debug, Clone, Copy)]
enum Color {
    Red,
    Green,
    Mint,
    LightBlue,
    DarkBlue,
    Purple,
    Aqua,
    Pink,
    Lime,
    Brown,
    Azure,
    Khaki,
    Sand,
    Marengo,
    Gray,
    Graphite,
}

/// A webhook has no application of its own: this name stands for one.
const CLIENT_ID: &str = "b24-example";

fn main() -> ExitCode {
    b24_examples::run(create_chat)
}

fn create_chat(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
    let bot = Register::new(
        "b24_example",
        "https://example.com/bot/",
        json!({"NAME": "Example bot"}),
        CLIENT_ID,
    )
    .call(client)?
    .result;

    let chat = ChatAdd::new()
        .r#type("OPEN")
        .title("News")
        .color(Color::Azure)
        .message("Welcome!")
        .users([1])
        .bot_id(bot)
        .client_id(CLIENT_ID)
        .call(client)?;
    println!(
        "bot {bot} created the chat {} in {:?}",
        chat.result,
        chat.time.duration().unwrap_or_default()
    );
    Ok(())
}
