//! What can go wrong with a call, whether it happened all the same, and what to do.

mod api;
mod code;
mod config;
mod decode;
mod invalid;
mod pace;
mod store;
mod system;
mod trail;
mod transport;

pub use api::{ApiError, Refused};
pub use code::{AnyCode, ErrorCode};
pub use config::ConfigError;
pub use decode::{DecodeError, DecodeProblem};
pub use invalid::{Invalid, Problem, Violation};
pub use pace::{PaceError, PaceReason};
pub use store::StoreError;
pub use system::SystemCode;
pub use transport::{TransportError, TransportErrorKind};

pub(crate) use invalid::{Shown, beginning, cut, quoted};
pub(crate) use trail::Trail;

use std::fmt;

use crate::method::Method;

/// A call that did not give an answer.
///
/// It answers three questions: what went wrong (the variant), whether the method was executed all
/// the same ([`outcome`](Self::outcome)), and what to do ([`advice`](Self::advice)). No part of it
/// shows a webhook's code or a token.
///
/// ```
/// use b24::{Advice, Client, Error, Outcome, b24_method};
///
/// #[allow(deprecated)] // Bitrix24 deprecates this method: `imbot.v2.Chat.add` follows it
/// #[b24_method("imbot.chat.add")]
/// struct ChatAdd {
///     r#type: Option<String>,
///     bot_id: Option<u64>,
///     client_id: Option<String>,
/// }
///
/// let portal = b24_portal::Portal::start()?;
/// let client = Client::webhook(portal.webhook())?;
///
/// // Refused before anything is sent: `OPEN` and `CHAT` are documented.
/// let error = ChatAdd::new().r#type("PUBLIC").call(&client).unwrap_err();
/// assert!(matches!(error, Error::Invalid(_)));
///
/// // Refused by the portal.
/// let error = ChatAdd::new().bot_id(39).client_id("docs").call(&client).unwrap_err();
/// assert_eq!(error.code::<ChatAdd>(), Some(ChatAddCode::BotIdError));
/// assert_eq!(error.outcome(), Outcome::NotExecuted);
/// assert_eq!(error.advice(), Advice::FixRequest);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Error {
    /// The client cannot be made: a wrong address, a missing variable, an unusable setting.
    Config(ConfigError),
    /// The parameters break what the method's declaration says; nothing was sent.
    Invalid(Invalid),
    /// The call may not wait until the portal takes it; nothing was sent.
    Pace(PaceError),
    /// The portal answered that it refuses the call, or that it failed.
    Api(Box<ApiError>),
    /// The portal answered that the credentials are not good for this call.
    Auth(Box<ApiError>),
    /// No whole answer came.
    Transport(TransportError),
    /// An answer came that is not what was expected.
    Decode(Box<DecodeError>),
    /// The tokens could not be loaded or saved, and the call was not sent with new ones; or the journal of a
    /// bulk change could not, and the call was not sent.
    Store(StoreError),
}

/// Whether the portal executed a call that gave an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// It did not, as far as the portal's answer, or its lack, can tell: it refused the call, or never
    /// got it.
    NotExecuted,
    /// It did: only its answer was not understood.
    Executed,
    /// Nobody can tell from here: look before you repeat it.
    Unknown,
}

/// What to do about an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Advice {
    /// Change the request or the program: the same call will fail again.
    FixRequest,
    /// Change what the declaration's `returns` says: the call was executed, its answer not
    /// understood.
    FixDeclaration,
    /// Get other credentials, a fresh token or more rights.
    Authorize,
    /// Call again after a while; the portal is busy or limits its callers.
    Wait,
    /// Call again; nothing was executed.
    Retry,
    /// Check the portal's name and the network, then call again; nothing was executed.
    Reach,
    /// Call again, with the same `Idempotency-Key` if it has one: a second time does no harm.
    Repeat,
    /// Look on the portal whether the call was executed, then decide.
    Check,
    /// Have a user authorize the application anew: its tokens cannot be renewed any more.
    Reauthorize,
    /// A person has to act: the portal's administrator or Bitrix24's support.
    Contact,
}

