//! Text that is never shown.

mod fields;
mod texts;

pub(crate) use fields::secret_fields;

use std::fmt;

/// What stands in place of a secret.
pub(crate) const HIDDEN: &str = "***";

/// A shorter secret is not looked for within a text.
const SHORTEST: usize = 4;

/// How much of a secret's beginning is taken for a secret that was cut: of a short one the greater part,
/// lest words that begin like it are blotted out too.
const CUT: usize = 8;

/// A webhook's code, a token, or the value of a secret field; `Debug` and `Display` hide it.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Secret(String);

impl Secret {
    /// `None` where the text is not one word of visible ASCII characters.
    pub(crate) fn new(text: &str) -> Option<Self> {
        let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic());
        plain.then(|| Self(text.to_owned()))
    }

    /// Whatever a user takes for a secret: `None` where there is nothing.
    pub(crate) fn any(text: &str) -> Option<Self> {
        (!text.is_empty()).then(|| Self(text.to_owned()))
    }

    pub(crate) fn expose(&self) -> &str {
        &self.0
    }

    /// The text with every occurrence of the secret blotted out: as it is, in either case of
    /// letters, escaped as in JSON, in a URL or in HTML, and where it was cut.
    pub(crate) fn scrub(&self, text: &str) -> String {
        if text == self.0 {
            return HIDDEN.to_owned();
        }
        if self.0.len() < SHORTEST {
            // Too short to be told from other text.
            return text.to_owned();
        }
        let mut left = text.as_bytes();
        let mut shown = Vec::with_capacity(left.len());
        while let Some((&first, rest)) = left.split_first() {
            if let Some(length) = [plain, escaped, escaped_twice, in_html]
                .into_iter()
                .find_map(|read| self.length_in(left, read))
            {
                shown.extend_from_slice(HIDDEN.as_bytes());
                left = &left[length..];
            } else {
                shown.push(first);
                left = rest;
            }
        }
        // Whole characters were replaced, but for the last one of a secret that was cut.
        String::from_utf8_lossy(&shown).into_owned()
    }

    /// The length of the secret at the beginning of `text`, read character by character.
    fn length_in(&self, text: &[u8], read: Read) -> Option<usize> {
        let cut = CUT.min(self.0.len() / 2 + 1);
        let mut length = 0;
        for (matched, wanted) in self.0.bytes().enumerate() {
            let rest = &text[length..];
            match read(rest) {
                Some((found, taken)) if found.eq_ignore_ascii_case(&wanted) => length += taken,
                _ if matched >= cut && is_cut(rest) => return Some(text.len()),
                _ if matched >= CUT => return Some(length),
                _ => return None,
            }
        }
        Some(length)
    }
}

/// The first character of a text and its length; `None` at the end.
type Read = fn(&[u8]) -> Option<(u8, usize)>;

fn plain(text: &[u8]) -> Option<(u8, usize)> {
    Some((*text.first()?, 1))
}

fn escaped(text: &[u8]) -> Option<(u8, usize)> {
    let escape = match text {
        [b'%', digits @ ..] => number(digits, 2, 16, b""),
        [b'\\', b'u', b'{', digits @ ..] => number(digits, 6, 16, b"}"),
        [b'\\', b'u', digits @ ..] => number(digits, 4, 16, b""),
        [b'\\', mark, rest @ ..] if mark.is_ascii_punctuation() => Some((*mark, rest)),
        _ => return in_html(text),
    };
    found(text, escape)
}

fn in_html(text: &[u8]) -> Option<(u8, usize)> {
    let escape = match text {
        [b'&', b'#', b'x' | b'X', digits @ ..] => number(digits, 6, 16, b";"),
        [b'&', b'#', digits @ ..] => number(digits, 6, 10, b";"),
        [b'&', ..] => NAMED
            .iter()
            .find_map(|(name, byte)| Some((*byte, text.strip_prefix(*name)?))),
        _ => None,
    };
    found(text, escape)
}

/// As in an address that is a parameter of another address.
fn escaped_twice(text: &[u8]) -> Option<(u8, usize)> {
    let digits = text.strip_prefix(b"%25");
    match digits.and_then(|digits| number(digits, 2, 16, b"")) {
        None => escaped(text),
        escape => found(text, escape),
    }
}

/// The character that was escaped, or the first one if none was.
fn found(text: &[u8], escape: Option<(u8, &[u8])>) -> Option<(u8, usize)> {
    match escape {
        Some((byte, rest)) => Some((byte, text.len() - rest.len())),
        None => plain(text),
    }
}

/// Whether nothing is left of a text but perhaps a piece of an escape, of at most ten characters.
fn is_cut(rest: &[u8]) -> bool {
    rest.len() < 10 && matches!(rest.first(), None | Some(b'%' | b'\\' | b'&'))
}

