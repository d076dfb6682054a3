//! `imbot.register`, `imbot.bot.list`.

use super::{Call, identity};
use crate::{
    php::{Array, Value},
    rest::Failure,
    world::Bot,
};

/// The handlers in the order in which they are checked: name, and what to say where it is
/// required and missing.
const HANDLERS: [(&str, Option<&str>); 5] = [
    (
        "EVENT_MESSAGE_ADD",
        Some("Handler for \"Message add\" event isn't specified"),
    ),
    ("EVENT_MESSAGE_UPDATE", None),
    ("EVENT_MESSAGE_DELETE", None),
    (
        "EVENT_WELCOME_MESSAGE",
        Some("Handler for \"Welcome message\" event isn't specified"),
    ),
    (
        "EVENT_BOT_DELETE",
        Some("Handler for \"Bot delete\" event isn't specified"),
    ),
];

/// A new bot's number is an integer; a code that is taken gives its bot's number as text, since
/// it comes straight from a row of the database.
pub(super) fn register(call: &mut Call<'_>) -> Result<Value, Failure> {
    let parameters = &call.parameters;
    let client = identity::client(call.caller, parameters)?;
    for (name, missing) in HANDLERS {
        check_handler(parameters, name, missing)?;
    }
    let code = identity::text(parameters, "CODE");
    if code.is_empty() {
        return Err(Failure::wrong("CODE_ERROR", "Bot code isn't specified"));
    }
    let name = full_name(parameters)?;
    if let Some(bot) = call.world.bots.iter().find(|bot| bot.code == code) {
        return Ok(bot.id.to_string().into());
    }
    let kind = match identity::text(parameters, "TYPE") {
        kind if ["O", "H", "S"].contains(&kind.as_str()) => kind,
        _ => "B".to_owned(),
    };
    let openline = kind == "O"
        || parameters
            .get("OPENLINE")
            .is_some_and(|openline| openline.loosely_is("Y"));
    let id = call.world.next_bot();
    call.world.bots.push(Bot {
        id,
        code,
        name,
        kind,
        openline,
        client,
    });
    Ok(id.into())
}

/// `EVENT_HANDLER` stands for all five.
fn check_handler(parameters: &Array, name: &str, missing: Option<&str>) -> Result<(), Failure> {
    let common = parameters.get("EVENT_HANDLER").filter(|url| url.truthy());
    let own = || parameters.get(name).filter(|url| url.truthy());
    let error = format!("{name}_ERROR");
    match (common.or_else(own), missing) {
        (Some(url), _) if is_handler_url(&url.to_lossy()) => Ok(()),
        (Some(_), _) => Err(Failure::wrong(&error, "Wrong handler URL")),
        (None, Some(missing)) => Err(Failure::wrong(&error, missing)),
        (None, None) => Ok(()),
    }
}

/// The host must hold a dot: `localhost` is refused, `127.0.0.1` is not.
fn is_handler_url(url: &str) -> bool {
    let Some((scheme, rest)) = url.split_once("://") else {
        return false;
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    let known = ["http", "https"]
        .iter()
        .any(|known| scheme.eq_ignore_ascii_case(known));
    known && host.contains('.')
}

fn full_name(parameters: &Array) -> Result<String, Failure> {
    let properties = parameters.get("PROPERTIES").and_then(Value::as_array);
    let part = |name| {
        let part = properties.and_then(|properties| properties.get(name));
        part.filter(|part| part.truthy()).map(Value::to_lossy)
    };
    let name: Vec<String> = ["NAME", "LAST_NAME"].into_iter().filter_map(part).collect();
    if name.is_empty() {
        return Err(Failure::wrong("NAME_ERROR", "Bot name isn't specified"));
    }
    Ok(name.join(" "))
}

/// All bots of the portal, whoever asks, under their numbers.
pub(super) fn list(call: &mut Call<'_>) -> Result<Value, Failure> {
    let mut list = Array::new();
    for bot in &call.world.bots {
        let openline = if bot.openline { "Y" } else { "N" };
        let item = Array::from([
            ("ID", bot.id.into()),
            ("NAME", bot.name.as_str().into()),
            ("CODE", bot.code.as_str().into()),
            ("OPENLINE", openline.into()),
        ]);
        list.set(&bot.id.to_string(), item);
    }
    Ok(list.into())
}
