//! What a client tells its owner while it works.

#[cfg(feature = "tracing")]
mod tracing;

#[cfg(feature = "tracing")]
pub(crate) use self::tracing::enter;

use std::sync::Arc;
use std::time::Duration;

use crate::error::Error;
use crate::method::{Api, Effect};

/// Is told what a [`Client`](crate::Client) does on its own: each attempt of each call, each wait, each
/// new address and each new token.
///
/// With the feature `tracing`, the same goes to the crate of that name, with the target `b24`: a span `call`
/// (`method`, `api`) around each call, and in it these events. What went as it should is told at the level
/// *debug*; a new access token at *info*; at *warn* a new address, an attempt that is made again, and a
/// call that is given up.
///
/// | event | fields |
/// |---|---|
/// | `attempt` | `method`, `api`, `effect`, `attempt`, `waited_ms`, `took_ms`, `next`, and if there are: `status`, `operating_ms`, `idempotency_key`, `retry_after_ms`, `outcome`, `error` |
/// | `wait` | `method`, `length_ms` |
/// | `moved` | `from`, `to` |
/// | `renewed` | `method` |
///
/// It is called on the thread that calls, between two steps of the call, so it should be quick. No event
/// holds a secret. A closure is one:
///
/// ```
/// use b24::{Client, Event};
///
/// let portal = b24_portal::Portal::start()?;
/// let client = Client::builder()
///     .webhook(portal.webhook())
///     .observer(|event: &Event<'_>| {
///         if let Event::Attempt(attempt) = event {
///             println!("{} took {:?}: {:?}", attempt.method, attempt.took, attempt.next);
///         }
///     })
///     .build()?;
/// client.call_raw("server.time", &())?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub trait Observer: Send + Sync {
    /// Something happened.
    fn observe(&self, event: &Event<'_>);
}

impl<F: Fn(&Event<'_>) + Send + Sync> Observer for F {
    fn observe(&self, event: &Event<'_>) {
        self(event);
    }
}

/// The observers that every client has, as the features ask for them.
pub(crate) fn built_in() -> Vec<Arc<dyn Observer>> {
    vec![
        #[cfg(feature = "tracing")]
        Arc::new(tracing::TracingObserver),
    ]
}

/// What happened; given to an [`Observer`].
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Event<'a> {
    /// A call waits: for its turn, until a method may compute again, before the next attempt,
    /// or while another process renews the access token.
    Wait {
        /// The method that is called.
        method: &'a str,
        /// For so long.
        length: Duration,
    },
    /// A request was sent, or was to be sent, and this is what came of it.
    Attempt(Attempt<'a>),
    /// The portal has another address, and the client calls there from now on. Whoever keeps the
    /// address should store the new one: the old one will lead there for a while only.
    Moved {
        /// The old scheme and host, such as `https://old.bitrix24.com`.
        from: &'a str,
        /// The new ones.
        to: &'a str,
    },
    /// The portal refused the access token as expired, and there is a new one, in the store already. Told
    /// once for each renewal, by the call that made it, however many need it.
    Renewed {
        /// The method of that call.
        method: &'a str,
    },
}

/// One attempt of a call.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Attempt<'a> {
    /// The method that is called.
    pub method: &'a str,
    /// The version of the API that it belongs to.
    pub api: Api,
    /// Whether it changes anything on the portal.
    pub effect: Effect,
    /// Which attempt of this call it is; the first one is 1.
    pub number: u32,
    /// How long the call has waited for its turn before it.
    pub waited: Duration,
    /// How long it took, from the request to the end of the answer.
    pub took: Duration,
    /// The HTTP status of the answer, if one came.
    pub status: Option<u16>,
    /// The computing time that the method has used up, where the answer tells it.
    pub operating: Option<Duration>,
    /// The `Idempotency-Key` of a write of REST 3: the same for all attempts of one call.
    pub idempotency_key: Option<&'a str>,
    /// What went wrong; `None` for a success.
    pub error: Option<&'a Error>,
    /// What the client does next.
    pub next: Next,
}

/// What a client does after an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Next {
    /// It hands on the result.
    Done,
    /// It hands on the error.
    GiveUp,
    /// It tries again after so long.
    Retry {
        /// Before the pace's own wait.
        after: Duration,
    },
    /// It tries again with a new access token.
    Renew,
}
