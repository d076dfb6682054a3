//! Looks for secrets in everything that an error shows.

use std::collections::BTreeSet;
use std::error::Error;

use crate::canned::CODE;

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
    let part = secret[..=secret.len() / 2].to_lowercase();
    let mut next = Some(error);
    while let Some(error) = next {
        for shown in [format!("{error}"), format!("{error:?}"), format!("{error:#?}")] {
            let plain = undisguised(&shown, secret);
            let plainest = undisguised(&plain, secret);
            if [&shown, &plain, &plainest]
                .iter()
                .any(|text| text.to_lowercase().contains(&part))
            {
                return Some(shown);
            }
        }
        next = error.source();
    }
    None
}

/// The text, with each escape of a character of the secret turned into that character.
fn undisguised(text: &str, secret: &str) -> String {
    let mut plain = text.replace("%25", "%");
    for character in secret.chars().collect::<BTreeSet<_>>() {
        let number = u32::from(character);
        for escape in [
            format!("%{number:02x}"),
            format!("%{number:02X}"),
            format!("\\u{number:04x}"),
            format!("\\u{number:04X}"),
            format!("\\u{{{number:x}}}"),
            format!("&#{number};"),
            format!("&#x{number:x};"),
            format!("\\{character}"),
        ] {
            plain = plain.replace(&escape, &character.to_string());
        }
    }
    plain
}

#[test]
fn the_search_finds_what_is_not_hidden() {
    for shown in [
        "c0de5ecret",
        "C0DE5ECRET",
        "c0de5ec",
        "%630%64e5ecret",
        "%25630de5ecret",
        r"\u00630de5ecret",
        "c&#48;de5ecret",
    ] {
        let error = std::io::Error::other(format!("at /rest/1/{shown}."));
        assert!(showing(&error, "c0de5ecret").is_some(), "{shown}");
    }
    assert_hidden(&std::io::Error::other("at /rest/1/***."), "c0de5ecret");
}