impl fmt::Display for Advice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::FixRequest => "change the request: the same call will fail again",
            Self::FixDeclaration => "change what `returns` says: the call was executed",
            Self::Authorize => "check the credentials, their rights, and what the portal's plan allows",
            Self::Wait => "call again after a while",
            Self::Retry => "call again: nothing was executed",
            Self::Reach => "check the portal's name and the network: nothing was executed",
            Self::Repeat => "call again: a second time does no harm",
            Self::Reauthorize => "have a user authorize the application again: its tokens cannot be renewed",
            Self::Check => "look whether the call was executed before you repeat it",
            Self::Contact => "ask the portal's administrator or Bitrix24's support",
        })
    }
}

/// Whether the call was executed and what to do, where only the HTTP status is known.
///
/// A refusal (4xx) means that it was not executed; whatever else went wrong may have come half-way.
pub(crate) fn told_by(status: u16) -> (Outcome, Advice) {
    match status {
        401 => (Outcome::NotExecuted, Advice::Authorize),
        408 | 425 | 429 => (Outcome::NotExecuted, Advice::Wait),
        400..=499 => (Outcome::NotExecuted, Advice::FixRequest),
        _ => (Outcome::Unknown, Advice::Check),
    }
}

impl Error {
    /// Whether the portal executed the call.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        match self {
            Self::Config(_) | Self::Invalid(_) | Self::Store(_) => Outcome::NotExecuted,
            Self::Pace(error) => error.outcome(),
            Self::Api(error) | Self::Auth(error) => error.outcome(),
            Self::Transport(error) => error.outcome(),
            Self::Decode(error) => error.outcome(),
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn advice(&self) -> Advice {
        match self {
            Self::Config(_) | Self::Invalid(_) => Advice::FixRequest,
            Self::Pace(error) => error.advice(),
            Self::Api(error) | Self::Auth(error) => error.advice(),
            Self::Transport(error) => error.advice(),
            Self::Decode(error) => error.advice(),
            Self::Store(_) => Advice::Contact,
        }
    }

