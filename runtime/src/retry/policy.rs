//! How often, and after how long.

use std::hash::{BuildHasher, RandomState};
use std::time::Duration;

/// How often a call is sent again, and after how long; of a [`Client`](crate::Client), or of one call by
/// [`Client::with_retry`](crate::Client::with_retry).
///
/// *Whether* it may be sent again is another question, which [`RULES`](super::RULES) answers.
///
/// ```
/// use b24::{Client, retry::Retry};
/// use std::time::Duration;
///
/// let patient = Retry::default()
///     .attempts(10)
///     .backoff(Duration::from_secs(1), Duration::from_secs(120));
/// let client = Client::builder()
///     .webhook("https://example.bitrix24.com/rest/1/c0de5ecret/")
///     .retry(patient)
///     .build()?;
/// # let _ = client;
/// # Ok::<(), b24::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retry {
    attempts: u32,
    first: Duration,
    longest: Duration,
    repeats_writes: bool,
}

impl Default for Retry {
    /// Five attempts, the second one after half a second, each pause twice as long as the last one, at
    /// most half a minute.
    fn default() -> Self {
        Self {
            attempts: 5,
            first: Duration::from_millis(500),
            longest: Duration::from_secs(30),
            repeats_writes: false,
        }
    }
}

impl Retry {
    /// A call is sent once, whatever comes of it.
    ///
    /// An expired access token is renewed all the same.
    #[must_use]
    pub fn never() -> Self {
        Self::default().attempts(1)
    }

    /// How often a call is sent in all, at most; 5 unless set. Refusals for a limit do not count, for
    /// those the call's deadline is the bound; but with one attempt nothing is sent again.
    #[must_use]
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts.max(1);
        self
    }

    /// A call is sent again until its deadline, 15 minutes unless set: for programs that outlive an outage
    /// of the portal, and would rather wait than hear of it. The default gives up within eight seconds of pauses.
    #[must_use]
    pub fn until_deadline(self) -> Self {
        self.attempts(u32::MAX)
    }

    /// How long the first pause is, and the longest one; half a second and half a minute unless set.
    ///
    /// Each pause is twice as long as the one before, and shortened by chance, to half at most, lest all
    /// that failed together returns together.
    #[must_use]
    pub fn backoff(mut self, first: Duration, longest: Duration) -> Self {
        self.first = first;
        self.longest = longest.max(first);
        self
    }

    /// Also sends again what changes something and may have been executed.
    ///
    /// **It may then happen twice.** Meant for calls that do no harm when repeated, such as one that
    /// sets a field to a value.
    ///
    /// ```
    /// # use b24::{b24_method, Client, retry::Retry};
    /// # let portal = b24_portal::Portal::start()?;
    /// # let client = Client::webhook(portal.webhook())?;
    /// # portal.answer("acme.stock.set", b24_portal::Answer::result("true"));
    /// #[b24_method("acme.stock.set", unlisted)]
    /// struct StockSet {
    ///     #[b24(required)]
    ///     amount: u64,
    /// }
    ///
    /// let repeating = client.with_retry(Retry::default().repeating_writes());
    /// StockSet::new(7_u64).call(&repeating)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn repeating_writes(mut self) -> Self {
        self.repeats_writes = true;
        self
    }

    /// Whether a further attempt may follow upon so many.
    pub(crate) fn allows(&self, made: u32) -> bool {
        made < self.attempts
    }

    /// Whether nothing is ever sent again.
    pub(crate) fn is_never(&self) -> bool {
        self.attempts <= 1
    }

    pub(crate) fn repeats_writes(&self) -> bool {
        self.repeats_writes
    }

    /// The pause before the next attempt, when so many were made.
    pub(crate) fn pause(&self, made: u32) -> Duration {
        let doublings = made.saturating_sub(1).min(30);
        let whole = self.first.saturating_mul(1 << doublings).min(self.longest);
        let half = whole / 2;
        half + half.mul_f64(chance())
    }
}

/// From 0 to 1, by chance.
#[expect(
    clippy::cast_precision_loss,
    reason = "the last digits of a chance do not matter"
)]
fn chance() -> f64 {
    // Seeded by the system, which is good enough for spreading requests.
    let random = RandomState::new().hash_one(0);
    random as f64 / u64::MAX as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_the_longest() {
        let retry = Retry::default().backoff(Duration::from_secs(1), Duration::from_secs(10));
        for (made, whole) in [(1, 1), (2, 2), (3, 4), (4, 8), (5, 10), (40, 10), (u32::MAX, 10)] {
            let whole = Duration::from_secs(whole);
            for _ in 0..100 {
                let pause = retry.pause(made);
                assert!((whole / 2..=whole).contains(&pause), "{made}: {pause:?}");
            }
        }
    }

    #[test]
    fn pauses_differ() {
        let retry = Retry::default();
        assert!((0..100).any(|_| retry.pause(5) != retry.pause(5)));
    }

    #[test]
    fn there_is_always_a_first_attempt() {
        let retry = Retry::default().attempts(0);
        assert!(retry.is_never() && retry.allows(0) && !retry.allows(1));
    }
}