/// What HTML calls by name.
const NAMED: [(&[u8], u8); 5] = [
    (b"&amp;", b'&'),
    (b"&lt;", b'<'),
    (b"&gt;", b'>'),
    (b"&quot;", b'"'),
    (b"&apos;", b'\''),
];

/// An ASCII character by its number, of at most `digits` digits and, before an `end`, at least one;
/// and what follows it.
fn number<'a>(text: &'a [u8], digits: usize, radix: u32, end: &[u8]) -> Option<(u8, &'a [u8])> {
    let is_digit = |byte: &&u8| char::from(**byte).is_digit(radix);
    let count = text.iter().take(digits).take_while(is_digit).count();
    if end.is_empty() && count < digits {
        return None;
    }
    let (number, rest) = text.split_at(count);
    let number = u32::from_str_radix(std::str::from_utf8(number).ok()?, radix).ok()?;
    Some((u8::try_from(number).ok()?, rest.strip_prefix(end)?))
}

/// The text with these secrets blotted out; nothing of it, where they could not be gathered.
pub(crate) fn blot(secrets: Option<&[Secret]>, text: &str) -> String {
    match secrets {
        Some(secrets) => secrets
            .iter()
            .fold(text.to_owned(), |text, secret| secret.scrub(&text)),
        None => "why is not said, for that may show a secret".to_owned(),
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HIDDEN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scrubbed(secret: &str, text: &str) -> String {
        Secret::new(secret).unwrap().scrub(text)
    }

    #[test]
    fn a_secret_is_blotted_out_however_it_is_escaped() {
        for text in [
            "a\"b/c%&'",                             // as it is
            "A\"B/C%&'",                             // in capital letters
            r#"a\"b\/c%&'"#,                         // JSON
            r"a\u0022b\/c%\u0026\u0027",             // PHP's JSON
            r#"a\"b/c%&\'"#,                         // Rust's `Debug`
            r"\u{61}\u{22}b/c%&'",                   // Rust's `Debug`
            "a%22b%2Fc%25%26%27",                    // a URL
            "%61%22%62%2f%63%25%26%27",              // a URL, without need
            "a%2522b%252Fc%2525%2526%2527",          // a URL in a URL
            "a&quot;b/c%&amp;&#39;",                 // HTML
            "&#97;&#x22;b&#x2f;c&#37;&amp;&#x0027;", // HTML, by number
        ] {
            assert_eq!(scrubbed("a\"b/c%&'", &format!("ü<{text}>ü")), "ü<***>ü", "{text}");
        }
    }

    #[test]
    fn a_secret_of_any_words_is_blotted_out() {
        let secret = Secret::any("Сезам, откройся").unwrap();
        assert_eq!(secret.scrub("«Сезам, откройся!»"), "«***!»");
        assert_eq!(secret.scrub("ж Сезам"), "ж ***");
        assert_eq!(secret.scrub("сезон"), "сезон");
        assert_eq!(Secret::any(""), None);
    }

    #[test]
    fn a_short_secret_is_blotted_out_where_it_stands_alone() {
        assert_eq!(scrubbed("123", "123"), "***");
        assert_eq!(scrubbed("123", "1234 of 123"), "1234 of 123");
    }

    #[test]
    fn what_only_resembles_the_secret_stays() {
        for text in [
            "c0de5e7ret",
            "%2563",
            "c0de",
            "%6",
            "%zz",
            "\\",
            "\\u",
            "\\u12",
            "&#;",
            "&",
            "%25",
            "ж",
        ] {
            assert_eq!(scrubbed("c0de5ecret", &format!("{text}.")), format!("{text}."));
        }
    }

    #[test]
    fn a_secret_that_was_cut_is_blotted_out_at_the_end_of_the_text() {
        assert_eq!(scrubbed("c0de5ecret", "/rest/1/c0de5e"), "/rest/1/***");
        assert_eq!(scrubbed("c0de5ecret", "/rest/1/c0%64e5e"), "/rest/1/***");
        assert_eq!(scrubbed("c0de5ecret", r"/rest/1/c0de5e\u007"), "/rest/1/***");
        assert_eq!(scrubbed("sandboxcode0000", "Mr. Sandbox"), "Mr. Sandbox");
        assert_eq!(scrubbed("c0de5ecret", "an abc"), "an abc");
    }

    #[test]
    fn the_greater_part_of_a_secret_is_blotted_out_anywhere() {
        assert_eq!(scrubbed("c0de5ecret", "/rest/1/c0de5ecr..."), "/rest/1/***...");
    }

    #[test]
    fn a_secret_of_escapes_is_found_as_it_is() {
        assert_eq!(scrubbed(r"\\%41", r"x\\%41x"), "x***x");
        assert_eq!(scrubbed("%41a", "x%2541ax"), "x***x");
    }
}
