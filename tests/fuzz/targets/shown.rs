//! What may be shown, and what not.

use std::error::Error;

/// The error, as a person or a log sees it, without any of the secrets.
#[track_caller]
pub(super) fn error(error: &dyn Error, secrets: &[&str]) {
    let mut next = Some(error);
    while let Some(error) = next {
        text(&error.to_string(), secrets);
        text(&format!("{error:?}"), secrets);
        next = error.source();
    }
}

/// The text has none of the secrets within, nor the greater part of one; not with one layer of escapes
/// either.
#[track_caller]
pub(super) fn text(text: &str, secrets: &[&str]) {
    let text = text.to_ascii_lowercase();
    let plain = unescaped(text.as_bytes());
    for secret in secrets {
        let part = &secret.to_ascii_lowercase()[..=(secret.len() / 2).max(8)];
        assert!(!text.contains(part), "{secret} is shown: {text}");
        assert!(
            !plain.contains(part),
            "{secret} is shown: {text}, which is {plain}"
        );
    }
}

/// An error about what was given, which repeats no part of it: its words are ours, and have no digits.
/// So whatever the secret is, its digits tell.
#[track_caller]
pub(super) fn words_alone(error: &dyn Error) {
    for shown in [error.to_string(), format!("{error:?}")] {
        assert!(!shown.contains(|mark: char| mark.is_numeric()), "{shown}");
        assert!(shown.len() < 400, "{shown}");
    }
}

/// The text as one reader of URLs, JSON and HTML would read it.
fn unescaped(text: &[u8]) -> String {
    let mut left = text;
    let mut plain = Vec::with_capacity(text.len());
    while let Some((&first, rest)) = left.split_first() {
        let (byte, rest) = match left {
            [b'%', ..] => number(left, "%", 2, ""),
            [b'\\', b'u', b'{', ..] => number(left, "\\u{", 6, "}"),
            [b'\\', b'u', ..] => number(left, "\\u", 4, ""),
            [b'\\', mark, rest @ ..] if mark.is_ascii_punctuation() => Some((*mark, rest)),
            [b'&', ..] => number(left, "&#x", 6, ";"),
            _ => None,
        }
        .unwrap_or((first, rest));
        plain.push(byte);
        left = rest;
    }
    String::from_utf8_lossy(&plain).to_ascii_lowercase()
}

/// The character of a hexadecimal number between two marks, and what follows it.
fn number<'a>(text: &'a [u8], before: &str, digits: usize, after: &str) -> Option<(u8, &'a [u8])> {
    let text = text.strip_prefix(before.as_bytes())?;
    let count = text
        .iter()
        .take(digits)
        .take_while(|byte| byte.is_ascii_hexdigit())
        .count();
    if count == 0 || (after.is_empty() && count < digits) {
        return None;
    }
    let (number, rest) = text.split_at(count);
    let number = u32::from_str_radix(std::str::from_utf8(number).ok()?, 16).ok()?;
    Some((u8::try_from(number).ok()?, rest.strip_prefix(after.as_bytes())?))
}
