//! What exists on the portal: its chat bots, chats, messages, contacts and tasks.

use std::collections::BTreeMap;

use crate::{contacts::Contacts, php::Array};

/// A chat bot, as registered with `imbot.register`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Bot {
    /// The bot's number, `BOT_ID`.
    pub id: i64,
    /// The `CODE` under which it was registered.
    pub code: String,
    /// First and last name.
    pub name: String,
    /// `B`, `O`, `H` or `S`.
    pub kind: String,
    /// Whether it works in open channels.
    pub openline: bool,
    /// Whose it is: the OAuth client, or `custom` and the `CLIENT_ID` of a webhook.
    pub client: String,
}

/// A chat, as made with `imbot.chat.add`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Chat {
    /// The chat's number; its dialog is called `chat` and this number.
    pub id: i64,
    /// The bot that made it.
    pub bot: i64,
    /// Whether everyone may join (`OPEN`).
    pub open: bool,
    /// `TITLE`
    pub title: String,
    /// `DESCRIPTION`
    pub description: String,
    /// `COLOR`
    pub color: String,
    /// `AVATAR`, as sent.
    pub avatar: String,
    /// Who is in the chat, the bot included.
    pub users: Vec<i64>,
    /// `ENTITY_TYPE`
    pub entity_type: String,
    /// `ENTITY_ID`
    pub entity_id: String,
}

/// A message, as sent with `imbot.message.add`, or as the first one of a chat.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Message {
    /// The message's number.
    pub id: i64,
    /// Where it went: `chat2725`, or the number of a user.
    pub dialog: String,
    /// Who wrote it.
    pub author: i64,
    /// What it says.
    pub text: String,
}

/// The portal's own data, empty at the start.
#[derive(Debug, Default)]
pub(crate) struct World {
    pub(crate) bots: Vec<Bot>,
    pub(crate) chats: Vec<Chat>,
    pub(crate) messages: Vec<Message>,
    pub(crate) contacts: Contacts,
    /// By number, each with all of its fields.
    pub(crate) tasks: BTreeMap<i64, Array>,
}

impl World {
    pub(crate) fn bot(&self, id: i64) -> Option<&Bot> {
        self.bots.iter().find(|bot| bot.id == id)
    }

    pub(crate) fn chat(&self, id: i64) -> Option<&Chat> {
        self.chats.iter().find(|chat| chat.id == id)
    }

    pub(crate) fn next_bot(&self) -> i64 {
        self.bots.last().map_or(39, |bot| bot.id + 2)
    }

    pub(crate) fn next_chat(&self) -> i64 {
        self.chats.last().map_or(2725, |chat| chat.id + 1)
    }

    pub(crate) fn add_message(&mut self, dialog: String, author: i64, text: String) -> i64 {
        let id = self.messages.last().map_or(19_880_117, |last| last.id + 1);
        self.messages.push(Message {
            id,
            dialog,
            author,
            text,
        });
        id
    }
}
