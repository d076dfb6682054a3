//! The methods that the portal runs itself. A new one is a function and a line in the table.

mod bots;
mod chats;
mod identity;
mod literal;
mod messages;
mod system;
mod users;

use crate::{
    php::{Array, Value},
    rest::{Caller, Failure, Timing},
    world::World,
};

/// One call of a method, after all checks that are not the method's own.
pub(crate) struct Call<'a> {
    pub(crate) caller: &'a Caller,
    /// Without the reserved names; keys as sent.
    pub(crate) parameters: Array,
    pub(crate) world: &'a mut World,
    pub(crate) timing: &'a Timing,
}

/// A method of the portal.
pub(crate) struct Method {
    name: &'static str,
    pub(crate) run: fn(Call<'_>) -> Result<Value, Failure>,
}

/// Names in lower case, as the server looks them up.
const METHODS: [Method; 8] = [
    Method {
        name: "app.info",
        run: system::app_info,
    },
    Method {
        name: "imbot.bot.list",
        run: bots::list,
    },
    Method {
        name: "imbot.chat.add",
        run: chats::add,
    },
    Method {
        name: "imbot.chat.get",
        run: chats::get,
    },
    Method {
        name: "imbot.message.add",
        run: messages::add,
    },
    Method {
        name: "imbot.register",
        run: bots::register,
    },
    Method {
        name: "server.time",
        run: system::server_time,
    },
    Method {
        name: "user.current",
        run: users::current,
    },
];

pub(crate) fn find(name: &str) -> Option<&'static Method> {
    METHODS.iter().find(|method| method.name == name)
}
