//! `imbot.message.add`.

use super::{Call, identity, literal};
use crate::{
    php::{Array, Value, write_json},
    rest::Failure,
    world::World,
};

/// Attachments, keyboards and menus may take this many bytes as JSON.
const EXTRA_LIMIT: usize = 30 * 1024;

/// What may hang on a message: parameter, key of its list, what it is called in errors.
const EXTRAS: [(&str, &str, &str); 3] = [
    ("ATTACH", "BLOCKS", "attach"),
    ("KEYBOARD", "BUTTONS", "keyboard"),
    ("MENU", "ITEMS", "menu"),
];

/// Sends a message as a bot.
pub(super) fn add(call: &mut Call<'_>) -> Result<Value, Failure> {
    let parameters = &call.parameters;
    let bot = identity::bot(call.caller, parameters, call.world)?;
    let recipient = recipient(parameters, bot)?;
    let text = match parameters.get("MESSAGE") {
        Some(Value::Text(text)) => String::from_utf8_lossy(text).trim().to_owned(),
        _ => String::new(),
    };
    if text.is_empty() {
        return Err(Failure::wrong("MESSAGE_EMPTY", "Message can't be empty"));
    }
    for (name, list, called) in EXTRAS {
        check_extra(parameters, name, list, called)?;
    }
    if !recipient.exists(call.world, bot) {
        return Err(Failure::wrong("WRONG_REQUEST", "Message isn't added"));
    }
    let (dialog, author) = (recipient.dialog, recipient.author);
    Ok(call.world.add_message(dialog, author, text).into())
}

struct Recipient {
    dialog: String,
    author: i64,
    chat: Option<i64>,
}

impl Recipient {
    /// People are not modelled: every number is a user. A chat must hold the bot.
    fn exists(&self, world: &World, bot: i64) -> bool {
        let Some(id) = self.chat else { return true };
        world.chat(id).is_some_and(|chat| chat.users.contains(&bot))
    }
}

/// From one person to another if both are given; else the dialog, a user or a chat.
fn recipient(parameters: &Array, bot: i64) -> Result<Recipient, Failure> {
    let number = |name| parameters.get(name).map_or(0, Value::to_int);
    let (from, to) = (number("FROM_USER_ID"), number("TO_USER_ID"));
    if from > 0 && to > 0 {
        return Ok(Recipient {
            dialog: to.to_string(),
            author: from,
            chat: None,
        });
    }
    let dialog = identity::text(parameters, "DIALOG_ID");
    let digits = dialog.strip_prefix("chat").unwrap_or(&dialog);
    match digits.parse::<i64>() {
        Ok(id) if id > 0 && digits.bytes().all(|byte| byte.is_ascii_digit()) => Ok(Recipient {
            chat: dialog.starts_with("chat").then_some(id),
            author: bot,
            dialog,
        }),
        _ => Err(Failure::wrong("DIALOG_ID_EMPTY", "Dialog ID can't be empty")),
    }
}

/// A list of blocks, or such a list under its key; each block is an object.
fn check_extra(parameters: &Array, name: &str, list: &str, called: &str) -> Result<(), Failure> {
    let Some(value) = parameters.get(name).filter(|value| value.truthy()) else {
        return Ok(());
    };
    let wrong = || {
        let description = format!("Incorrect {called} params");
        Failure::wrong(&format!("{name}_ERROR"), &description)
    };
    let extra = literal::read_array(value).ok_or_else(wrong)?;
    let blocks = match extra.get(list) {
        Some(blocks) => blocks.as_array().ok_or_else(wrong)?,
        None => &extra,
    };
    if blocks.is_empty() || blocks.iter().any(|(_, block)| block.as_array().is_none()) {
        return Err(wrong());
    }
    if write_json(&extra.clone().into()).len() > EXTRA_LIMIT {
        let description = format!("You have exceeded the maximum allowable size of {called}");
        return Err(Failure::wrong(&format!("{name}_OVERSIZE"), &description));
    }
    Ok(())
}
