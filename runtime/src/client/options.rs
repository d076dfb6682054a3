//! What can differ from call to call.

use std::sync::Arc;
use std::time::Duration;

use super::Client;
use crate::error::{ConfigError, Error};
use crate::retry::Retry;

/// Longer than a method's computing time takes to come back (ten minutes), with room for retries.
const DEADLINE: Duration = Duration::from_mins(15);

/// How a call is made.
#[derive(Debug, Clone)]
pub(super) struct Options {
    pub(super) deadline: Duration,
    pub(super) at_once: bool,
    pub(super) retry: Retry,
    pub(super) idempotency_key: Option<Arc<str>>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            deadline: DEADLINE,
            at_once: false,
            retry: Retry::default(),
            idempotency_key: None,
        }
    }
}

impl Client {
    /// The same client, whose calls take at most so long: waiting, further attempts and all; 15 minutes
    /// unless set.
    ///
    /// A call that cannot be sent in time fails at once, with [`Error::Pace`]. It may last longer for one
    /// thing: a renewal of the access token that it has begun gets all the time of an attempt, since tokens
    /// whose answer nobody awaits are lost.
    #[must_use]
    pub fn with_deadline(&self, deadline: Duration) -> Self {
        self.with(|options| options.deadline = deadline)
    }

    /// The same client, whose calls do not wait: a call that would have to wait for its turn, for a further
    /// attempt, or until another has renewed the access token, fails at once. Whether the client keeps it back ([`Error::Pace`]) or the portal
    /// refuses it for a limit, the [advice](Error::advice) is [`Advice::Wait`](crate::Advice::Wait).
    ///
    /// ```
    /// # let portal = b24_portal::Portal::start()?;
    /// # let client = b24::Client::webhook(portal.webhook())?;
    /// match client.at_once().call_raw("server.time", &()) {
    ///     Ok(time) => println!("{}", time.result),
    ///     Err(b24::Error::Pace(busy)) => println!("later: {busy}"),
    ///     Err(error) => return Err(error.into()),
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn at_once(&self) -> Self {
        self.with(|options| options.at_once = true)
    }

    /// The same client, whose calls are sent again as this says.
    #[must_use]
    pub fn with_retry(&self, retry: Retry) -> Self {
        self.with(|options| options.retry = retry)
    }

    /// The same client, whose writes of REST 3 carry this `Idempotency-Key`: within a day the portal
    /// executes them once, however often they are sent. For a single call.
    ///
    /// Without it each call has a key of its own, which
    /// [`Response::idempotency_key`](crate::Response::idempotency_key) and [`Error::idempotency_key`] tell.
    ///
    /// # Errors
    /// [`Error::Config`] unless it is 1 to 255 visible ASCII characters.
    ///
    /// ```
    /// let client = b24::Client::webhook("https://example.bitrix24.com/rest/1/c0de5ecret/")?;
    /// let order = client.with_idempotency_key("order-17")?;
    /// assert!(client.with_idempotency_key("order 17").is_err());
    /// # let _ = order;
    /// # Ok::<(), b24::Error>(())
    /// ```
    pub fn with_idempotency_key(&self, key: &str) -> Result<Self, Error> {
        let key = idempotency_key(key)?;
        Ok(self.with(|options| options.idempotency_key = Some(key)))
    }

    fn with(&self, change: impl FnOnce(&mut Options)) -> Self {
        let mut client = self.clone();
        change(&mut client.options);
        client
    }
}

/// The longest `Idempotency-Key` that a portal takes.
const LONGEST_KEY: usize = 255;

/// Checks a key of the user's own.
fn idempotency_key(key: &str) -> Result<Arc<str>, ConfigError> {
    let fits = (1..=LONGEST_KEY).contains(&key.len());
    if fits && key.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Ok(key.into());
    }
    Err(ConfigError::new(
        "idempotency key",
        format!(
            "{} is not one; expected 1 to {LONGEST_KEY} visible ASCII characters",
            crate::error::quoted(key)
        ),
    ))
}
