//! The content of forms and queries.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_');

/// Writes names and values.
pub(super) fn write(pairs: &[(&str, &str)]) -> String {
    let pairs = pairs
        .iter()
        .map(|(name, value)| format!("{name}={}", utf8_percent_encode(value, ESCAPED)));
    pairs.collect::<Vec<_>>().join("&")
}

/// The value of a name, where it is there and not empty; the last one, as PHP reads it.
pub(super) fn read(form: &str, name: &str) -> Option<String> {
    let form = form.trim_start_matches('?');
    let found = form.split('&').rev().find_map(|pair| {
        let (found, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decoded(found) == name).then_some(value)
    })?;
    let value = decoded(found).into_owned();
    (!value.is_empty()).then_some(value)
}

fn decoded(text: &str) -> Cow<'_, str> {
    if text.contains(['%', '+']) {
        let text = text.replace('+', " ");
        Cow::Owned(percent_decode_str(&text).decode_utf8_lossy().into_owned())
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_can_be_read() {
        let value = "a&b=c+d e%ж/[]#?";
        let form = write(&[("first", "1"), ("code", value)]);
        assert_eq!(read(&form, "code").as_deref(), Some(value));
        assert_eq!(read(&form, "first").as_deref(), Some("1"));
        assert_eq!(form.matches('&').count(), 1, "{form}");
    }

    #[test]
    fn names_may_be_escaped_and_the_last_value_counts() {
        let form = "?auth%5Bscope%5D=im%2Ccrm&a+b=1&a+b=2&empty=&bare&bad=%zz%ff";
        assert_eq!(read(form, "auth[scope]").as_deref(), Some("im,crm"));
        assert_eq!(read(form, "a b").as_deref(), Some("2"));
        assert_eq!(read(form, "empty"), None);
        assert_eq!(read(form, "bare"), None);
        assert_eq!(read(form, "missing"), None);
        assert_eq!(read(form, "bad").as_deref(), Some("%zz\u{fffd}"));
    }
}
