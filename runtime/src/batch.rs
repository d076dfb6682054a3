//! Several commands in one request.

mod all;
mod answer;
mod body;
mod command;
mod form;
mod once;
mod plan;
mod reached;
mod result;
mod send;
mod tree;
mod v3;

pub use all::SendAll;
pub(crate) use all::Size;
pub(crate) use body::Body;
pub(crate) use form::{command as command_form, name as command_name};
pub use once::SendOnce;
pub use result::{BatchResult, CommandError, Failures};
pub(crate) use tree::Node;

use std::fmt;
use std::marker::PhantomData;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::client::Client;
use crate::error::{Error, Invalid};
use crate::method::Method;
use crate::reference::Reference;
use command::Command;

/// Commands that are sent together, fifty in a request: made by [`Client::batch`].
///
/// For the portal's pace a request of fifty commands is one. Each command has its own result or error:
///
/// ```
/// use b24::{Client, b24_method};
///
/// #[b24_method("user.current", effect = read)]
/// struct CurrentUser;
///
/// #[b24_method("server.time", effect = read, returns = String)]
/// struct ServerTime;
///
/// let portal = b24_portal::Portal::start()?;
/// let client = Client::webhook(portal.webhook())?;
///
/// let mut batch = client.batch();
/// let user = batch.add(&CurrentUser::new());
/// let time = batch.add(&ServerTime::new());
/// let results = batch.send()?;
/// println!("{} at {}", results.get(&user)?["NAME"], results.get(&time)?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
/// A field of the type [`Arg`](crate::Arg) takes a [`Reference`] to the result of an earlier command. A
/// request with references is halted at the first error: what comes after is not run. Both commands have
/// to be in the same request, that is, within the same fifty.
///
/// # What does not fit
/// The commands of the classic API are forms, and a form can say less than JSON: it has no `null` and no
/// empty list, and the portal looks for references in every text, the users' own too. A command that holds
/// any of these is sent alone, in its turn. Where references or [`halt`](Self::halt) tie it to others, it is
/// refused before anything is sent.
///
/// # REST 3
/// Commands of both APIs can stand in one batch; each goes in a request of its own API. Those of REST 3 keep
/// their types, and refer to what is in the `item` or the `items` of a result, without text around it: a
/// reference is sent as `$ref`, and the portal's `$refArray` is not offered. Their requests always halt, and
/// have one answer: if a command fails, that error is the answer to all in the request,
/// [`CommandError::Together`].
///
/// Source: [batch](https://apidocs.bitrix24.com/settings/how-to-call-rest-api/batch.html).
#[must_use = "nothing is sent before `send`"]
pub struct Batch<'c> {
    client: &'c Client,
    id: u64,
    commands: Vec<Command>,
    halt: bool,
    /// What was wrong first.
    invalid: Option<Invalid>,
}

/// Leads to the result of a command of a [`Batch`], and into it.
pub struct Handle<M: ?Sized> {
    batch: u64,
    command: usize,
    method: PhantomData<fn() -> *const M>,
}

/// No two batches of a process have the same number.
static BATCHES: AtomicU64 = AtomicU64::new(NO_BATCH + 1);

/// The number of commands that belong to none.
const NO_BATCH: u64 = 0;

impl<'c> Batch<'c> {
    pub(crate) fn new(client: &'c Client) -> Self {
        Self {
            client,
            id: BATCHES.fetch_add(1, Ordering::Relaxed),
            commands: Vec::new(),
            halt: false,
            invalid: None,
        }
    }

    /// Adds a command.
    ///
    /// If its parameters break what the declaration says, [`send`](Self::send) reports that, and sends
    /// nothing.
    pub fn add<M>(&mut self, method: &M) -> Handle<M>
    where
        M: Method<Output: Send + 'static> + ?Sized,
    {
        match Command::of(method) {
            Ok(command) => self.commands.push(command),
            Err(invalid) => {
                self.invalid.get_or_insert(invalid);
            }
        }
        Handle {
            batch: self.id,
            command: self.commands.len().saturating_sub(1),
            method: PhantomData,
        }
    }

    /// At the first command that fails the portal stops: what comes after in the same request, and in
    /// later ones, is not run.
    pub fn halt(mut self) -> Self {
        self.halt = true;
        self
    }

    /// How many commands there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.commands.len()
    }

    /// Whether there is none yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.commands.is_empty()
    }

    /// Sends the commands, in their order.
    ///
    /// Commands that fail do not make the whole fail: [`BatchResult::get`] gives each its own error, and
    /// [`BatchResult::all`] makes one of them.
    ///
    /// # Errors
    /// [`Error::Invalid`] before anything is sent: parameters that break their declaration, references that
    /// cannot be. Otherwise that of the first request, if it failed as a whole; a later one's is the error
    /// of each of its commands.
    pub fn send(self) -> Result<BatchResult, Error> {
        if let Some(invalid) = self.invalid {
            return Err(invalid.into());
        }
        let commands: Vec<&Command> = self.commands.iter().collect();
        send::send(self.client, self.id, &commands, self.halt)
    }
}

impl<M: ?Sized> Handle<M> {
    /// What the command returns, for a field of a later one: its result, or the member of it that the
    /// declaration says what it returns is `at`.
    #[must_use]
    pub fn result(&self) -> Reference<M::Output>
    where
        M: Method,
    {
        Reference::to::<M>(self.batch, self.command)
    }
}

impl<M: ?Sized> Clone for Handle<M> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<M: ?Sized> Copy for Handle<M> {}

impl<M: ?Sized> fmt::Debug for Handle<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Handle({})", self.command)
    }
}

impl fmt::Debug for Batch<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let methods = self.commands.iter().map(|command| command.method);
        f.debug_struct("Batch")
            .field("client", self.client)
            .field("commands", &methods.collect::<Vec<_>>())
            .field("halt", &self.halt)
            .finish_non_exhaustive()
    }
}
