//! Looks for secrets in everything that an error shows.

use std::error::Error;

use crate::canned::CODE;
use crate::disguise::Undisguised;

/// The error itself, after it was seen that it does not show the webhook's code.
#[track_caller]
pub(crate) fn checked<E: Error>(error: E) -> E {
    assert_hidden(&error, CODE);
    error
}

/// The secret stands neither in `Debug` nor in `Display`, of the error and of its sources, nor does
/// the greater part of it; in no disguise.
#[track_caller]
pub(crate) fn assert_hidden(error: &dyn Error, secret: &str) {
    let shown = showing(error, secret);
    assert_eq!(shown, None, "the secret is shown");
}

/// Where the error shows the secret.
fn showing(error: &dyn Error, secret: &str) -> Option<String> {
    let mut next = Some(error);
    while let Some(error) = next {
        let mut shown = [format!("{error}"), format!("{error:?}"), format!("{error:#?}")].into_iter();
        if let Some(shown) = shown.find(|text| Undisguised::of(text).shows(secret)) {
            return Some(shown);
        }
        next = error.source();
    }
    None
}

#[test]
fn an_error_that_shows_the_secret_is_found() {
    let error = |shown: &str| std::io::Error::other(format!("at /rest/1/{shown}."));
    assert!(showing(&error("%630de5ecret"), "c0de5ecret").is_some());
    assert_hidden(&error("***"), "c0de5ecret");
}
