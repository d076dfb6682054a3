//! The tokens that a portal gives an application.

mod read;

use std::fmt;

use serde_json::{Map, Value};

use super::{form, same};
use crate::clock::{Clock, SystemClock};
use crate::error::ConfigError;
use crate::secret::{HIDDEN, Secret};
use read::Source;

/// What an application holds for one portal: the access token, the refresh token, and what came
/// with them.
///
/// The access token lives for an hour, the refresh token for 180 days, and each renewal gives a new
/// pair. A [`Client`](crate::Client) renews them when the portal says that they have expired, and
/// keeps the pair in a [`TokenStore`](crate::TokenStore). Source:
/// [the renewal](https://apidocs.bitrix24.com/settings/oauth/auto-renewal.html).
///
/// `Debug` hides the tokens.
///
/// ```
/// use b24::Tokens;
///
/// let tokens = Tokens::new("example.bitrix24.com", "s1morf609228", "4f9k4jpmg13u")?;
/// assert_eq!(tokens.domain(), "example.bitrix24.com");
/// assert_eq!(format!("{tokens:?}"), "Tokens(https://example.bitrix24.com, ***)");
/// # Ok::<(), b24::ConfigError>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Tokens {
    access: Secret,
    refresh: Option<Secret>,
    expires_at: Option<u64>,
    /// Scheme and authority of the portal.
    origin: String,
    server_endpoint: Option<String>,
    member_id: Option<String>,
    scope: Vec<String>,
    status: Option<String>,
    user_id: Option<u64>,
    application_token: Option<Secret>,
}

const WHAT: &str = "tokens";

