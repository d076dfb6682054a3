//! The address of a portal, and the credentials that go with it.

use std::fmt;
use std::net::IpAddr;
use std::sync::{Arc, PoisonError, RwLock};

use http::Uri;
use http::uri::Scheme;

use crate::error::ConfigError;
use crate::method::Api;
use crate::oauth::{Authorization, Tokens};
use crate::secret::{HIDDEN, Secret};

/// Where calls go and what they carry.
pub(crate) struct Portal {
    /// Scheme and authority, such as `https://example.bitrix24.com`; a new one once the portal has moved.
    origin: RwLock<Arc<str>>,
    credentials: Credentials,
}

enum Credentials {
    /// An inbound webhook: a user's number (or login) and the webhook's code, both in the path.
    Webhook { user: String, code: Secret },
    /// An access token of OAuth that nobody renews.
    Token(Secret),
    /// An application's tokens.
    Application(Box<Authorization>),
}

/// An access token, as it is when a request is made.
pub(crate) enum AccessToken<'a> {
    Fixed(&'a Secret),
    Renewable(Arc<Tokens>),
}

impl AccessToken<'_> {
    pub(crate) fn expose(&self) -> &str {
        match self {
            Self::Fixed(token) => token.expose(),
            Self::Renewable(tokens) => tokens.access_token(),
        }
    }

    /// The pair that it belongs to, if it can be renewed.
    pub(crate) fn tokens(&self) -> Option<Arc<Tokens>> {
        match self {
            Self::Fixed(_) => None,
            Self::Renewable(tokens) => Some(Arc::clone(tokens)),
        }
    }
}

const WEBHOOK: &str = "webhook address";
const PORTAL: &str = "portal address";
const TOKEN: &str = "access token";
const EXPECTED_WEBHOOK: &str =
    "expected https://PORTAL/rest/USER/CODE/, as the portal shows it where the webhook is made";

impl Portal {
    pub(crate) fn webhook(url: &str) -> Result<Self, ConfigError> {
        let url = url.trim();
        let fail = |problem: &str| ConfigError::new(WEBHOOK, format!("{problem}; {EXPECTED_WEBHOOK}"));
        let (origin, uri) = origin(url).map_err(|problem| fail(&problem))?;
        let segments: Vec<&str> = uri.path().trim_matches('/').split('/').collect();
        match segments.as_slice() {
            ["rest", "api", ..] => Err(fail("the path is that of another version of the API")),
            ["rest", user, code] if is_name(user) && is_name(code) => match Secret::new(code) {
                Some(code) if user.is_ascii() => {
                    let user = (*user).to_owned();
                    Ok(Self::new(&origin, Credentials::Webhook { user, code }))
                }
                _ => Err(fail("the path has other characters than ASCII")),
            },
            ["rest", _, _, _, ..] => Err(fail(
                "something follows the webhook's code, probably a method: leave it out",
            )),
            ["rest", _] => Err(fail("the webhook's code is missing")),
            _ => Err(fail("the path is not that of a webhook")),
        }
    }

    pub(crate) fn token(portal: &str, token: &str) -> Result<Self, ConfigError> {
        let origin = portal_origin(portal)?;
        let token = Secret::new(token.trim()).ok_or_else(|| {
            ConfigError::new(
                TOKEN,
                "it is empty, or has something else within than visible ASCII characters",
            )
        })?;
        Ok(Self::new(&origin, Credentials::Token(token)))
    }

    /// The portal that an application's tokens are for.
    pub(crate) fn application(authorization: Authorization) -> Result<Self, ConfigError> {
        let origin = portal_origin(authorization.tokens().origin())?;
        Ok(Self::new(
            &origin,
            Credentials::Application(Box::new(authorization)),
        ))
    }

    fn new(origin: &str, credentials: Credentials) -> Self {
        Self {
            origin: RwLock::new(origin.into()),
            credentials,
        }
    }

    /// Scheme and authority, such as `https://example.bitrix24.com`.
    pub(crate) fn origin(&self) -> Arc<str> {
        let origin = self.origin.read().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&origin)
    }

    /// The portal has this address from now on; the old one, if it is not known yet.
    pub(crate) fn move_to(&self, origin: &Arc<str>) -> Option<Arc<str>> {
        let mut known = self.origin.write().unwrap_or_else(PoisonError::into_inner);
        (*known != *origin).then(|| std::mem::replace(&mut *known, Arc::clone(origin)))
    }

    /// The path of a method: a secret, if the credentials are in it.
    pub(crate) fn path(&self, api: Api, method: &str) -> String {
        let rest = match api {
            Api::V2 => "/rest",
            Api::V3 => "/rest/api",
        };
        match &self.credentials {
            Credentials::Webhook { user, code } => {
                [rest, "/", user, "/", code.expose(), "/", method].concat()
            }
            Credentials::Token(_) | Credentials::Application(_) => [rest, "/", method].concat(),
        }
    }

    /// The token that a request has to carry, unless the path holds the credentials.
    pub(crate) fn access_token(&self) -> Option<AccessToken<'_>> {
        match &self.credentials {
            Credentials::Webhook { .. } => None,
            Credentials::Token(token) => Some(AccessToken::Fixed(token)),
            Credentials::Application(authorization) => Some(AccessToken::Renewable(authorization.tokens())),
        }
    }

    /// Who can renew the tokens.
    pub(crate) fn authorization(&self) -> Option<&Authorization> {
        match &self.credentials {
            Credentials::Application(authorization) => Some(authorization),
            _ => None,
        }
    }

    /// The text with the credentials blotted out.
    pub(crate) fn scrub(&self, text: &str) -> String {
        match &self.credentials {
            Credentials::Webhook { code: secret, .. } | Credentials::Token(secret) => secret.scrub(text),
            Credentials::Application(authorization) => authorization.scrub(text),
        }
    }
}

