//! The kinds of failure that are told apart.

use crate::error::{ApiError, DecodeError, DecodeProblem, Error, Outcome, SystemCode, TransportError};
use crate::error::{TransportErrorKind, told_by};

/// What happened to a call that failed, as far as it matters for sending it again;
/// [`RULES`](super::RULES) says what follows.
///
/// ```
/// use b24::{Client, retry::Failure};
///
/// let portal = b24_portal::Portal::start()?;
/// let client = Client::webhook(portal.webhook())?;
/// let error = client.call_raw("crm.deal.ad", &()).unwrap_err();
/// assert_eq!(Failure::of(&error), Failure::Refused);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Failure {
    /// Something on this side: parameters, settings, no time left.
    NotSent,
    /// The store of tokens failed: what it did not take is kept, and it is asked again.
    Store,
    /// The portal's host could not be reached, or would not read the request; or the authorization
    /// server could not, or failed, and there was no token to call with.
    Unreachable,
    /// No trusted TLS connection.
    Untrusted,
    /// A redirect that is not followed.
    Misdirected,
    /// The request may have left, and no whole answer came back.
    NoAnswer,
    /// The answer is longer than the client accepts.
    TooLarge,
    /// Too many requests in a short time (`QUERY_LIMIT_EXCEEDED`).
    RateLimited,
    /// The method has used up its computing time (`OPERATION_TIME_LIMIT`).
    OperatingLimited,
    /// A person has to act: a block by hand, a portal that is gone, a subscription that has ended.
    Blocked,
    /// The access token has expired; in REST 3, it is not taken, for this reason or another.
    Expired,
    /// The portal refuses the call, and will refuse it again.
    Refused,
    /// The method gave up, maybe half-way, and says so with a status below 500, or with a redirect that
    /// may follow upon its execution: it will do so again.
    Objected,
    /// The portal says that it failed: some of the method may have run.
    Failed,
    /// A server before the portal gave up waiting for it, or found none (status 502, 503 or 504).
    Gateway,
    /// What came is no answer of the REST API: a page of a proxy, half a document, nothing.
    Garbled,
    /// The call was executed, and its result is not what the declaration expects.
    Misread,
}

impl Failure {
    /// The kind of this error.
    #[must_use]
    pub fn of(error: &Error) -> Self {
        match error {
            Error::Config(_) | Error::Invalid(_) | Error::Pace(_) => Self::NotSent,
            Error::Store(_) => Self::Store,
            Error::Api(error) | Error::Auth(error) => Self::of_refusal(error),
            Error::Transport(error) => Self::of_transport(error),
            Error::Decode(error) => Self::of_answer(error),
        }
    }

    fn of_transport(error: &TransportError) -> Self {
        match (error.kind(), error.outcome()) {
            (TransportErrorKind::Redirect | TransportErrorKind::Licence, Outcome::NotExecuted) => {
                Self::Misdirected
            }
            (TransportErrorKind::Redirect, _) => Self::Objected,
            (TransportErrorKind::TooLarge, Outcome::Unknown) => Self::TooLarge,
            (_, Outcome::Unknown | Outcome::Executed) => Self::NoAnswer,
            (TransportErrorKind::Tls, _) => Self::Untrusted,
            (TransportErrorKind::DryRun | TransportErrorKind::Other, _) => Self::NotSent,
            _ => Self::Unreachable,
        }
    }

    fn of_refusal(error: &ApiError) -> Self {
        use SystemCode as Code;
        match error.telling_code() {
            Some(Code::QueryLimitExceeded) => Self::RateLimited,
            Some(Code::OperationTimeLimit) => Self::OperatingLimited,
            Some(
                Code::OverloadLimit | Code::PortalDeleted | Code::PaymentRequired | Code::MethodConfirmDenied,
            ) => Self::Blocked,
            Some(Code::ExpiredToken) => Self::Expired,
            // What REST 3 answers to an expired token, and to any other that it does not take.
            Some(Code::AccessDenied) if error.status() == 401 && error.is_rest_3() => Self::Expired,
            _ if error.trail.before_call.is_some() && error.status() >= 500 => Self::Unreachable,
            _ => Self::of_status(error.status(), error.outcome()),
        }
    }

    fn of_answer(error: &DecodeError) -> Self {
        match error.problem() {
            // No tokens came, so the call was not sent: as if it had not got through.
            _ if error.trail.before_call.is_some() => Self::Unreachable,
            DecodeProblem::Mismatch { .. } if error.outcome() == Outcome::Executed => Self::Misread,
            _ if matches!(error.status(), 502..=504) => Self::Gateway,
            _ => Self::of_status(error.status(), told_by(error.status()).0),
        }
    }

    /// Where only the status tells.
    fn of_status(status: u16, outcome: Outcome) -> Self {
        match (outcome, status) {
            (Outcome::NotExecuted, 429) => Self::RateLimited,
            (Outcome::NotExecuted, 408 | 425) => Self::Unreachable,
            (Outcome::NotExecuted, _) => Self::Refused,
            (_, 500..) => Self::Failed,
            (_, 400..=499) => Self::Objected,
            _ => Self::Garbled,
        }
    }
}
