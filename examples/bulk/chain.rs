//! A bot, a chat of it and a message in that chat, in one request: each command takes what it needs from
//! the results of those before it.
//!
//! Talks to a sandbox portal inside this program, unless `B24_WEBHOOK` names a real one. There all three
//! stay.

#![allow(clippy::print_stdout)] // a program for a person to look at

use std::process::ExitCode;

use b24::{Arg, Client, Id, b24_method};
use serde_json::{Value, json};

/// Registers a chat bot, or finds it by its code.
#[allow(deprecated)] // Bitrix24 deprecates this method: `imbot.v2.Bot.register` follows it
#[b24_method("imbot.register", returns = Id)]
#[derive(Debug, Clone)]
struct Register {
    #[b24(required)]
    code: String,
    #[b24(required)]
    event_handler: String,
    #[b24(required)]
    properties: Value,
    #[b24(required)]
    client_id: String,
}

/// Creates a chat on behalf of a chat bot.
#[allow(deprecated)] // Bitrix24 deprecates this method: `imbot.v2.Chat.add` follows it
#[b24_method("imbot.chat.add", returns = Id)]
#[derive(Debug, Clone)]
struct ChatAdd {
    title: Option<String>,
    users: Option<Vec<u64>>,
    bot_id: Option<Arg<Id>>,
    client_id: Option<String>,
}

/// Sends a message on behalf of a chat bot.
#[allow(deprecated)] // Bitrix24 deprecates this method: `imbot.v2.Chat.Message.send` follows it
#[b24_method("imbot.message.add", returns = Id)]
#[derive(Debug, Clone)]
struct MessageAdd {
    bot_id: Option<Arg<Id>>,
    #[b24(required)]
    dialog_id: Arg<String>,
    #[b24(required)]
    message: String,
    client_id: Option<String>,
}

/// A webhook has no application of its own: this name stands for one.
const CLIENT_ID: &str = "b24-example";

fn main() -> ExitCode {
    b24_examples::run(chain)
}

fn chain(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
    let mut batch = client.batch();
    let properties = json!({"NAME": "Example bot"});
    let bot = batch.add(&Register::new(
        "b24_example",
        "https://example.com/bot/",
        properties,
        CLIENT_ID,
    ));
    let chat = ChatAdd::new().title("News").users([1]).bot_id(bot.result());
    let chat = batch.add(&chat.client_id(CLIENT_ID));
    // A dialog is named by a text: `chat17`.
    let message = MessageAdd::new(chat.result().within("chat", ""), "Welcome!").bot_id(bot.result());
    let message = batch.add(&message.client_id(CLIENT_ID));

    let results = batch.send()?.all()?;
    println!(
        "bot {} said message {} in chat {}, all in one request",
        results.get(&bot)?,
        results.get(&message)?,
        results.get(&chat)?
    );
    Ok(())
}
