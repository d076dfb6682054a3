//! A client with settings of its own.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::header::HeaderValue;

use super::{Client, Inner};
use crate::error::{ConfigError, Error};
use crate::portal::Portal;
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
    portal: Option<Result<Portal, ConfigError>>,
    transport: Option<Box<dyn Transport>>,
    limits: Limits,
    user_agent: Option<String>,
}

impl ClientBuilder {
    /// Calls go through this inbound webhook, `https://PORTAL/rest/USER/CODE/`.
    pub fn webhook(mut self, url: &str) -> Self {
        self.portal = Some(Portal::webhook(url));
        self
    }

    /// Calls carry this access token of OAuth to this portal.
    pub fn token(mut self, portal: &str, token: &str) -> Self {
        self.portal = Some(Portal::token(portal, token));
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
                "no portal: call `webhook` or `token` before `build`",
            ))
        })?;
        let user_agent = self.user_agent.as_deref().unwrap_or(USER_AGENT);
        let header = HeaderValue::from_str(user_agent).ok();
        let user_agent = header.filter(|_| user_agent.is_ascii()).ok_or_else(|| {
            ConfigError::new(
                "user agent",
                format!("{user_agent:?} cannot stand in a header; expected visible ASCII characters"),
            )
        })?;
        let limits = [self.limits.connect, self.limits.attempt];
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
            }),
        })
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("portal", &self.portal)
            .field("limits", &self.limits)
            .field("user_agent", &self.user_agent)
            .finish_non_exhaustive()
    }
}
