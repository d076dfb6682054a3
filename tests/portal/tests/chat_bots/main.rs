//! The chat bot methods and what they leave behind.

#![allow(clippy::unwrap_used, reason = "in a test, what fails should stop it")]

mod bots;
mod chats;
mod messages;
#[path = "../wire/mod.rs"]
mod wire;

use b24_portal::Portal;
use wire::{Response, post_json};

/// Calls through the webhook, as the application `CLIENT_ID` where the parameters say so.
fn call(portal: &Portal, method: &str, parameters: &str) -> Response {
    post_json(&format!("{}{method}", portal.webhook()), parameters)
}

/// Calls through the token, as the local application.
fn call_as_application(portal: &Portal, method: &str, parameters: &str) -> Response {
    post_json(
        &format!("{}/rest/{method}?auth={}", portal.url(), portal.token()),
        parameters,
    )
}

fn error(code: &str, description: &str) -> String {
    format!(r#"{{"error":"{code}","error_description":"{description}"}}"#)
}

/// Parameters of a bot that can be registered, without the closing brace.
const BOT: &str = r#"{"EVENT_HANDLER":"https://bot.example/","PROPERTIES":{"NAME":"Echo"}"#;

/// A portal with the bot 39 of the webhook client `c`.
fn portal_with_bot() -> Portal {
    let portal = Portal::start().unwrap();
    let answer = call(
        &portal,
        "imbot.register",
        &format!(r#"{BOT},"CODE":"echo","CLIENT_ID":"c"}}"#),
    );
    assert_eq!(answer.result(), "39");
    portal
}
