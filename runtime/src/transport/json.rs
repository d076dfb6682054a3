//! The tokens of a JSON text, for what is read and written as it stands: numbers keep their digits,
//! objects the order of their members and those that come twice, and no depth is too deep.

use serde::de::IgnoredAny;

/// A token of a text that [is JSON](is_json).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// `{` or `[`.
    Open(char),
    /// `}` or `]`.
    Close(char),
    Comma,
    Colon,
    /// The name of a member, in its quotes.
    Name(&'a str),
    /// A text, in its quotes.
    Text(&'a str),
    /// A number, `true`, `false` or `null`.
    Word(&'a str),
}

impl Token<'_> {
    /// Writes the token as it stood.
    pub(super) fn write(self, to: &mut String) {
        match self {
            Self::Open(mark) | Self::Close(mark) => to.push(mark),
            Self::Comma => to.push(','),
            Self::Colon => to.push(':'),
            Self::Name(text) | Self::Text(text) | Self::Word(text) => to.push_str(text),
        }
    }
}

pub(super) fn is_json(text: &str) -> bool {
    serde_json::from_str::<IgnoredAny>(text).is_ok()
}

/// The tokens of a text that is JSON; of another, whatever looks like tokens.
pub(super) fn tokens(text: &str) -> Tokens<'_> {
    Tokens {
        left: text,
        within: Vec::new(),
        name_next: false,
    }
}

pub(super) struct Tokens<'a> {
    left: &'a str,
    /// The brackets that are open.
    within: Vec<char>,
    name_next: bool,
}

impl<'a> Tokens<'a> {
    fn take(&mut self, length: usize) -> &'a str {
        // A length in the middle of a character is that of no token.
        let (taken, left) = self.left.split_at_checked(length).unwrap_or((self.left, ""));
        self.left = left;
        taken
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        self.left = self.left.trim_start();
        let first = self.left.chars().next()?;
        let name_next = std::mem::take(&mut self.name_next);
        if !matches!(first, '{' | '[' | '}' | ']' | ',' | ':') {
            return Some(if first == '"' {
                let text = self.take(quoted(self.left));
                if name_next {
                    Token::Name(text)
                } else {
                    Token::Text(text)
                }
            } else {
                let ends = |mark: char| mark.is_ascii_whitespace() || ",:{}[]\"".contains(mark);
                Token::Word(self.take(self.left.find(ends).unwrap_or(self.left.len())))
            });
        }
        self.take(1);
        Some(match first {
            '{' | '[' => {
                self.within.push(first);
                self.name_next = first == '{';
                Token::Open(first)
            }
            '}' | ']' => {
                self.within.pop();
                Token::Close(first)
            }
            ',' => {
                self.name_next = self.within.last() == Some(&'{');
                Token::Comma
            }
            _ => Token::Colon,
        })
    }
}

/// The length of the text in quotes that this one begins with.
fn quoted(text: &str) -> usize {
    let mut escaped = false;
    for (index, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return index + 1,
            _ => {}
        }
    }
    text.len()
}

/// The JSON with a line for each value, and nothing else changed.
pub(super) fn indented(text: &str) -> String {
    let mut written = String::with_capacity(text.len() * 2);
    let mut depth = 0;
    let mut opened = false;
    for token in tokens(text) {
        // What is empty stays in one line.
        let closes = matches!(token, Token::Close(_));
        depth -= usize::from(closes && depth > 0);
        if std::mem::replace(&mut opened, matches!(token, Token::Open(_))) != closes {
            line(&mut written, depth);
        }
        token.write(&mut written);
        match token {
            Token::Open(_) => depth += 1,
            Token::Comma => line(&mut written, depth),
            Token::Colon => written.push(' '),
            _ => {}
        }
    }
    written.push('\n');
    written
}

/// The JSON without white space between its tokens, and nothing else changed.
pub(super) fn compact(text: &str) -> String {
    tokens(text).fold(String::with_capacity(text.len()), |mut written, token| {
        token.write(&mut written);
        written
    })
}

fn line(written: &mut String, depth: usize) {
    written.push('\n');
    // Beyond any depth that a person reads, deeper would be mere white space.
    written.extend(std::iter::repeat_n("  ", depth.min(32)));
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"{"a":[1.50,-0,12345678901234567890,1e400],"a":{},"b":{"c\"":"\/ \u0041 ,:{}"},"d":[[],[true,null]],"":[{"e":{"f":1}}]}"#;

    #[test]
    fn nothing_but_white_space_changes() {
        assert!(is_json(TEXT));
        let indented = indented(TEXT);
        assert!(is_json(&indented));
        assert_eq!(compact(&indented), TEXT);
        assert_eq!(compact(TEXT), TEXT);
    }

    #[test]
    fn each_value_has_a_line() {
        let text = indented(r#"{"a":[1,{"b":"c"}],"d":{},"e":[]}"#);
        assert_eq!(
            text,
            "{\n  \"a\": [\n    1,\n    {\n      \"b\": \"c\"\n    }\n  ],\n  \"d\": {},\n  \"e\": []\n}\n"
        );
    }

    #[test]
    fn names_are_told_from_texts() {
        let names = |text| {
            tokens(text)
                .filter(|token| matches!(token, Token::Name(_)))
                .count()
        };
        assert_eq!(names(r#"{"a":"b","c":["d","e",{"f":"g"},"h"],"i":"j"}"#), 4);
        assert_eq!(names(r#"["a","b"]"#), 0);
    }

    #[test]
    fn what_is_deep_is_read_all_the_same() {
        let deep = "[".repeat(100_000) + &"]".repeat(100_000);
        assert!(is_json(&deep));
        assert_eq!(compact(&indented(&deep[99_000..101_000])), deep[99_000..101_000]);
        assert_eq!(tokens(&deep).count(), 200_000);
    }

    #[test]
    fn no_text_makes_it_panic() {
        for text in [
            "",
            "\"",
            "\"\\",
            "}",
            "]]",
            ",",
            "жж",
            "\"ж",
            "{\"a\" ж",
            "\u{feff}{}",
        ] {
            assert!(!is_json(text));
            compact(text);
            indented(text);
        }
    }
}
