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
///
/// What it does by itself has its defaults, and can be set as well:
///
/// ```
/// use b24::{Client, Event, Pace, RedirectPolicy, retry::Retry};
/// use std::time::Duration;
///
/// let client = Client::builder()
///     .webhook("https://example.bitrix24.com/rest/1/c0de5ecret/")
///     .pace(Pace::enterprise())
///     .retry(Retry::default().attempts(3))
///     .deadline(Duration::from_secs(60))
///     .redirects(RedirectPolicy::none())
///     .observer(|event: &Event<'_>| println!("{event:?}"))
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
    pub fn webhook(self, url: &str) -> Self {
        self.calls_to(Portal::webhook(url).map_err(Error::from))
    }

    /// Calls carry this access token of OAuth to this portal; nobody renews it.
    pub fn token(self, portal: &str, token: &str) -> Self {
        self.calls_to(Portal::token(portal, token).map_err(Error::from))
    }

    /// Calls carry the tokens that this application has in this store, for the portal that they belong
    /// to. Once the portal refuses them as expired they are renewed, and the new ones are put into the
    /// store before they are used.
    ///
    /// ```
    /// use b24::{Application, Client, FileStore, TokenStore, Tokens};
    ///
    /// # let directory = std::env::temp_dir().join(format!("b24-builder-doc-{}", std::process::id()));
    /// # std::fs::create_dir_all(&directory)?;
    /// let store = FileStore::new(directory.join("tokens.json"));
    /// if store.load()?.is_none() {
    ///     // As they came when the application was installed.
    ///     store.save(&Tokens::new("example.bitrix24.com", "s1morf609228", "4f9k4jpmg13u")?)?;
    /// }
    /// let application = Application::new("local.5c8bb1b0891cf2.87252039", "c0de5ecret")?;
    /// let client = Client::builder().oauth(application, store).build()?;
    /// # std::fs::remove_dir_all(directory)?;
    /// # let _ = client;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn oauth(self, application: Application, store: impl TokenStore + 'static) -> Self {
        self.authorization(Authorization::from_store(application, Box::new(store)))
    }

    pub(super) fn authorization(self, authorization: Result<Authorization, Error>) -> Self {
        self.calls_to(authorization.and_then(|authorization| Ok(Portal::application(authorization)?)))
    }

    fn calls_to(mut self, portal: Result<Portal, Error>) -> Self {
        let twice = ConfigError::new(
            "client",
            "more than one portal: call only one of `webhook`, `oauth` and `token`, and once",
        );
        self.portal = Some(match self.portal {
            None => portal,
            Some(_) => Err(twice.into()),
        });
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
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// use b24::{Client, Clock};
    /// use b24_portal::{Portal, TurnedClock};
    ///
    /// /// The client waits by turning the portal's clock.
    /// #[derive(Debug)]
    /// struct Shared(TurnedClock);
    ///
    /// impl Clock for Shared {
    ///     fn now(&self) -> Duration {
    ///         self.0.now()
    ///     }
    ///     fn unix(&self) -> Duration {
    ///         self.0.now()
    ///     }
    ///     fn sleep(&self, duration: Duration) {
    ///         self.0.advance(duration);
    ///     }
    /// }
    ///
    /// let clock = TurnedClock::new();
    /// let portal = Portal::builder().clock(&clock).start()?;
    /// let client = Client::builder().webhook(portal.webhook()).clock(Shared(clock.clone())).build()?;
    ///
    /// let before = clock.now();
    /// for _ in 0..60 {
    ///     client.call_raw("server.time", &())?; // 50 at once, then 2 a second
    /// }
    /// assert!(clock.now() - before >= Duration::from_secs(5));
    /// assert_eq!(portal.refusals(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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
    /// [`Error::Config`] if there are no credentials, or a setting is unusable; [`Error::Store`] if the
    /// store of tokens cannot be read.
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
