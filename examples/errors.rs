//! Matches on the error codes that a method documents.

#![allow(clippy::print_stdout)] // a program for a person to look at

use std::process::ExitCode;

use b24::{ApiError, Error, Outcome, b24_method};

/// Creates a chat on behalf of a chat bot.
#[allow(deprecated)] // Bitrix24 deprecates this method: `imbot.v2.Chat.add` follows it
#[b24_method("imbot.chat.add", returns = b24::Id)]
#[derive(Debug, Clone)]
struct ChatAdd {
    title: Option<String>,
    bot_id: Option<b24::Id>,
    client_id: Option<String>,
}

fn main() -> ExitCode {
    b24_examples::run(|client| {
        let chat = ChatAdd::new()
            .title("News")
            .bot_id(999_999)
            .client_id("b24-example");
        match chat.call(client) {
            Ok(answer) => println!("created the chat {}", answer.result),
            Err(error) => explain(&error),
        }
        Ok(())
    })
}

/// The three answers of an error: what went wrong, whether it happened, what to do.
fn explain(error: &Error) {
    match error.code::<ChatAdd>() {
        Some(ChatAddCode::BotIdError) => {
            println!("there is no such bot: register it first, see imbot_chat_add");
        }
        Some(ChatAddCode::AppIdError) => println!("the bot belongs to another application"),
        Some(ChatAddCode::Other) => match error.api().and_then(ApiError::system_code) {
            Some(system) => println!("not the method's own refusal: {system:?}"),
            None => println!("a code that nobody documented: {error}"),
        },
        Some(code) => println!("refused: {code:?}"),
        None => println!("no answer of the portal's: {error}"),
    }
    match error.outcome() {
        Outcome::NotExecuted => println!("nothing has changed on the portal"),
        Outcome::Executed => println!("the chat exists, only the answer was not understood"),
        Outcome::Unknown => println!("look on the portal before you try again"),
    }
    println!("what to do: {}", error.advice());
}
