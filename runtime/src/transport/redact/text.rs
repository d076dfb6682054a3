//! Secrets within text of any kind, found by what stands before them.

use super::names::is_secret;
use crate::secret::HIDDEN;

/// The text with what follows a secret's name blotted out: `auth=...`, `"access_token": "..."`,
/// `Authorization: Bearer ...`.
pub(super) fn text(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut left = text;
    while let Some(start) = left.find(is_word) {
        let (before, rest) = left.split_at(start);
        let (name, after) = rest.split_at(rest.find(|mark| !is_word(mark)).unwrap_or(rest.len()));
        shown.push_str(before);
        shown.push_str(name);
        left = after;
        if let Some((marks, value)) = secret_after(name, after) {
            shown.push_str(&after[..marks]);
            shown.push_str(HIDDEN);
            left = &after[marks + value..];
        }
    }
    shown.push_str(left);
    shown
}

fn is_word(mark: char) -> bool {
    mark.is_ascii_alphanumeric() || mark == '_' || mark == '-'
}

/// How long the marks before the secret are, and it itself, if there is one after this name.
fn secret_after(name: &str, after: &str) -> Option<(usize, usize)> {
    let scheme = |word: &str| ["bearer", "basic"].iter().any(|of| word.eq_ignore_ascii_case(of));
    let mut value = if scheme(name) {
        after.strip_prefix(' ')?
    } else if is_secret(name) {
        let sign = after.trim_start_matches(|mark: char| mark.is_whitespace() || "\"'\\]".contains(mark));
        let value = sign.strip_prefix(':').or_else(|| sign.strip_prefix('='))?;
        value.strip_prefix('>').unwrap_or(value)
    } else {
        return None;
    }
    .trim_start();
    let quote = value.trim_start_matches('\\');
    let ends = if let Some(mark) = quote.chars().next().filter(|mark| "\"'".contains(*mark)) {
        let escaped = quote.len() < value.len();
        value = &quote[1..];
        end_of_quoted(value, mark, escaped)
    } else {
        // The secret comes after the scheme's name.
        let word = value.find(' ').unwrap_or(value.len());
        if scheme(&value[..word]) {
            value = value[word..].trim_start();
        }
        value.find(|mark: char| mark.is_whitespace() || "&\"'\\<>,;)]}#".contains(mark))
    };
    let length = ends.unwrap_or(value.len());
    (length > 0).then(|| (after.len() - value.len(), length))
}

/// Where the same quote comes again: escaped, if the first one was, and otherwise not.
fn end_of_quoted(text: &str, quote: char, escaped: bool) -> Option<usize> {
    let mut after_escape = false;
    text.char_indices().find_map(|(index, mark)| {
        let is_escaped = after_escape;
        after_escape = mark == '\\' && !is_escaped;
        if is_escaped {
            (escaped && mark == quote).then(|| index - 1)
        } else {
            (!escaped && mark == quote).then_some(index)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn a_secret_is_found_by_its_name() {
        for (given, shown) in [
            (
                "https://example.com/x?auth=t0k&a=1",
                "https://example.com/x?auth=***&a=1",
            ),
            ("a=1&AUTH_ID=t0k#x", "a=1&AUTH_ID=***#x"),
            (
                r#"Warning: x {"access_token":"t0k","a":1}"#,
                r#"Warning: x {"access_token":"***","a":1}"#,
            ),
            (
                r#"{\"refresh_token\" : \"t0k\"}"#,
                r#"{\"refresh_token\" : \"***\"}"#,
            ),
            ("Authorization: Bearer t0k\nx", "Authorization: Bearer ***\nx"),
            ("authorization=Basic dDBr", "authorization=Basic ***"),
            ("with Bearer t0k, which", "with Bearer ***, which"),
            ("'client_secret' => 't0k'", "'client_secret' => '***'"),
            ("auth[application_token]=t0k", "auth[application_token]=***"),
            ("password: t0k", "password: ***"),
        ] {
            assert_eq!(text(given), shown);
        }
    }

    #[test]
    fn other_text_stays() {
        for given in [
            "",
            "author=me&authority=x",
            "the token has expired",
            "tokens: 3",
            "token=&a=1",
            "a code: 7, ключ: 8",
            "auth",
            "auth=",
        ] {
            assert_eq!(text(given), given);
        }
    }
}
