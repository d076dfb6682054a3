//! Which parameters are credentials.

use crate::page::{Line, plain};

use super::words::SECRET_TEXTS;

/// Ends of names of credentials, in small letters and without underscores.
const SECRETS: &[&str] = &["password", "secret", "token", "clientid", "apikey"];

/// Names that end so and are no credentials.
const NO_SECRETS: &[&str] = &["colortoken", "maxtokens"];

/// By the name, or by what the description begins with.
pub(super) fn is_secret(name: &str, text: &[&Line]) -> bool {
    let bare = name.to_lowercase().replace('_', "");
    if NO_SECRETS.contains(&bare.as_str()) {
        return false;
    }
    let named = SECRETS.iter().any(|end| bare.ends_with(end));
    let told = text.first().is_some_and(|line| {
        let line = plain(&line.text).to_lowercase();
        SECRET_TEXTS
            .iter()
            .any(|phrase| line.trim_start().starts_with(phrase))
    });
    named || told
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str, text: &str) -> bool {
        let line = Line {
            number: 1,
            text: text.to_owned(),
        };
        is_secret(name, &[&line])
    }

    #[test]
    fn credentials_are_told_by_their_names() {
        for name in ["botToken", "CLIENT_ID", "INCOMING_PASSWORD", "clientSecret"] {
            assert!(of(name, ""), "{name}");
        }
        assert!(!of("COLOR_TOKEN", "Токен цвета"));
        for name in ["max_tokens", "TOKEN_COUNT", "ID", "AUTH_USER_ID"] {
            assert!(!of(name, "An id whose token is sent"), "{name}");
        }
    }

    #[test]
    fn credentials_are_told_by_their_descriptions() {
        assert!(of("HASH", "Токен для доступа к фрейму"));
        assert!(of("settings", "Список параметров для авторизации"));
        assert!(of("AUTH", "Authorization settings"));
    }
}
