//! On whose behalf a chat bot method is called, and as which bot.

use crate::{
    php::{Array, Value},
    rest::{Caller, Failure},
    world::World,
};

/// The owner of bots: the OAuth client, or `custom` and the webhook's own `CLIENT_ID`.
pub(super) fn client(caller: &Caller, parameters: &Array) -> Result<String, Failure> {
    if let Some(client) = caller.client {
        return Ok(client.to_owned());
    }
    match parameters.get("CLIENT_ID").filter(|id| id.truthy()) {
        Some(id) => Ok(format!("custom{}", id.to_lossy())),
        None => Err(Failure::new(
            403,
            "ACCESS_DENIED",
            "Access denied! Client ID not specified",
        )),
    }
}

/// The bot of the call: the one named, which must be the caller's, or the caller's first.
pub(super) fn bot(caller: &Caller, parameters: &Array, world: &World) -> Result<i64, Failure> {
    let client = client(caller, parameters)?;
    let bot = match parameters.get("BOT_ID").filter(|id| !id.is_null()) {
        Some(id) => world.bot(id.to_int()),
        None => world.bots.iter().find(|bot| bot.client == client),
    };
    match bot {
        None => Err(Failure::wrong("BOT_ID_ERROR", "Bot not found")),
        Some(bot) if bot.client != client => Err(Failure::wrong(
            "APP_ID_ERROR",
            "Bot was installed by another rest application",
        )),
        Some(bot) => Ok(bot.id),
    }
}

/// A text parameter; absent, null and what is no text are empty.
pub(super) fn text(parameters: &Array, name: &str) -> String {
    parameters.get(name).map(Value::to_lossy).unwrap_or_default()
}