impl fmt::Debug for Portal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let origin = self.origin();
        match &self.credentials {
            Credentials::Webhook { .. } => write!(f, "{origin} (webhook {HIDDEN})"),
            Credentials::Token(_) => write!(f, "{origin} (token {HIDDEN})"),
            Credentials::Application(_) => write!(f, "{origin} (application {HIDDEN})"),
        }
    }
}

/// The scheme and authority of a portal, given by name or by address.
pub(crate) fn portal_origin(portal: &str) -> Result<String, ConfigError> {
    let portal = portal.trim();
    // The portal's name alone is what its users know: `example.bitrix24.com`.
    let with_scheme = if portal.contains("://") {
        portal.to_owned()
    } else {
        format!("https://{portal}")
    };
    let (origin, uri) = origin(&with_scheme)
        .map_err(|problem| ConfigError::new(PORTAL, format!("{problem}; expected https://PORTAL")))?;
    if !matches!(uri.path(), "" | "/" | "/rest" | "/rest/") {
        return Err(ConfigError::new(
            PORTAL,
            "something follows the portal's name; expected https://PORTAL",
        ));
    }
    Ok(origin)
}

/// The scheme and authority of an address that has nothing else.
pub(crate) fn bare_origin(what: &'static str, address: &str) -> Result<String, ConfigError> {
    match origin(address.trim()) {
        Ok((origin, uri)) if matches!(uri.path(), "" | "/") => Ok(origin),
        Ok(_) => Err(ConfigError::new(
            what,
            "something follows the host; expected https://HOST",
        )),
        Err(problem) => Err(ConfigError::new(
            what,
            format!("{problem}; expected https://HOST"),
        )),
    }
}

/// The scheme and authority of an address, checked; and the address in parts.
///
/// No error repeats any part of the address.
fn origin(url: &str) -> Result<(String, Uri), String> {
    if url.is_empty() {
        return Err("it is empty".to_owned());
    }
    if url.contains(['?', '#']) {
        return Err("it has a query or a fragment: leave out what begins with `?` or `#`".to_owned());
    }
    let uri: Uri = url.parse().map_err(|_| "it is not an address".to_owned())?;
    let (Some(scheme), Some(authority)) = (uri.scheme(), uri.authority()) else {
        return Err("it does not begin with https://".to_owned());
    };
    if authority.as_str().contains('@') {
        return Err("it has a user's name before the host: leave it out".to_owned());
    }
    let host = authority.host();
    if host.is_empty() || (authority.as_str() != host && authority.port_u16().is_none()) {
        return Err("it has no host, or a port that is none".to_owned());
    }
    if *scheme == Scheme::HTTP && !is_loopback(host) {
        return Err("http is only for this machine: over the network the webhook or token would be readable, use https".to_owned());
    }
    if *scheme != Scheme::HTTP && *scheme != Scheme::HTTPS {
        return Err("it does not begin with https://".to_owned());
    }
    Ok((format!("{scheme}://{authority}"), uri))
}

/// Whether a part of a path names something; `.` and `..` lead elsewhere.
fn is_name(segment: &str) -> bool {
    !matches!(segment, "" | "." | "..")
}

