//! An application that was registered with Bitrix24.

use std::fmt;

use super::answer::{self, Grant};
use super::{AuthorizationServer, State, TOKEN_METHOD, Tokens, form};
use crate::clock::SystemClock;
use crate::error::{ConfigError, Error};
use crate::portal::portal_origin;
use crate::secret::{HIDDEN, Secret};
use crate::transport::{Limits, Transport, UreqTransport};

/// An application by its `client_id` and `client_secret`, as its registration shows them.
///
/// `Debug` hides the secret. Source:
/// [the protocol](https://apidocs.bitrix24.com/settings/oauth/index.html).
///
/// ```
/// use b24::{Application, State};
///
/// let application = Application::new("local.5c8bb1b0891cf2.87252039", "SakeVG5mbRdcQet45UUrt6q72AMTo7fkwXSO7Y5LYFYNCRsA6f")?;
///
/// // The user's browser goes there, and comes back with `code` and `state`.
/// let state = State::random()?;
/// let url = application.authorization_url("example.bitrix24.com", &state)?;
/// assert_eq!(url, format!("https://example.bitrix24.com/oauth/authorize/?client_id=local.5c8bb1b0891cf2.87252039&state={state}"));
/// # Ok::<(), b24::ConfigError>(())
/// ```
#[derive(Clone)]
pub struct Application {
    client_id: String,
    client_secret: Secret,
    server: Option<AuthorizationServer>,
}

impl Application {
    /// An application by its `client_id` and `client_secret`.
    ///
    /// # Errors
    /// If one of them is empty, or has something else within than visible ASCII characters.
    pub fn new(client_id: &str, client_secret: &str) -> Result<Self, ConfigError> {
        let secret = |what: &'static str, text: &str| {
            Secret::new(text.trim()).ok_or_else(|| {
                ConfigError::new(
                    what,
                    "it is empty, or has something else within than visible ASCII characters",
                )
            })
        };
        Ok(Self {
            client_id: secret("client_id", client_id)?.expose().to_owned(),
            client_secret: secret("client_secret", client_secret)?,
            server: None,
        })
    }

    /// Tokens come from this server, whatever the portal.
    ///
    /// # Errors
    /// If the address of a server of your own is neither `https` nor of this machine.
    ///
    /// ```
    /// use b24::{Application, AuthorizationServer};
    ///
    /// let application = Application::new("app.1", "c0de5ecret")?;
    /// let own = AuthorizationServer::Custom("http://oauth.example.com".to_owned());
    /// assert!(application.clone().server(own).is_err()); // the secret would be readable on its way
    /// assert!(application.server(AuthorizationServer::Region).is_ok());
    /// # Ok::<(), b24::ConfigError>(())
    /// ```
    pub fn server(mut self, server: AuthorizationServer) -> Result<Self, ConfigError> {
        self.server = Some(server.checked()?);
        Ok(self)
    }

    /// Where a user's browser goes to let the application in; `portal` is the portal's name or
    /// address.
    ///
    /// # Errors
    /// If `portal` is neither.
    pub fn authorization_url(&self, portal: &str, state: &State) -> Result<String, ConfigError> {
        let origin = portal_origin(portal)?;
        let query = form::write(&[("client_id", &self.client_id), ("state", state.as_str())]);
        Ok(format!("{origin}/oauth/authorize/?{query}"))
    }

    /// Exchanges the `code` with which a user's browser came back for the first tokens; it lives for
    /// 30 seconds.
    ///
    /// `portal` is the name or address of the portal that the user was sent to. Compare the `state`
    /// first.
    ///
    /// # Errors
    /// [`Error::Auth`] if the server refuses, [`Error::Config`] if `portal` or `code` cannot be one;
    /// otherwise as for any call.
    ///
    /// ```no_run
    /// use b24::{Application, State};
    ///
    /// # let (kept, code, came_back) = ("f00d", "avmocpghblyi01", "f00d");
    /// let application = Application::new("app.1", "c0de5ecret")?;
    /// let state: State = kept.parse()?;
    /// if state.matches(came_back) {
    ///     let tokens = application.exchange("example.bitrix24.com", code)?;
    ///     println!("user {:?} of {}", tokens.user_id(), tokens.domain());
    /// }
    /// # Ok::<(), b24::Error>(())
    /// ```
    pub fn exchange(&self, portal: &str, code: &str) -> Result<Tokens, Error> {
        self.exchange_through(&UreqTransport::default(), portal, code)
    }

    /// The same through a transport of your own.
    ///
    /// # Errors
    /// As [`exchange`](Self::exchange).
    ///
    /// ```
    /// use b24::{Application, Limits, Transport, TransportError};
    ///
    /// struct Canned;
    ///
    /// impl Transport for Canned {
    ///     fn send(&self, request: http::Request<Vec<u8>>, _: &Limits) -> Result<http::Response<Vec<u8>>, TransportError> {
    ///         assert_eq!(request.uri(), "https://oauth.bitrix.info/oauth/token/");
    ///         Ok(http::Response::new(br#"{"access_token":"s1morf609228","expires_in":3600}"#.to_vec()))
    ///     }
    /// }
    ///
    /// let application = Application::new("app.1", "c0de5ecret")?;
    /// let tokens = application.exchange_through(&Canned, "example.bitrix24.com", "avmocpghblyi01")?;
    /// assert_eq!(tokens.access_token(), "s1morf609228");
    /// # Ok::<(), b24::Error>(())
    /// ```
    pub fn exchange_through(
        &self,
        transport: &dyn Transport,
        portal: &str,
        code: &str,
    ) -> Result<Tokens, Error> {
        let origin = portal_origin(portal)?;
        let code = Secret::new(code).ok_or_else(|| {
            ConfigError::new(
                "authorization code",
                "it is empty, or has something else within than visible ASCII characters",
            )
        })?;
        let scrub = |text: &str| self.client_secret.scrub(&code.scrub(text));
        let server = self.server.clone();
        let server = server.unwrap_or_else(|| AuthorizationServer::of_portal(&origin));
        let request = answer::request(&server, self, &Grant::Code(code.expose()))?;
        let answer = transport
            .send(request, &Limits::default())
            .map_err(|error| error.of(TOKEN_METHOD, scrub))?;
        answer::tokens(&answer, &origin, None, &SystemClock, &scrub)
    }

    /// The server that renews tokens.
    pub(super) fn server_for(&self, tokens: &Tokens) -> AuthorizationServer {
        let told = || tokens.server_endpoint().and_then(AuthorizationServer::trusted);
        let zone = || AuthorizationServer::of_portal(tokens.origin());
        self.server.clone().or_else(told).unwrap_or_else(zone)
    }

    pub(super) fn client_id(&self) -> &str {
        &self.client_id
    }

    pub(super) fn secret(&self) -> &Secret {
        &self.client_secret
    }
}

impl fmt::Debug for Application {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Application")
            .field("client_id", &self.client_id)
            .field("client_secret", &format_args!("{HIDDEN}"))
            .field("server", &self.server)
            .finish()
    }
}
