//! The client of one portal.

mod builder;

use std::fmt;
use std::sync::Arc;

use http::header::{ACCEPT, CONTENT_TYPE, HeaderValue, LOCATION, USER_AGENT};
use serde::Serialize;
use serde_json::Value;

pub use builder::ClientBuilder;

use crate::error::{ConfigError, Error, TransportError, TransportErrorKind};
use crate::method::{Api, Method};
use crate::portal::Portal;
use crate::response::Response;
use crate::secret::secret_fields;
use crate::transport::{Limits, Transport};
use crate::{decode, encode};

/// The environment variable that [`Client::from_env`] reads.
pub const WEBHOOK_VARIABLE: &str = "B24_WEBHOOK";

/// A client of one portal: cheap to clone, shared between threads, one for each portal.
///
/// ```
/// use b24::{Client, b24_method};
///
/// #[b24_method("user.current", effect = read)]
/// struct CurrentUser;
///
/// let portal = b24_portal::Portal::start()?;
/// let client = Client::webhook(portal.webhook())?;
/// let user = client.call(&CurrentUser::new())?.result;
/// println!("{}", user["NAME"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Client {
    inner: Arc<Inner>,
}

/// Stands for a text that may repeat a secret which could not be gathered.
const UNSAID: &str = "why is not said, for that may show a secret";

const JSON: HeaderValue = HeaderValue::from_static("application/json");

struct Inner {
    portal: Portal,
    transport: Box<dyn Transport>,
    limits: Limits,
    user_agent: HeaderValue,
}

impl Client {
    /// A client that calls through an inbound webhook, `https://PORTAL/rest/USER/CODE/`.
    ///
    /// The address is a secret, and the client shows it nowhere. `http` is accepted for this machine
    /// alone. Source:
    /// [local webhooks](https://apidocs.bitrix24.com/local-integrations/local-webhooks.html).
    ///
    /// # Errors
    /// [`Error::Config`] if that is not the address of a webhook; it says why without repeating it.
    ///
    /// ```
    /// use b24::Client;
    ///
    /// let client = Client::webhook("https://example.bitrix24.com/rest/1/c0de5ecret/")?;
    /// assert_eq!(format!("{client:?}"), "Client(https://example.bitrix24.com (webhook ***))");
    ///
    /// let error = Client::webhook("http://example.bitrix24.com/rest/1/c0de5ecret/").unwrap_err();
    /// assert!(!error.to_string().contains("c0de5ecret"));
    /// # Ok::<(), b24::Error>(())
    /// ```
    pub fn webhook(url: &str) -> Result<Self, Error> {
        Self::builder().webhook(url).build()
    }

    /// A client that calls through the webhook in the environment variable `B24_WEBHOOK`.
    ///
    /// # Errors
    /// [`Error::Config`] if the variable is not set, or does not hold the address of a webhook.
    ///
    /// ```no_run
    /// let client = b24::Client::from_env()?;
    /// # Ok::<(), b24::Error>(())
    /// ```
    pub fn from_env() -> Result<Self, Error> {
        const VARIABLE: &str = "environment variable B24_WEBHOOK";
        let url = std::env::var(WEBHOOK_VARIABLE).map_err(|error| {
            let problem = match error {
                std::env::VarError::NotPresent => "not set",
                std::env::VarError::NotUnicode(_) => "not text",
            };
            ConfigError::new(
                VARIABLE,
                format!(
                    "{problem}; expected the address of an inbound webhook, https://PORTAL/rest/USER/CODE/"
                ),
            )
        })?;
        Self::webhook(&url).map_err(|error| match error {
            Error::Config(error) => error.of(VARIABLE).into(),
            other => other,
        })
    }

    /// A client that calls with an access token of OAuth; `portal` is the portal's name or address,
    /// such as `example.bitrix24.com`.
    ///
    /// Source: [calls with OAuth](https://apidocs.bitrix24.com/settings/oauth/index.html).
    ///
    /// # Errors
    /// [`Error::Config`] if either is unusable.
    ///
    /// ```
    /// let client = b24::Client::with_token("example.bitrix24.com", "70a9c1...")?;
    /// assert_eq!(format!("{client:?}"), "Client(https://example.bitrix24.com (token ***))");
    /// # Ok::<(), b24::Error>(())
    /// ```
    pub fn with_token(portal: &str, token: &str) -> Result<Self, Error> {
        Self::builder().token(portal, token).build()
    }

