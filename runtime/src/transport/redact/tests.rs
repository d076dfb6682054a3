//! What holds for any body, tried on many that chance makes.

use std::sync::Arc;

use http::HeaderMap;
use serde_json::Value;

use super::Redact;
use super::message::Redaction;
use crate::transport::json::{compact, indented};

const SECRET: &str = "zq5ecretzq";

/// The same numbers for the same seed.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    fn of<'a>(&mut self, texts: &[&'a str]) -> &'a str {
        texts[self.below(texts.len())]
    }

    /// A text, with its escapes; `secret` says whether it may hold the secret that the call knows.
    fn text(&mut self, secret: bool) -> String {
        let pieces = [
            "a", " ", "ж", r"\/", r#"\""#, r"\\", r"\u0026", "{", "}", "[", ":", ",", "=", "&", "Bearer", "1",
        ];
        let count = self.below(6);
        let mut text: String = (0..count).map(|_| self.of(&pieces)).collect();
        if secret && self.below(3) == 0 {
            text.push_str(SECRET);
        }
        format!("\"{text}\"")
    }

    fn value(&mut self, depth: usize) -> String {
        let space = self.of(&["", " ", "\n"]);
        let value = match self.below(if depth > 4 { 3 } else { 5 }) {
            0 => self
                .of(&["0", "-1.50", "1e9", "true", "false", "null"])
                .to_owned(),
            1 | 2 => self.text(true),
            3 => {
                let count = self.below(4);
                let items: Vec<String> = (0..count).map(|_| self.value(depth + 1)).collect();
                format!("[{}]", items.join(","))
            }
            _ => {
                let count = self.below(4);
                let members: Vec<String> = (0..count).map(|_| self.member(depth)).collect();
                format!("{{{}}}", members.join(","))
            }
        };
        format!("{space}{value}{space}")
    }

    fn member(&mut self, depth: usize) -> String {
        if self.below(3) > 0 {
            return format!("{}:{}", self.text(false), self.value(depth + 1));
        }
        let name = self.of(&[
            "access_token",
            "AUTH_ID",
            "auth",
            r"re\u0066resh_token",
            "botToken",
            "Password",
        ]);
        // Known by its name alone.
        let value = self.of(&[
            r#""t0k1""#,
            "70101",
            r#"["t0k2",{"a":70102}]"#,
            r#"{"x":{"y":"t0\u006b3"}}"#,
        ]);
        format!("\"{name}\" : {value}")
    }
}

fn redacted(body: &[u8]) -> Vec<u8> {
    let redact = Redact::new(Arc::new(|text: &str| text.replace(SECRET, "***")));
    let request = http::Request::builder().extension(redact).body(()).unwrap();
    Redaction::of(&request).body(&HeaderMap::new(), body)
}

/// Whether `shown` is what was given, but for what is hidden.
fn agree(given: &Value, shown: &Value) -> bool {
    match (given, shown) {
        (Value::Object(given), Value::Object(shown)) => {
            given.len() == shown.len()
                && given
                    .iter()
                    .all(|(name, value)| shown.get(name).is_some_and(|shown| agree(value, shown)))
        }
        (Value::Array(given), Value::Array(shown)) => {
            given.len() == shown.len() && given.iter().zip(shown).all(|(given, shown)| agree(given, shown))
        }
        (given, shown) => given == shown || shown.as_str().is_some_and(|shown| shown.contains("***")),
    }
}

#[test]
fn json_stays_json_and_loses_nothing_but_secrets() {
    let mut hidden = 0;
    for seed in 0..5_000 {
        let text = Chance(seed).value(0);
        let given: Value = serde_json::from_str(&text).unwrap();
        let shown = String::from_utf8(redacted(text.as_bytes())).unwrap();
        let read: Value = serde_json::from_str(&shown).unwrap();
        assert!(agree(&given, &read), "{seed}: {text}\n{shown}");
        // As they are read, since a secret can hide behind escapes.
        for secret in [SECRET, "t0k", "7010"] {
            assert!(!read.to_string().contains(secret), "{seed}: {text}\n{shown}");
        }
        hidden += usize::from(shown.contains("***"));
        if !shown.contains("***") {
            assert_eq!(shown, compact(&text), "{seed}");
        }
        // Once hidden, hidden: a recording answers what is asked with hidden secrets.
        assert_eq!(redacted(shown.as_bytes()), shown.as_bytes(), "{seed}");
        assert_eq!(compact(&indented(&shown)), shown, "{seed}");
    }
    assert!(
        (1_000..4_000).contains(&hidden),
        "chance makes too few bodies of either kind: {hidden}"
    );
}

#[test]
fn a_body_cut_anywhere_shows_no_secret_and_ends_in_no_panic() {
    let whole = r#"{"a":"zq5ecretzq","access_token":"t0ktoken","u":"https://x/?auth=t0kauth&b=1","r":{"refresh_token":"t0k\/x"}}"#;
    for end in 0..whole.len() {
        // A body that is not text either.
        for tail in [b"".as_slice(), b"\xff"] {
            let shown = redacted(&[&whole.as_bytes()[..end], tail].concat());
            let shown = String::from_utf8_lossy(&shown).into_owned();
            assert!(
                !shown.contains(SECRET) && !shown.contains("t0k"),
                "{end}: {shown}"
            );
        }
    }
}
