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
    /// ```
    /// use b24::{Application, AuthorizationServer, State};
    ///
    /// let portal = b24_portal::Portal::start()?; // a sandbox, which gives tokens too
    /// let its = portal.application();
    /// let application = Application::new(&its.client_id, &its.client_secret)?
    ///     .server(AuthorizationServer::Custom(portal.url().to_owned()))?; // not with a real portal
    ///
    /// let state = State::random()?; // kept in the user's session
    /// let (code, came_back) = (portal.authorize(), state.to_string()); // the user's browser brings them
    /// assert!(state.matches(&came_back));
    /// let tokens = application.exchange(portal.url(), &code)?;
    /// println!("{} lets the application do {:?}", tokens.domain(), tokens.scope());
    ///
    /// let error = application.exchange(portal.url(), &code).unwrap_err(); // a code is good for once
    /// assert_eq!(error.api().unwrap().code(), "invalid_grant");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
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
        answer::tokens(answer, &origin, None, &SystemClock, &scrub)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::{TransportError, TransportErrorKind};

    const SECRET: &str = "appl1cat1on-secret";
    const CODE: &str = "c0de-of-an-authorization";

    fn application() -> Application {
        Application::new(" app.1 ", SECRET).unwrap()
    }

    /// Answers with what it holds, and shows to whom it was asked.
    struct Answers(&'static str, u16, &'static str);

    impl Transport for Answers {
        fn send(
            &self,
            request: http::Request<Vec<u8>>,
            _: &Limits,
        ) -> Result<http::Response<Vec<u8>>, TransportError> {
            let Self(server, status, body) = self;
            assert_eq!(request.uri().to_string(), format!("{server}/oauth/token/"));
            let form = std::str::from_utf8(request.body()).unwrap();
            assert_eq!(
                form::read(form, "grant_type").as_deref(),
                Some("authorization_code")
            );
            assert_eq!(form::read(form, "code").as_deref(), Some(CODE));
            assert_eq!(form::read(form, "client_secret").as_deref(), Some(SECRET));
            if *status == 0 {
                let kind = TransportErrorKind::Closed;
                return Err(TransportError::new(kind, true, format!("{body} {CODE}")));
            }
            let answer = http::Response::builder().status(*status);
            Ok(answer.body(body.as_bytes().to_vec()).unwrap())
        }
    }

    const WORLD: &str = "https://oauth.bitrix.info";
    const REGION: &str = "https://oauth.bitrix24.tech";

    #[test]
    fn the_server_is_that_of_the_portals_zone_unless_told() {
        let body = r#"{"access_token":"4ccess"}"#;
        let exchange = |application: &Application, server, portal: &str| {
            let tokens = application.exchange_through(&Answers(server, 200, body), portal, CODE);
            assert_eq!(tokens.unwrap().domain(), portal.trim_start_matches("https://"));
        };
        exchange(&application(), WORLD, "example.bitrix24.com");
        exchange(&application(), REGION, "https://example.bitrix24.kz");
        let own = AuthorizationServer::Custom(" http://127.0.0.1:8080/ ".to_owned());
        let own = application().server(own).unwrap();
        exchange(&own, "http://127.0.0.1:8080", "example.bitrix24.kz");
    }

    #[test]
    fn the_answer_names_the_portal() {
        let body = r#"{"access_token":"4ccess","client_endpoint":"https:\/\/acme.bitrix24.com\/rest\/"}"#;
        let tokens = application().exchange_through(&Answers(WORLD, 200, body), "old.bitrix24.com", CODE);
        assert_eq!(tokens.unwrap().domain(), "acme.bitrix24.com");
    }

    #[test]
    fn a_refusal_says_why_and_shows_no_secret() {
        let described = r#"{"error":"invalid_grant","error_description":"no code c0de-of-an-authorization"}"#;
        for (status, body, why) in [
            (400, described, "invalid_grant"),
            (200, r#"{"error":"wrong_client"}"#, "wrong_client"),
            (400, r#"{"error":"expired_token"}"#, "expired_token"),
            (502, "<html>c0de-of-an-authorization</html>", "the server failed"),
            (200, r#"{"refresh_token":"r3fresh"}"#, "neither"),
            (0, SECRET, "closed before the answer"),
        ] {
            let error = application().exchange_through(&Answers(WORLD, status, body), "a.com", CODE);
            let error = error.unwrap_err();
            let shown = format!("{error} {error:?}");
            assert!(shown.contains(why), "{shown}");
            for secret in [SECRET, CODE, "r3fresh"] {
                assert!(!shown.contains(secret), "{shown}");
            }
        }
    }

    #[test]
    fn what_cannot_be_right_is_refused_before_anything_is_sent() {
        let never = Answers("nowhere", 200, "");
        for (portal, code) in [
            ("", CODE),
            ("a.com/b", CODE),
            ("http://a.com", CODE),
            ("a.com", ""),
            ("a.com", "a b"),
        ] {
            let error = application().exchange_through(&never, portal, code).unwrap_err();
            assert!(matches!(error, Error::Config(_)), "{error}");
        }
        for (id, secret) in [("", SECRET), ("app.1", ""), ("app 1", SECRET), ("app.1", "с")] {
            assert!(Application::new(id, secret).is_err(), "{id} {secret}");
        }
        for address in [
            "",
            "oauth.example.com",
            "http://oauth.example.com",
            "https://a.com/oauth/",
            "https://a.com?b",
        ] {
            let server = AuthorizationServer::Custom(address.to_owned());
            assert!(application().server(server).is_err(), "{address}");
        }
    }

    #[test]
    fn nothing_shows_the_secret() {
        assert!(!format!("{:?}", application()).contains(SECRET));
    }

    #[test]
    fn what_goes_into_the_browsers_address_is_escaped() {
        let state: State = "a&client_id=b#c d".parse().unwrap();
        let url = application()
            .authorization_url("https://example.bitrix24.com/", &state)
            .unwrap();
        let query = url
            .strip_prefix("https://example.bitrix24.com/oauth/authorize/?")
            .unwrap();
        assert_eq!(form::read(query, "state").as_deref(), Some(state.as_str()));
        assert_eq!(form::read(query, "client_id").as_deref(), Some("app.1"));
        assert!(!query.contains('#'));
    }
}
