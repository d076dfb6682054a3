//! Tokens on their way in, whatever they are called there.

use serde_json::Value;

use super::{Tokens, WHAT};
use crate::clock::Clock;
use crate::error::ConfigError;
use crate::oauth::server::AuthorizationServer;
use crate::portal::portal_origin;
use crate::secret::Secret;

/// Where the values are found, by the names that authorization servers use.
pub(super) struct Source<'a> {
    value: &'a dyn Fn(&str) -> Option<String>,
    /// What a field is called there.
    called: &'a dyn Fn(&str) -> String,
}

impl<'a> Source<'a> {
    pub(super) fn new(value: &'a dyn Fn(&str) -> Option<String>) -> Self {
        Self {
            value,
            called: &str::to_owned,
        }
    }

    pub(super) fn called(self, called: &'a dyn Fn(&str) -> String) -> Self {
        Self { called, ..self }
    }

    fn text(&self, field: &str) -> Option<String> {
        (self.value)(field).filter(|text| !text.is_empty())
    }

    /// `None` where there is no number: nothing depends on one.
    fn number(&self, field: &str) -> Option<u64> {
        self.text(field)?.parse().ok()
    }

    fn secret(&self, field: &str) -> Result<Option<Secret>, ConfigError> {
        let secret = |text: String| {
            Secret::new(&text)
                .ok_or_else(|| self.wrong(field, "has something else within than visible ASCII characters"))
        };
        self.text(field).map(secret).transpose()
    }

    fn wrong(&self, field: &str, problem: &str) -> ConfigError {
        ConfigError::new(WHAT, format!("`{}` {problem}", (self.called)(field)))
    }

    fn missing(&self, field: &str) -> ConfigError {
        self.wrong(field, "is missing or empty")
    }
}

pub(super) fn tokens(source: &Source<'_>, clock: &dyn Clock) -> Result<Tokens, ConfigError> {
    let access = source.secret("access_token")?;
    Ok(Tokens {
        access: access.ok_or_else(|| source.missing("access_token"))?,
        refresh: source.secret("refresh_token")?,
        expires_at: expires_at(source, clock),
        origin: origin(source)?,
        server_endpoint: source.text("server_endpoint"),
        member_id: source.text("member_id"),
        scope: scope(source),
        status: source.text("status"),
        user_id: source.number("user_id"),
        application_token: source.secret("application_token")?,
    })
}

/// Seconds since 1970. Some answers have a time, some a span, and an event may have `expires=0`.
fn expires_at(source: &Source<'_>, clock: &dyn Clock) -> Option<u64> {
    let at = source.number("expires").filter(|seconds| *seconds > 0);
    at.or_else(|| clock.unix().as_secs().checked_add(source.number("expires_in")?))
}

/// The portal's. An authorization server gives its own name as `domain`.
fn origin(source: &Source<'_>) -> Result<String, ConfigError> {
    let own = |domain: &String| AuthorizationServer::trusted(&format!("https://{domain}")).is_none();
    let (field, portal) = match source.text("client_endpoint") {
        Some(endpoint) => ("client_endpoint", endpoint),
        None => match source.text("domain").filter(own) {
            Some(domain) => ("domain", domain),
            None => return Err(source.missing("client_endpoint")),
        },
    };
    portal_origin(&portal).map_err(|error| source.wrong(field, &format!("is unusable: {error}")))
}

fn scope(source: &Source<'_>) -> Vec<String> {
    let scope = source.text("scope").unwrap_or_default();
    let words = scope.split([',', ' ']).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// A text, or a number as its digits.
pub(super) fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
