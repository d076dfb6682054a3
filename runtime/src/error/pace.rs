//! A call that may not wait for its turn.

use std::fmt;
use std::time::Duration;

use super::{Advice, Outcome};

/// The call would have had to wait for longer than it may; nothing was sent.
///
/// A portal limits how many requests it takes and how much computing time each method uses up, and
/// the client keeps within both by waiting ([`Pace`](crate::Pace)). A call that may not wait, or
/// whose deadline comes first, fails with this.
///
/// ```
/// use std::time::Duration;
///
/// use b24::{Client, Error, Pace, PaceReason};
///
/// let portal = b24_portal::Portal::start()?;
/// let client = Client::builder().webhook(portal.webhook()).pace(Pace::custom(1, 0.01)?).build()?;
/// client.call_raw("server.time", &())?;
///
/// let second = client.at_once().call_raw("server.time", &());
/// let Err(Error::Pace(error)) = second else { unreachable!() };
/// assert_eq!(error.reason(), PaceReason::Rate);
/// assert!(error.wait() > Duration::from_secs(60)); // a call each hundred seconds
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaceError {
    method: String,
    reason: PaceReason,
    wait: Duration,
    at_once: bool,
}

/// What a call would have to wait for: a limit of the portal, or a new access token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PaceReason {
    /// How many requests the portal takes from one address.
    Rate,
    /// How much computing time the portal gives a method within ten minutes (`operating`).
    Operating,
    /// The access token has expired, and its renewal, by another call or by this one, takes too long.
    Renewal,
    /// The access token has expired, and another process holds the lock of the
    /// [`TokenStore`](crate::TokenStore), so as to renew it.
    TokenLock,
}

impl PaceError {
    pub(crate) fn new(method: &str, reason: PaceReason, wait: Duration, at_once: bool) -> Self {
        Self {
            method: method.to_owned(),
            reason,
            wait,
            at_once,
        }
    }

    /// The method that was not called.
    #[must_use]
    pub fn method(&self) -> &str {
        &self.method
    }

    /// What it would have to wait for.
    #[must_use]
    pub fn reason(&self) -> PaceReason {
        self.reason
    }

    /// For how long, as far as is known; after that the same call can be made. How long a renewal of the
    /// access token takes is not: zero stands for it.
    #[must_use]
    pub fn wait(&self) -> Duration {
        self.wait
    }

    /// Whether the call was to be made at once; otherwise its deadline would have passed.
    #[must_use]
    pub fn at_once(&self) -> bool {
        self.at_once
    }

    /// Whether the portal executed the call: it was never sent.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        Outcome::NotExecuted
    }

    /// What to do about it.
    #[must_use]
    pub fn advice(&self) -> Advice {
        Advice::Wait
    }
}

impl fmt::Display for PaceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let why = match self.reason {
            PaceReason::Rate => "the portal takes no more requests for now",
            PaceReason::Operating => "the method has used up its computing time for now",
            PaceReason::Renewal => "its access token has expired and is being renewed",
            PaceReason::TokenLock => {
                "its access token has expired, and another process holds the lock of the store to renew it"
            }
        };
        let limit = if self.at_once {
            "the call may not wait"
        } else {
            "the call's deadline comes first"
        };
        write!(f, "{} was not called: {why}, ", self.method)?;
        if !self.wait.is_zero() {
            // Rounded up: who waits for so long has waited long enough.
            let tenths = self.wait.as_millis().div_ceil(100);
            write!(f, "its turn comes in {}.{} s, ", tenths / 10, tenths % 10)?;
        }
        write!(f, "and {limit}; {}", self.advice())
    }
}

impl std::error::Error for PaceError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_tells_which_method_why_and_for_how_long() {
        let wait = Duration::from_millis(1_410);
        let error = PaceError::new("crm.deal.list", PaceReason::Rate, wait, true);
        assert_eq!(
            error.to_string(),
            "crm.deal.list was not called: the portal takes no more requests for now, its turn comes \
             in 1.5 s, and the call may not wait; call again after a while"
        );
        let error = PaceError::new("user.get", PaceReason::Operating, Duration::from_secs(90), false);
        assert_eq!(
            error.to_string(),
            "user.get was not called: the method has used up its computing time for now, its turn \
             comes in 90.0 s, and the call's deadline comes first; call again after a while"
        );
        let error = PaceError::new("user.get", PaceReason::Renewal, Duration::ZERO, false);
        assert_eq!(
            error.to_string(),
            "user.get was not called: its access token has expired and is being renewed, and the call's \
             deadline comes first; call again after a while"
        );
    }
}