impl Tokens {
    /// Tokens from parts: the portal's name or address, the access token and the refresh token, or
    /// `None` for the latter.
    ///
    /// # Errors
    /// If one of them is unusable; it says why without repeating a token.
    pub fn new<'a>(
        portal: &str,
        access_token: &str,
        refresh_token: impl Into<Option<&'a str>>,
    ) -> Result<Self, ConfigError> {
        let refresh_token = refresh_token.into();
        let value = |field: &str| match field {
            "access_token" => Some(access_token.to_owned()),
            "refresh_token" => refresh_token.map(str::to_owned),
            "domain" => Some(portal.to_owned()),
            _ => None,
        };
        read::tokens(&Source::new(&value), &SystemClock)
    }

    /// The tokens of a user who opens the application within the portal: the query and the body of
    /// that request, as they came.
    ///
    /// Anyone can send such a request. What it says is a portal's word only once a call with these
    /// tokens succeeds there, or once [`has_application_token`](Self::has_application_token) finds
    /// the one that is kept from the installation. Source:
    /// [tokens of an application that is opened](https://apidocs.bitrix24.com/settings/oauth/simple-way.html).
    ///
    /// # Errors
    /// If a field is missing or unusable; it names the field and shows no value.
    ///
    /// ```
    /// use b24::Tokens;
    ///
    /// let query = "DOMAIN=example.bitrix24.com&PROTOCOL=1&LANG=en&APP_SID=ed0ea";
    /// let body = "AUTH_ID=s1morf609228&AUTH_EXPIRES=3600&REFRESH_ID=4f9k4jpmg13u&member_id=a223c6b3&status=L&PLACEMENT=DEFAULT";
    /// let tokens = Tokens::from_opening_request(query, body)?;
    /// assert_eq!(tokens.client_endpoint(), "https://example.bitrix24.com/rest/");
    /// assert_eq!(tokens.member_id(), Some("a223c6b3"));
    ///
    /// let error = Tokens::from_opening_request(query, "AUTH_EXPIRES=3600").unwrap_err();
    /// assert_eq!(error.to_string(), "tokens: `AUTH_ID` is missing or empty");
    /// # Ok::<(), b24::ConfigError>(())
    /// ```
    pub fn from_opening_request(query: &str, body: &str) -> Result<Self, ConfigError> {
        // Each has its place, but proxies and frameworks move them.
        let find = |name: &str| form::read(body, name).or_else(|| form::read(query, name));
        let value = |field: &str| match field {
            "client_endpoint" => {
                let scheme = if find("PROTOCOL").as_deref() == Some("0") {
                    "http"
                } else {
                    "https"
                };
                Some(format!("{scheme}://{}/rest/", find("DOMAIN")?))
            }
            "expires" => None,
            field => find(&in_opening_request(field)),
        };
        read::tokens(&Source::new(&value).called(&in_opening_request), &SystemClock)
    }

    /// The tokens that an event brings: the body of the request, as it came.
    ///
    /// Most events bring an access token alone. The refresh token comes with `ONAPPINSTALL` and a few
    /// others. Anyone can send such a request: compare its application token. Source:
    /// [safe handlers](https://apidocs.bitrix24.com/api-reference/events/safe-event-handlers.html).
    ///
    /// # Errors
    /// If a field is missing or unusable; it names the field and shows no value.
    ///
    /// ```
    /// use b24::Tokens;
    ///
    /// let body = "event=ONAPPINSTALL&auth[access_token]=s6p6eclrvim6&auth[refresh_token]=4s386p3q0tr8\
    ///     &auth[client_endpoint]=https%3A%2F%2Fexample.bitrix24.com%2Frest%2F&auth[application_token]=51856fef";
    /// let tokens = Tokens::from_event(body)?;
    /// assert!(tokens.has_application_token("51856fef"));
    ///
    /// let error = Tokens::from_event("event=ONAPPUNINSTALL").unwrap_err();
    /// assert_eq!(error.to_string(), "tokens: `auth[access_token]` is missing or empty");
    /// # Ok::<(), b24::ConfigError>(())
    /// ```
    pub fn from_event(body: &str) -> Result<Self, ConfigError> {
        let called = |field: &str| format!("auth[{field}]");
        let value = |field: &str| form::read(body, &called(field));
        read::tokens(&Source::new(&value).called(&called), &SystemClock)
    }

    /// The tokens as [`to_json`](Self::to_json) wrote them, or as an authorization server gives them.
    ///
    /// # Errors
    /// If it is no JSON, or a field is missing or unusable; it names the field and shows no value.
    pub fn from_json(json: &str) -> Result<Self, ConfigError> {
        // Not serde_json's words, which may show a part.
        let members: Map<String, Value> =
            serde_json::from_str(json).map_err(|_| ConfigError::new(WHAT, "they are no JSON object"))?;
        Self::from_members(&members, None, &SystemClock)
    }

    /// The tokens as a server gives them, for the portal of this origin unless it names another.
    pub(super) fn from_members(
        members: &Map<String, Value>,
        origin: Option<&str>,
        clock: &dyn Clock,
    ) -> Result<Self, ConfigError> {
        let value = |field: &str| {
            let found = members.get(field).and_then(read::text);
            match field {
                "client_endpoint" => found.or_else(|| origin.map(str::to_owned)),
                _ => found,
            }
        };
        read::tokens(&Source::new(&value), clock)
    }

    /// What is missing is taken from the tokens that these replace.
    pub(super) fn completed_by(mut self, before: Option<&Self>) -> Self {
        if let Some(before) = before.cloned() {
            self.refresh = self.refresh.or(before.refresh);
            self.server_endpoint = self.server_endpoint.or(before.server_endpoint);
            self.member_id = self.member_id.or(before.member_id);
            self.status = self.status.or(before.status);
            self.user_id = self.user_id.or(before.user_id);
            self.application_token = self.application_token.or(before.application_token);
            if self.scope.is_empty() {
                self.scope = before.scope;
            }
        }
        self
    }

    /// The tokens as text for a [`TokenStore`](crate::TokenStore), **with the secrets in it**.
    ///
    /// ```
    /// use b24::Tokens;
    ///
    /// let tokens = Tokens::new("example.bitrix24.com", "s1morf609228", None)?;
    /// assert_eq!(Tokens::from_json(&tokens.to_json())?, tokens);
    /// # Ok::<(), b24::ConfigError>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        let expose = |secret: &Option<Secret>| secret.as_ref().map(|secret| secret.expose().to_owned());
        let scope = (!self.scope.is_empty()).then(|| self.scope.join(","));
        let members = [
            ("access_token", Some(self.access.expose().into())),
            ("refresh_token", expose(&self.refresh).map(Value::from)),
            ("expires", self.expires_at.map(Value::from)),
            ("client_endpoint", Some(self.client_endpoint().into())),
            ("server_endpoint", self.server_endpoint.clone().map(Value::from)),
            ("member_id", self.member_id.clone().map(Value::from)),
            ("scope", scope.map(Value::from)),
            ("status", self.status.clone().map(Value::from)),
            ("user_id", self.user_id.map(Value::from)),
            (
                "application_token",
                expose(&self.application_token).map(Value::from),
            ),
        ];
        let members = members.into_iter();
        let members: Map<String, Value> = members
            .filter_map(|(name, value)| Some((name.to_owned(), value?)))
            .collect();
        Value::Object(members).to_string()
    }

    /// The access token itself, to be kept from any log.
    #[must_use]
    pub fn access_token(&self) -> &str {
        self.access.expose()
    }

    /// The refresh token itself, to be kept from any log.
    #[must_use]
    pub fn refresh_token(&self) -> Option<&str> {
        self.refresh.as_ref().map(Secret::expose)
    }

    /// When the access token expires, in seconds since 1970.
    #[must_use]
    pub fn expires_at(&self) -> Option<u64> {
        self.expires_at
    }

    /// The portal's host, with a port if it has one of its own.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.origin.split_once("://").map_or("", |(_, domain)| domain)
    }

    /// Where calls to the portal begin, such as `https://example.bitrix24.com/rest/`.
    #[must_use]
    pub fn client_endpoint(&self) -> String {
        format!("{}/rest/", self.origin)
    }

    /// The same for the authorization server, as it came.
    #[must_use]
    pub fn server_endpoint(&self) -> Option<&str> {
        self.server_endpoint.as_deref()
    }

    /// What identifies the portal, whatever its name.
    #[must_use]
    pub fn member_id(&self) -> Option<&str> {
        self.member_id.as_deref()
    }

    /// The scopes that the application was given.
    #[must_use]
    pub fn scope(&self) -> &[String] {
        &self.scope
    }

    /// The application's status: `L` local, `F` free, `S` by subscription, and others.
    #[must_use]
    pub fn status(&self) -> Option<&str> {
        self.status.as_deref()
    }

    /// The user in whose name the application calls.
    #[must_use]
    pub fn user_id(&self) -> Option<u64> {
        self.user_id
    }

    /// The application token itself, to be kept from the first installation on; a secret.
    #[must_use]
    pub fn application_token(&self) -> Option<&str> {
        self.application_token.as_ref().map(Secret::expose)
    }

    /// Whether this application token came with them; the time it takes does not tell where the two
    /// differ.
    #[must_use]
    pub fn has_application_token(&self, kept: &str) -> bool {
        self.application_token().is_some_and(|token| same(token, kept))
    }

    /// Scheme and authority of the portal.
    pub(crate) fn origin(&self) -> &str {
        &self.origin
    }

    /// Whether both are for one portal; its name may have changed, what identifies it stays.
    pub(super) fn is_for_portal_of(&self, other: &Self) -> bool {
        match (self.member_id(), other.member_id()) {
            (Some(own), Some(other)) => own == other,
            _ => self.origin.eq_ignore_ascii_case(&other.origin),
        }
    }

    /// The portal, as an error names it.
    pub(super) fn portal(&self) -> String {
        match self.member_id() {
            Some(member_id) => format!("{} (member {member_id})", self.origin),
            None => self.origin.clone(),
        }
    }

    /// All that must not be shown.
    pub(super) fn secrets(&self) -> impl Iterator<Item = &Secret> {
        let optional = [&self.refresh, &self.application_token];
        std::iter::once(&self.access).chain(optional.into_iter().flatten())
    }
}

/// What a field is called where an application is opened.
fn in_opening_request(field: &str) -> String {
    match field {
        "access_token" => "AUTH_ID",
        "refresh_token" => "REFRESH_ID",
        "expires_in" => "AUTH_EXPIRES",
        "client_endpoint" => "DOMAIN",
        "scope" => "APPLICATION_SCOPE",
        "domain" | "server_endpoint" | "application_token" => return field.to_ascii_uppercase(),
        other => other,
    }
    .to_owned()
}

impl fmt::Debug for Tokens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Tokens({}, {HIDDEN})", self.origin)
    }
}

#[cfg(test)]
mod tests;
