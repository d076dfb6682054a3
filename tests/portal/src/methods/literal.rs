//! Parameters that may be sent as text: the server reads them as a JavaScript literal.

use crate::php::{Array, Key, Value, parse_json};

/// How deep a literal may go; nothing that is sent so is deeper.
const DEPTH: usize = 64;

/// The array that a parameter is, or that its text spells; `None` for anything else.
pub(super) fn read_array(value: &Value) -> Option<Array> {
    let literal = match value {
        Value::Array(array) => return Some(array.clone()),
        Value::Text(text) => parse_json(text).or_else(|| parse_literal(text))?,
        _ => return None,
    };
    match literal {
        Value::Array(array) => Some(array),
        _ => None,
    }
}

/// What JavaScript allows and JSON does not: `{name: 'text'}`, and a comma at the end.
fn parse_literal(text: &[u8]) -> Option<Value> {
    let mut reader = Reader { rest: text };
    let value = reader.value(DEPTH)?;
    reader.skip_blanks();
    reader.rest.is_empty().then_some(value)
}

struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    fn value(&mut self, depth: usize) -> Option<Value> {
        let depth = depth.checked_sub(1)?;
        self.skip_blanks();
        match self.rest.first()? {
            b'[' => self.list(depth),
            b'{' => self.object(depth),
            b'\'' | b'"' => self.quoted().map(Value::Text),
            _ => Some(named(self.word()?)),
        }
    }

    fn list(&mut self, depth: usize) -> Option<Value> {
        self.take(b'[');
        let mut array = Array::new();
        while !self.take(b']') {
            array.push(self.value(depth)?);
            self.between(b']')?;
        }
        Some(array.into())
    }

    fn object(&mut self, depth: usize) -> Option<Value> {
        self.take(b'{');
        let mut array = Array::new();
        while !self.take(b'}') {
            let key = match self.rest.first()? {
                b'\'' | b'"' => self.quoted()?,
                _ => self.word()?.to_vec(),
            };
            self.take(b':').then_some(())?;
            let value = self.value(depth)?;
            array.set_key(Key::of(&key), value);
            self.between(b'}')?;
        }
        Some(array.into())
    }

    /// After an item comes a comma or the end, which stays.
    fn between(&mut self, end: u8) -> Option<()> {
        (self.take(b',') || self.rest.first() == Some(&end)).then_some(())
    }

    /// Text up to the same quote again; a backslash takes the next byte as it is.
    fn quoted(&mut self) -> Option<Vec<u8>> {
        let (quote, mut rest) = self.rest.split_first()?;
        let mut text = Vec::new();
        loop {
            match rest {
                [b'\\', escaped, after @ ..] => {
                    text.push(match escaped {
                        b'n' => b'\n',
                        b'r' => b'\r',
                        b't' => b'\t',
                        other => *other,
                    });
                    rest = after;
                }
                [byte, after @ ..] if byte == quote => {
                    self.rest = after;
                    return Some(text);
                }
                [byte, after @ ..] => {
                    text.push(*byte);
                    rest = after;
                }
                [] => return None,
            }
        }
    }

    /// A number, a keyword, or a bare key.
    fn word(&mut self) -> Option<&'a [u8]> {
        let part = |byte: &u8| byte.is_ascii_alphanumeric() || b"_$.+-".contains(byte);
        let end = self.rest.iter().take_while(|byte| part(byte)).count();
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        (end > 0).then_some(word)
    }

    /// Takes `wanted` and the blanks around it, if it comes next.
    fn take(&mut self, wanted: u8) -> bool {
        self.skip_blanks();
        let Some(rest) = self.rest.strip_prefix(&[wanted]) else {
            return false;
        };
        self.rest = rest;
        self.skip_blanks();
        true
    }

    fn skip_blanks(&mut self) {
        self.rest = self.rest.trim_ascii_start();
    }
}

/// A word is what JSON says it is, else text.
fn named(word: &[u8]) -> Value {
    parse_json(word).unwrap_or_else(|| Value::Text(word.to_vec()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::php::write_json;

    fn read(text: &str) -> Option<String> {
        let array = read_array(&text.into())?;
        String::from_utf8(write_json(&array.into())).ok()
    }

    #[test]
    fn literals_are_read_as_javascript() {
        for (text, json) in [
            ("[1,2]", "[1,2]"),
            ("{}", "[]"),
            ("[ 1 , 'a', ]", r#"[1,"a"]"#),
            (
                "{a: 1, 'b' : \"x\", 7: [true, null]}",
                r#"{"a":1,"b":"x","7":[true,null]}"#,
            ),
            (r"['it\'s', 'a\nb']", r#"["it\u0027s","a\nb"]"#),
            ("[[ ],{ }]", "[[],[]]"),
        ] {
            assert_eq!(read(text).as_deref(), Some(json), "{text}");
        }
    }

    #[test]
    fn what_is_no_array_is_nothing() {
        let deep = "[".repeat(100_000);
        for text in [
            "", "5", "'a'", "[1", "[1 2]", "{a}", "{a:}", "['a]", "[1]]", "{:1}", &deep,
        ] {
            assert_eq!(read(text), None, "{text:.40}");
        }
    }
}
