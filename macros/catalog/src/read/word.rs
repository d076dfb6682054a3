//! Words of a line, bare or in quotation marks.

/// A word as it stands in a line: bare where that is unambiguous.
///
/// ```
/// use b24_catalog::read::quote;
///
/// assert_eq!(quote("OPEN"), "OPEN");
/// assert_eq!(quote(""), r#""""#);
/// assert_eq!(quote("say \"a\""), r#""say \"a\"""#);
/// ```
#[must_use]
pub fn quote(word: &str) -> String {
    let bare = |letter: char| letter.is_ascii_graphic() && letter != '"';
    if !word.is_empty() && word.chars().all(bare) {
        word.to_owned()
    } else {
        let escaped: String = word.chars().flat_map(char::escape_default).collect();
        // A lone ' needs no escape here, and reads better without.
        format!("\"{}\"", escaped.replace("\\'", "'"))
    }
}

/// The first word of a text and what follows it; `None` where a quotation mark is never closed, or an
/// escape is unknown.
pub(super) fn first(text: &str) -> Option<(String, &str)> {
    let Some(mut rest) = text.strip_prefix('"') else {
        let end = text.find(' ').unwrap_or(text.len());
        let (word, rest) = text.split_at(end);
        return Some((word.to_owned(), rest.trim_start_matches(' ')));
    };
    let mut word = String::new();
    loop {
        let place = rest.find(['"', '\\'])?;
        word.push_str(&rest[..place]);
        if rest[place..].starts_with('"') {
            return Some((word, rest[place + 1..].trim_start_matches(' ')));
        }
        let (letter, behind) = escape(&rest[place + 1..])?;
        word.push(letter);
        rest = behind;
    }
}

/// The letter behind a backslash, and what follows.
fn escape(text: &str) -> Option<(char, &str)> {
    if let Some(code) = text.strip_prefix("u{") {
        let (digits, rest) = code.split_once('}')?;
        let letter = char::from_u32(u32::from_str_radix(digits, 16).ok()?)?;
        return Some((letter, rest));
    }
    let letter = match text.chars().next()? {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        same @ ('"' | '\\' | '\'') => same,
        _ => return None,
    };
    Some((letter, &text[1..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_read_as_it_is_quoted() {
        for word in [
            "",
            "a",
            "a b",
            "\"",
            "\\",
            "it's",
            "a\nb\t",
            "\u{44f}",
            "%",
            "<=",
            "'",
            "\u{1f600}",
        ] {
            let quoted = quote(word);
            assert!(quoted.is_ascii());
            let line = format!("{quoted} next");
            assert_eq!(first(&line), Some((word.to_owned(), "next")), "{quoted}");
        }
    }

    #[test]
    fn a_broken_word_is_none() {
        for broken in [
            "\"a",
            "\"\\",
            "\"\\x\"",
            "\"\\u{110000}\"",
            "\"\\u{41",
            "\"\\u{}\"",
        ] {
            assert_eq!(first(broken), None, "{broken}");
        }
    }
}