    /// How often the call was sent; 0 if it never was.
    ///
    /// ```
    /// use b24::{Client, retry::Retry};
    /// use b24_portal::{Fault, Portal};
    ///
    /// let portal = Portal::start()?;
    /// portal.inject(Fault::QueryLimit); // whatever is called
    /// let client = Client::webhook(portal.webhook())?.with_retry(Retry::never());
    /// assert_eq!(client.call_raw("server.time", &()).unwrap_err().attempts(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn attempts(&self) -> u32 {
        match self {
            Self::Transport(error) if error.kind() == TransportErrorKind::DryRun => 0,
            _ => self.trail().map_or(0, |trail| trail.attempts),
        }
    }

    /// The `Idempotency-Key` that all attempts of the call carried, if it was a write of REST 3: whoever
    /// calls again with [`Client::with_idempotency_key`](crate::Client::with_idempotency_key) within a
    /// day does not make it happen twice.
    ///
    /// ```
    /// use b24::{Client, Outcome, retry::Retry};
    /// use b24_portal::{Fault, Portal};
    ///
    /// let portal = Portal::start()?;
    /// portal.inject(Fault::ResetAfter.on("tasks.task.add").nth(1)); // executed; the answer is lost
    /// let client = Client::webhook(portal.webhook())?.with_retry(Retry::never());
    /// let task = serde_json::json!({"fields": {"title": "Call back", "creatorId": 1, "responsibleId": 1}});
    ///
    /// let error = client.call_raw_v3("tasks.task.add", &task).unwrap_err();
    /// assert_eq!(error.outcome(), Outcome::Unknown);
    /// let key = error.idempotency_key().unwrap(); // to be kept with the task
    ///
    /// client.with_idempotency_key(key)?.call_raw_v3("tasks.task.add", &task)?;
    /// assert_eq!(portal.executions("tasks.task.add"), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn idempotency_key(&self) -> Option<&str> {
        self.trail()?.idempotency_key.as_deref()
    }

    fn trail(&self) -> Option<&Trail> {
        match self {
            Self::Config(_) | Self::Invalid(_) | Self::Pace(_) | Self::Store(_) => None,
            Self::Api(error) | Self::Auth(error) => Some(&error.trail),
            Self::Transport(error) => Some(&error.trail),
            Self::Decode(error) => Some(&error.trail),
        }
    }

    fn trail_mut(&mut self) -> Option<&mut Trail> {
        match self {
            Self::Config(_) | Self::Invalid(_) | Self::Pace(_) | Self::Store(_) => None,
            Self::Api(error) | Self::Auth(error) => Some(&mut error.trail),
            Self::Transport(error) => Some(&mut error.trail),
            Self::Decode(error) => Some(&mut error.trail),
        }
    }

    /// The same error, of a call that went through this.
    pub(crate) fn after(mut self, trail: Trail) -> Self {
        if let Some(own) = self.trail_mut() {
            let before_call = own.before_call.take();
            *own = Trail { before_call, ..trail };
        }
        self
    }

    /// The same error, met while the access token for a call of this method was renewed.
    pub(crate) fn before_call(mut self, method: &str) -> Self {
        if let Some(trail) = self.trail_mut() {
            trail.before_call = Some(method.into());
        }
        self
    }

    /// The portal's refusal, if it answered with one.
    #[must_use]
    pub fn api(&self) -> Option<&ApiError> {
        match self {
            Self::Api(error) | Self::Auth(error) => Some(error),
            _ => None,
        }
    }

    /// Whether a batch of REST 3 may have got this for one of its commands, after others were executed.
    pub(crate) fn may_be_of_a_command(&self) -> bool {
        self.api().is_some_and(ApiError::may_be_of_a_command)
    }

    /// The error code of a method's call as that method's own type, if the portal answered with one.
    ///
    /// A code that the declaration does not list is `Other`; its text is [`ApiError::code`].
    #[must_use]
    pub fn code<M: Method>(&self) -> Option<M::Code> {
        self.api().map(|error| M::Code::from_code(error.code()))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(method) = self.trail().and_then(|trail| trail.before_call.as_ref()) {
            write!(
                f,
                "{method} was not called, for its access token could not be renewed: "
            )?;
        }
        match self {
            Self::Config(error) => error.fmt(f),
            Self::Invalid(error) => error.fmt(f),
            Self::Pace(error) => error.fmt(f),
            Self::Api(error) | Self::Auth(error) => error.fmt(f),
            Self::Transport(error) => error.fmt(f),
            Self::Decode(error) => error.fmt(f),
            Self::Store(error) => error.fmt(f),
        }?;
        match self.attempts() {
            0 | 1 => Ok(()),
            attempts => write!(f, "; tried {attempts} times"),
        }
    }
}

// The inner errors show themselves above, so none of them is a source as well.
impl std::error::Error for Error {}

impl From<ConfigError> for Error {
    fn from(error: ConfigError) -> Self {
        Self::Config(error)
    }
}

impl From<Invalid> for Error {
    fn from(error: Invalid) -> Self {
        Self::Invalid(error)
    }
}

impl From<PaceError> for Error {
    fn from(error: PaceError) -> Self {
        Self::Pace(error)
    }
}

impl From<TransportError> for Error {
    fn from(error: TransportError) -> Self {
        Self::Transport(error)
    }
}

impl From<DecodeError> for Error {
    fn from(error: DecodeError) -> Self {
        Self::Decode(Box::new(error))
    }
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<ApiError> for Error {
    fn from(error: ApiError) -> Self {
        if error.is_auth() {
            Self::Auth(Box::new(error))
        } else {
            Self::Api(Box::new(error))
        }
    }
}
