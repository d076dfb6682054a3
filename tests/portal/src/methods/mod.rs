//! The methods that the portal runs itself. A new one is a function and a line in the table.

#![expect(
    clippy::unnecessary_wraps,
    reason = "all methods have one signature, also those that cannot fail"
)]

mod bots;
mod chats;
mod contacts;
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
    /// Without the reserved names.
    pub(crate) parameters: Array,
    pub(crate) world: &'a mut World,
    pub(crate) timing: &'a Timing,
}

/// A method of the portal.
pub(crate) struct Method {
    name: &'static str,
    keys: Keys,
    run: Run,
}

type Run = fn(&mut Call<'_>) -> Result<Value, Failure>;

/// What a method does with the names of its parameters before it looks at them.
#[derive(Clone, Copy)]
enum Keys {
    AsSent,
    /// `TITLE`, `Title` and `title` are one, and the last one counts.
    UpperCased,
}

/// Names in lower case, as the server looks them up.
const METHODS: [Method; 11] = [
    Method::new("app.info", Keys::AsSent, system::app_info),
    Method::new("crm.contact.add", Keys::UpperCased, contacts::add),
    Method::new("crm.contact.get", Keys::UpperCased, contacts::get),
    Method::new("crm.contact.update", Keys::UpperCased, contacts::update),
    Method::new("imbot.bot.list", Keys::UpperCased, bots::list),
    Method::new("imbot.chat.add", Keys::UpperCased, chats::add),
    Method::new("imbot.chat.get", Keys::UpperCased, chats::get),
    Method::new("imbot.message.add", Keys::UpperCased, messages::add),
    Method::new("imbot.register", Keys::UpperCased, bots::register),
    Method::new("server.time", Keys::AsSent, system::server_time),
    Method::new("user.current", Keys::AsSent, users::current),
];

impl Method {
    const fn new(name: &'static str, keys: Keys, run: Run) -> Self {
        Self { name, keys, run }
    }

    pub(crate) fn run(&self, mut call: Call<'_>) -> Result<Value, Failure> {
        if let Keys::UpperCased = self.keys {
            call.parameters = call.parameters.upper_cased();
        }
        (self.run)(&mut call)
    }
}

pub(crate) fn find(name: &str) -> Option<&'static Method> {
    METHODS.iter().find(|method| method.name == name)
}
