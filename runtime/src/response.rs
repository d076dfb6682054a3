//! A successful answer.

use crate::error::Trail;
use crate::time::Time;

/// A successful answer of the portal.
///
/// ```
/// use b24::{Client, b24_method};
///
/// #[b24_method("server.time", returns = String, effect = read)]
/// struct ServerTime;
///
/// let portal = b24_portal::Portal::start()?;
/// let client = Client::webhook(portal.webhook())?;
/// let answer = ServerTime::new().call(&client)?;
/// println!("{} (took {:?})", answer.result, answer.time.duration());
/// # assert!(answer.result.contains('T'));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Response<T> {
    /// What the method returned.
    pub result: T,
    /// How long it took.
    pub time: Time,
    /// Where the next page of a list begins; `None` on the last page.
    pub next: Option<u64>,
    /// How many rows a list has in all, where the portal counts them.
    pub total: Option<u64>,
    /// How often the call was sent until this answer came; 1 where nothing went wrong.
    pub attempts: u32,
    /// The `Idempotency-Key` that the call carried, if it was a write of REST 3.
    pub idempotency_key: Option<String>,
    /// Whether the portal had executed the call before, under the same `Idempotency-Key`, and repeats
    /// its answer of then.
    pub replayed: bool,
}

impl<T> Response<T> {
    /// The same answer, of a call that went through this.
    pub(crate) fn after(mut self, trail: &Trail) -> Self {
        self.attempts = trail.attempts;
        self.idempotency_key = trail.idempotency_key.as_deref().map(str::to_owned);
        self
    }
}
