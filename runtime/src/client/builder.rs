//! A client with settings of its own.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::header::HeaderValue;

use super::options::Options;
use super::{Client, Inner};
use crate::clock::{Clock, SystemClock};
use crate::error::{ConfigError, Error};
use crate::oauth::{Application, Authorization, TokenStore};
use crate::observe::{self, Observer};
use crate::pace::Pace;
use crate::portal::Portal;
use crate::redirect::RedirectPolicy;
use crate::retry::Retry;
use crate::transport::{Limits, Transport, UreqTransport};

/// The default user agent.
const USER_AGENT: &str = concat!("b24/", env!("CARGO_PKG_VERSION"));

/// Settings of a [`Client`]; made by [`Client::builder`].
///
/// ```
/// use b24::Client;
/// use std::time::Duration;
///
/// let client = Client::builder()
///     .webhook("https://example.bitrix24.com/rest/1/c0de5ecret/")
///     .attempt_timeout(Duration::from_secs(30))
///     .connect_timeout(Duration::from_secs(3))
///     .max_answer_size(8 << 20)
///     .max_header_size(16 << 10)
///     .user_agent("acme-sync/2.1")
///     .build()?;
/// # let _ = client;
/// # Ok::<(), b24::Error>(())
/// ```
#[must_use = "a builder does nothing before `build`"]
#[derive(Default)]
pub struct ClientBuilder {
    portal: Option<Result<Portal, Error>>,
    transport: Option<Box<dyn Transport>>,
    limits: Limits,
    user_agent: Option<String>,
    options: Options,
    pace: Option<Pace>,
    redirects: RedirectPolicy,
    clock: Option<Arc<dyn Clock>>,
    observers: Vec<Arc<dyn Observer>>,
}

impl ClientBuilder {
    /// Calls go through this inbound webhook, `https://PORTAL/rest/USER/CODE/`.
    pub fn webhook(mut self, url: &str) -> Self {
        self.portal = Some(Portal::webhook(url).map_err(Error::from));
        self
    }

    /// Calls carry this access token of OAuth to this portal; nobody renews it.
    pub fn token(mut self, portal: &str, token: &str) -> Self {
        self.portal = Some(Portal::token(portal, token).map_err(Error::from));
        self
    }

    /// Calls carry the tokens that this application has in this store, for the portal that they belong
    /// to. Once the portal refuses them as expired they are renewed, and the new ones are put into the
    /// store before they are used.
    pub fn oauth(self, application: Application, store: impl TokenStore + 'static) -> Self {
        self.authorization(Authorization::from_store(application, Box::new(store)))
    }

    pub(super) fn authorization(mut self, authorization: Result<Authorization, Error>) -> Self {
        let portal = authorization.and_then(|authorization| Ok(Portal::application(authorization)?));
        self.portal = Some(portal);
        self
    }

    /// How long a call may take in all: waiting for its turn, further attempts and pauses; 15 minutes
    /// unless set. [`Client::with_deadline`] sets another for some calls.
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.options.deadline = deadline;
        self
    }

    /// How often a call is sent again, and after how long.
    pub fn retry(mut self, retry: Retry) -> Self {
        self.options.retry = retry;
        self
    }

    /// The pace of requests: [`Pace::standard`] unless set, [`Pace::enterprise`] for portals on that
    /// plan. Clients of the same portal should have clones of one.
    pub fn pace(mut self, pace: Pace) -> Self {
        self.pace = Some(pace);
        self
    }

    /// Where a portal may redirect to: to its new name on the same cloud, unless set.
    pub fn redirects(mut self, policy: RedirectPolicy) -> Self {
        self.redirects = policy;
        self
    }

    /// Is told of attempts, waits, new addresses and new tokens; there may be several.
    pub fn observer(mut self, observer: impl Observer + 'static) -> Self {
        self.observers.push(Arc::new(observer));
        self
    }

    /// Tells the time and waits in place of [`SystemClock`]; for tests.
    pub fn clock(mut self, clock: impl Clock + 'static) -> Self {
        self.clock = Some(Arc::new(clock));
        self
    }

    /// How long one attempt at a call may take in all; 70 s unless set.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.limits.attempt = timeout;
        self
    }

    /// How long connecting may take; 10 s unless set.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.limits.connect = timeout;
        self
    }

    /// How long an answer may be, in bytes; 64 MiB unless set.
    pub fn max_answer_size(mut self, bytes: u64) -> Self {
        self.limits.answer_size = bytes;
        self
    }

    /// How long the header of an answer may be, in bytes; 64 KiB unless set.
    pub fn max_header_size(mut self, bytes: usize) -> Self {
        self.limits.header_size = bytes;
        self
    }

    /// The `User-Agent` of every request; `b24/VERSION` unless set.
    pub fn user_agent(mut self, name: impl Into<String>) -> Self {
        self.user_agent = Some(name.into());
        self
    }

    /// Requests go through this transport in place of [`UreqTransport`].
    pub fn transport(mut self, transport: impl Transport + 'static) -> Self {
        self.transport = Some(Box::new(transport));
        self
    }

    /// Makes the client; nothing is sent.
    ///
    /// # Errors
    /// [`Error::Config`] if there are no credentials, or a setting is unusable.
    pub fn build(self) -> Result<Client, Error> {
        let portal = self.portal.unwrap_or_else(|| {
            Err(ConfigError::new(
                "client",
                "no portal: call `webhook`, `oauth` or `token` before `build`",
            )
            .into())
        })?;
        let user_agent = self.user_agent.as_deref().unwrap_or(USER_AGENT);
        let header = HeaderValue::from_str(user_agent).ok();
        let user_agent = header.filter(|_| user_agent.is_ascii()).ok_or_else(|| {
            ConfigError::new(
                "user agent",
                format!("{user_agent:?} cannot stand in a header; expected visible ASCII characters"),
            )
        })?;
        let limits = [self.limits.connect, self.limits.attempt, self.options.deadline];
        if limits.contains(&Duration::ZERO) || self.limits.answer_size == 0 || self.limits.header_size == 0 {
            return Err(ConfigError::new(
                "limit",
                "zero would let no request through; expected more than zero",
            )
            .into());
        }
        let transport = match self.transport {
            Some(transport) => transport,
            None => Box::new(UreqTransport::builder().limits(&self.limits).build()?),
        };
        Ok(Client {
            inner: Arc::new(Inner {
                portal,
                transport,
                limits: self.limits,
                user_agent,
                pace: self.pace.unwrap_or_else(Pace::standard),
                clock: self.clock.unwrap_or_else(|| Arc::new(SystemClock)),
                redirects: self.redirects,
                observers: self.observers.into_iter().chain(observe::built_in()).collect(),
            }),
            options: self.options,
        })
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("portal", &self.portal)
            .field("limits", &self.limits)
            .field("user_agent", &self.user_agent)
            .field("options", &self.options)
            .field("pace", &self.pace)
            .field("redirects", &self.redirects)
            .finish_non_exhaustive()
    }
}