    /// A client with other limits, another user agent or another transport.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    /// Checks the parameters, calls the method and decodes its answer.
    ///
    /// The call is sent once.
    ///
    /// # Errors
    /// [`Error::Invalid`] before anything is sent; otherwise whatever the portal or the way to it
    /// answered. [`Error::outcome`] tells whether the portal executed the call.
    pub fn call<M: Method + ?Sized>(&self, method: &M) -> Result<Response<M::Output>, Error> {
        method.validate()?;
        // Gathered only where there is something to show.
        let scrub = |text: &str| match secret_fields(method) {
            Some(secrets) => secrets
                .iter()
                .fold(self.scrub(text), |text, secret| secret.scrub(&text)),
            None => UNSAID.to_owned(),
        };
        let answer = self.send(M::API, M::NAME, method, &scrub)?;
        decode::response(M::NAME, M::AT, &answer, &scrub)
    }

    /// Calls a method that is not declared; `parameters` is anything that serde writes as an object,
    /// or `()`.
    ///
    /// # Errors
    /// As [`call`](Self::call); [`Error::Config`] if `method` is not a method's name.
    ///
    /// ```
    /// use b24::Client;
    /// use serde_json::json;
    ///
    /// let portal = b24_portal::Portal::start()?;
    /// let client = Client::webhook(portal.webhook())?;
    /// let chats = client.call_raw("imbot.chat.get", &json!({"ENTITY_TYPE": "ORDER", "ENTITY_ID": "7"}))?;
    /// println!("{}", chats.result);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn call_raw<P: Serialize + ?Sized>(
        &self,
        method: &str,
        parameters: &P,
    ) -> Result<Response<Value>, Error> {
        check_name(method)?;
        let scrub = |text: &str| self.scrub(text);
        let answer = self.send(Api::V2, method, parameters, &scrub)?;
        decode::response(method, None, &answer, &scrub)
    }

    fn send<P: Serialize + ?Sized>(
        &self,
        api: Api,
        method: &str,
        parameters: &P,
        scrub: &dyn Fn(&str) -> String,
    ) -> Result<http::Response<Vec<u8>>, Error> {
        let body = encode::body(parameters, self.inner.portal.body_token());
        let body = body.map_err(|reason| encode::refuse(method, &scrub(&reason)))?;
        let answer = self
            .transport(api, method, body)
            .map_err(|error| error.of(method, scrub))?;
        Ok(answer)
    }

    fn transport(
        &self,
        api: Api,
        method: &str,
        body: Vec<u8>,
    ) -> Result<http::Response<Vec<u8>>, TransportError> {
        let inner = &*self.inner;
        let request = http::Request::post(inner.portal.url(api, method))
            .header(CONTENT_TYPE, JSON)
            .header(ACCEPT, JSON)
            .header(USER_AGENT, &inner.user_agent)
            .body(body)
            // Not `http`'s own error, which might show the address.
            .map_err(|_| TransportError::new(TransportErrorKind::Other, false, "the address is unusable"))?;
        let answer = inner.transport.send(request, &inner.limits)?;
        if answer.status().is_redirection() {
            return Err(redirect(&answer));
        }
        Ok(answer)
    }

    /// The text with the client's secrets blotted out.
    fn scrub(&self, text: &str) -> String {
        self.inner.portal.scrub(text)
    }
}

/// A redirect names the host alone, for the path may hold the webhook's code.
fn redirect(answer: &http::Response<Vec<u8>>) -> TransportError {
    let status = answer.status();
    let location = answer.headers().get(LOCATION);
    let uri = location.map(|location| {
        location
            .to_str()
            .ok()
            .and_then(|text| text.parse::<http::Uri>().ok())
    });
    let place = match uri.as_ref().map(|uri| uri.as_ref().map(http::Uri::host)) {
        Some(Some(Some(host))) => format!("to the host `{host}`"),
        Some(Some(None)) => "to another page of the same host".to_owned(),
        Some(None) => "to a place that is no address".to_owned(),
        None => "to a place that it does not name".to_owned(),
    };
    // These say that the request went to the wrong place; the others may follow upon its execution.
    let moved = matches!(status.as_u16(), 301 | 302 | 307 | 308);
    TransportError::new(
        TransportErrorKind::Redirect,
        !moved,
        format!("HTTP {} {place}", status.as_u16()),
    )
}

/// What is no name is not shown in full where it looks like an address: that may be a secret.
fn check_name(method: &str) -> Result<(), ConfigError> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    let is_part = |part: &str| !part.is_empty() && part.bytes().all(plain);
    let format = method.rsplit('.').next().unwrap_or_default();
    let problem = match method {
        _ if method.contains('/') => "an address or a path is not one".to_owned(),
        _ if ["json", "xml"].contains(&format) => {
            format!(
                "{} ends in a format: leave that out",
                crate::error::quoted(method)
            )
        }
        _ if !method.split('.').all(is_part) => format!("{} is not one", crate::error::quoted(method)),
        _ => return Ok(()),
    };
    Err(ConfigError::new(
        "method name",
        format!("{problem}; expected letters, digits and dots, as in im.chat.add"),
    ))
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Client({:?})", self.inner.portal)
    }
}
