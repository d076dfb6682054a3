//! No whole answer came.

use std::fmt;

use super::{Advice, Outcome, Trail, cut};

/// No whole answer came from the portal.
///
/// ```
/// use b24::{Client, Error, Outcome, TransportErrorKind};
/// use b24_portal::{Fault, Portal};
///
/// let portal = Portal::start()?;
/// portal.inject(Fault::ResetAfter);
/// let client = Client::webhook(portal.webhook())?;
/// // Nobody knows whether it was executed, so it is not sent again.
/// let Err(Error::Transport(error)) = client.call_raw("imbot.register", &()) else { unreachable!() };
/// assert_eq!(error.kind(), TransportErrorKind::Closed);
/// assert_eq!(error.outcome(), Outcome::Unknown);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TransportError {
    kind: TransportErrorKind,
    sent: bool,
    detail: String,
    method: String,
    pub(crate) trail: Trail,
}

/// Why no whole answer came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// The portal's host could not be found or reached.
    Connect,
    /// It took too long.
    Timeout,
    /// No trusted TLS connection could be made.
    Tls,
    /// The connection ended before the answer was whole.
    Closed,
    /// The answer is longer than the client accepts.
    TooLarge,
    /// The answer breaks the rules of HTTP.
    Protocol,
    /// The answer sends the call elsewhere.
    Redirect,
    /// The portal is one's own, and its licence has expired: it answers nothing else.
    Licence,
    /// The transport writes requests down in place of sending them.
    DryRun,
    /// Something else, as told by the transport.
    Other,
}

impl TransportError {
    /// A failure for a [`Transport`](crate::Transport) to report.
    ///
    /// `sent` says whether the portal may have got the whole request; if none of its body left, it
    /// cannot have executed the call. `detail` must not hold the address.
    ///
    /// ```
    /// use b24::{TransportError, TransportErrorKind};
    ///
    /// let error = TransportError::new(TransportErrorKind::Connect, false, "connection refused");
    /// assert_eq!(error.to_string(), "cannot reach the portal: connection refused; check the portal's name and the network: nothing was executed");
    /// ```
    #[must_use]
    pub fn new(kind: TransportErrorKind, sent: bool, detail: impl Into<String>) -> Self {
        Self {
            kind,
            sent,
            detail: detail.into(),
            method: String::new(),
            trail: Trail::default(),
        }
    }

    pub(crate) fn of(mut self, method: &str, scrub: impl FnOnce(&str) -> String) -> Self {
        self.detail = cut(&scrub(&self.detail));
        method.clone_into(&mut self.method);
        self
    }

    /// Why no whole answer came.
    #[must_use]
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }

    pub(crate) fn detail(&self) -> &str {
        &self.detail
    }

    /// The method that was called; empty before a client has seen the error.
    #[must_use]
    pub fn method(&self) -> &str {
        &self.method
    }

    /// Whether the portal executed the call: not if the request never left, or was sent elsewhere.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.told().0
    }

    /// What to do about it.
    #[must_use]
    pub fn advice(&self) -> Advice {
        self.told().1
    }

    fn told(&self) -> (Outcome, Advice) {
        if self.sent {
            return self.trail.told((Outcome::Unknown, Advice::Check));
        }
        let advice = match self.kind {
            TransportErrorKind::Connect | TransportErrorKind::Redirect => Advice::Reach,
            TransportErrorKind::Licence => Advice::Contact,
            TransportErrorKind::Tls | TransportErrorKind::Other => Advice::FixRequest,
            _ => Advice::Retry,
        };
        self.trail.told((Outcome::NotExecuted, advice))
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.method.is_empty() {
            write!(f, "{}: ", self.method)?;
        }
        f.write_str(match self.kind {
            TransportErrorKind::Connect => "cannot reach the portal",
            TransportErrorKind::Timeout => "the portal did not answer in time",
            TransportErrorKind::Tls => "no trusted connection to the portal",
            TransportErrorKind::Closed => "the connection closed before the answer was whole",
            TransportErrorKind::TooLarge => "the answer is too large",
            TransportErrorKind::Protocol => "the answer breaks the rules of HTTP",
            TransportErrorKind::Redirect => "the portal has another address",
            TransportErrorKind::Licence => "the portal's licence has expired",
            TransportErrorKind::DryRun => "a dry run: nothing was sent",
            TransportErrorKind::Other => "the request failed",
        })?;
        if !self.detail.is_empty() {
            write!(f, ": {}", self.detail)?;
        }
        match self.kind {
            // As was wanted; there is nothing to change.
            TransportErrorKind::DryRun => Ok(()),
            _ => write!(f, "; {}", self.advice()),
        }
    }
}

impl std::error::Error for TransportError {}