/// Whether the host is this machine.
pub(crate) fn is_loopback(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost")
        || bare.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(url: &str) -> String {
        Portal::webhook(url).unwrap_err().to_string()
    }

    #[test]
    fn a_webhook_address_is_taken_with_and_without_the_last_slash() {
        for url in [
            "https://example.bitrix24.com/rest/1/c0de5ecret",
            " https://example.bitrix24.com/rest/1/c0de5ecret/ ",
        ] {
            let portal = Portal::webhook(url).unwrap();
            assert_eq!(
                format!("{}{}", portal.origin(), portal.path(Api::V2, "imbot.chat.add")),
                "https://example.bitrix24.com/rest/1/c0de5ecret/imbot.chat.add"
            );
        }
    }

    #[test]
    fn rest_3_has_an_address_of_its_own() {
        let webhook = Portal::webhook("https://example.bitrix24.com/rest/1/c0de5ecret/").unwrap();
        assert_eq!(
            webhook.path(Api::V3, "tasks.task.get"),
            "/rest/api/1/c0de5ecret/tasks.task.get"
        );
        let token = Portal::token("example.bitrix24.com", "t0ken").unwrap();
        assert_eq!(token.path(Api::V3, "tasks.task.get"), "/rest/api/tasks.task.get");
    }

    #[test]
    fn every_malformed_address_has_its_reason_and_shows_no_secret() {
        for (url, reason) in [
            ("", "it is empty"),
            ("example.bitrix24.com/rest/1/c0de5ecret/", "not"),
            (
                "ftp://example.bitrix24.com/rest/1/c0de5ecret/",
                "does not begin with https://",
            ),
            (
                "http://example.bitrix24.com/rest/1/c0de5ecret/",
                "http is only for this machine",
            ),
            (
                "http://127.0.0.1.example.com/rest/1/c0de5ecret/",
                "http is only for this machine",
            ),
            (
                "http://localhost.example.com/rest/1/c0de5ecret/",
                "http is only for this machine",
            ),
            ("http://localhost@example.com/rest/1/c0de5ecret/", "user's name"),
            (
                "https://user:c0de5ecret@example.com/rest/1/c0de5ecret/",
                "user's name",
            ),
            (
                "https://example.com/rest/1/c0de5ecret/profile.json",
                "something follows",
            ),
            ("https://example.com/rest/1/", "code is missing"),
            ("https://example.com/rest/1/../", "not that of a webhook"),
            ("https://example.com/rest//c0de5ecret/", "not that of a webhook"),
            ("https://example.com/rest/1/c0de5ecret\u{436}/", "than ASCII"),
            ("https://example.com/rest/\u{436}/c0de5ecret/", "than ASCII"),
            ("https://example.com/rest/", "not that of a webhook"),
            ("https://example.com/", "not that of a webhook"),
            ("https://example.com/rest/api/1/c0de5ecret/", "another version"),
            ("https://example.com/rest/1/c0de5ecret/?a=1", "query"),
            ("https://example.com/rest/1/c0de5ecret/#a", "query or a fragment"),
            ("https://exa mple.com/rest/1/c0de5ecret/", "not an address"),
            ("https:///rest/1/c0de5ecret/", "not"),
            (
                "https://example.com:99999999/rest/1/c0de5ecret",
                "a port that is none",
            ),
            ("https://пример.рф/rest/1/c0de5ecret/", "not an address"),
        ] {
            let error = refused(url);
            assert!(error.contains(reason), "{url}: {error}");
            assert!(
                error.contains("expected https://PORTAL/rest/USER/CODE/"),
                "{url}: {error}"
            );
            assert!(!error.contains("c0de5ecret"), "{url}: {error}");
        }
    }

    #[test]
    fn http_is_accepted_on_loopback_alone() {
        for host in [
            "127.0.0.1",
            "127.1.2.3:8080",
            "localhost:80",
            "LOCALHOST",
            "[::1]:8080",
        ] {
            assert!(
                Portal::webhook(&format!("http://{host}/rest/1/c0de/")).is_ok(),
                "{host}"
            );
        }
        for host in ["10.0.0.1", "0.0.0.0", "[::2]", "128.0.0.1"] {
            assert!(
                Portal::webhook(&format!("http://{host}/rest/1/c0de/")).is_err(),
                "{host}"
            );
        }
    }

    #[test]
    fn a_token_goes_to_the_portal_by_name_or_address() {
        for portal in [
            "example.bitrix24.com",
            "https://example.bitrix24.com/",
            "https://example.bitrix24.com/rest/",
        ] {
            let portal = Portal::token(portal, "t0ken").unwrap();
            assert_eq!(&*portal.origin(), "https://example.bitrix24.com");
            assert_eq!(portal.path(Api::V2, "app.info"), "/rest/app.info");
            assert_eq!(portal.access_token().unwrap().expose(), "t0ken");
        }
        for (portal, token) in [
            ("", "t0ken"),
            ("https://example.com/rest/1/code", "t0ken"),
            ("http://example.com", "t0ken"),
            ("example.com", ""),
            ("example.com", "t0k en"),
            ("example.com", "t0kеn"), // a Cyrillic letter
        ] {
            let error = Portal::token(portal, token).unwrap_err().to_string();
            assert!(!error.contains("t0k"), "{error}");
        }
    }

    #[test]
    fn debug_shows_the_portal_and_hides_the_credentials() {
        let webhook = Portal::webhook("https://example.com/rest/1/c0de5ecret/").unwrap();
        assert_eq!(format!("{webhook:?}"), "https://example.com (webhook ***)");
        let token = Portal::token("example.com", "t0ken").unwrap();
        assert_eq!(format!("{token:?}"), "https://example.com (token ***)");
    }
}
