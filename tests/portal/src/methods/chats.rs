//! `imbot.chat.add`, `imbot.chat.get`.

use super::{Call, identity, literal};
use crate::{
    php::{Array, Value},
    rest::Failure,
    world::Chat,
};

/// Makes a chat on behalf of a bot, which joins it; the bot is the only thing required.
pub(super) fn add(call: &mut Call<'_>) -> Result<Value, Failure> {
    let parameters = &call.parameters;
    // The people are looked at before the bot, so a wrong one is reported even without a bot.
    let mut users = users(parameters)?;
    let bot = identity::bot(call.caller, parameters, call.world)?;
    if !users.contains(&bot) {
        users.push(bot);
    }
    let text = |name| identity::text(parameters, name);
    let id = call.world.next_chat();
    call.world.chats.push(Chat {
        id,
        bot,
        open: parameters.get("TYPE") == Some(&"OPEN".into()),
        title: text("TITLE"),
        description: text("DESCRIPTION"),
        color: text("COLOR"),
        avatar: text("AVATAR"),
        users,
        entity_type: text("ENTITY_TYPE"),
        entity_id: text("ENTITY_ID"),
    });
    let message = text("MESSAGE");
    if !message.is_empty() {
        call.world.add_message(format!("chat{id}"), bot, message);
    }
    Ok(id.into())
}

/// Numbers or texts; empty items are dropped, and what is no array is nobody.
fn users(parameters: &Array) -> Result<Vec<i64>, Failure> {
    let Some(users) = parameters.get("USERS").and_then(literal::read_array) else {
        return Ok(Vec::new());
    };
    let mut numbers = Vec::new();
    for (_, user) in users.iter().filter(|(_, user)| user.truthy()) {
        if !matches!(user, Value::Int(_) | Value::Text(_)) {
            return Err(Failure::wrong("INVALID_FORMAT", "Parameter USERS has wrong type"));
        }
        let number = user.to_int();
        if number > 0 && !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    Ok(numbers)
}

/// Finds a chat by what it is bound to; null where nothing was asked or nothing is found.
pub(super) fn get(call: &mut Call<'_>) -> Result<Value, Failure> {
    let parameters = &call.parameters;
    let entity_type = identity::text(parameters, "ENTITY_TYPE");
    let entity_id = identity::text(parameters, "ENTITY_ID");
    if entity_type.is_empty() || entity_id.is_empty() {
        return Ok(Value::Null);
    }
    let bound = |chat: &&Chat| chat.entity_type == entity_type && chat.entity_id == entity_id;
    let Some(chat) = call.world.chats.iter().find(bound) else {
        return Ok(Value::Null);
    };
    if !chat.open && !chat.users.contains(&call.caller.user) {
        return Err(Failure::wrong(
            "ACCESS_ERROR",
            "You don't have access to this chat",
        ));
    }
    Ok(Array::from([("ID", chat.id.into())]).into())
}
