//! What wrong values get: nothing is sent, and the error names every one of them.

#![allow(clippy::print_stdout)] // a program for a person to look at

use std::process::ExitCode;

use b24::{Client, Error, Outcome, b24_method};

/// Creates a chat on behalf of a chat bot.
#[allow(deprecated)] // Bitrix24 deprecates this method: `imbot.v2.Chat.add` follows it
#[b24_method("imbot.chat.add", returns = b24::Id)]
#[derive(Debug, Clone)]
struct ChatAdd {
    #[b24(required, length = ..=255)]
    title: String,
    #[b24(enum = ["RED", "GREEN", "MINT", "PURPLE", "AZURE"])]
    color: Option<String>,
    #[b24(items = 1..=100, range = 1..)]
    users: Option<Vec<u64>>,
    avatar: Option<b24::Base64>,
    #[b24(secret, length = 1..=32)]
    client_id: Option<String>,
}

fn main() -> ExitCode {
    b24_examples::run(refuse_wrong_values)
}

fn refuse_wrong_values(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
    let wrong = ChatAdd::new("")
        .color("PURPEL")
        .users([1271, 0])
        .client_id("a secret that is longer than thirty-two characters");
    let Err(error) = wrong.call(client) else {
        return Err("the wrong values were sent".into());
    };
    println!("{error}\n");
    if let Error::Invalid(invalid) = &error {
        for violation in invalid.violations() {
            println!("{:10} {:?}", violation.path(), violation.problem());
        }
    }
    assert_eq!(error.outcome(), Outcome::NotExecuted);
    println!("\nnothing was sent; {}", error.advice());
    Ok(())
}
