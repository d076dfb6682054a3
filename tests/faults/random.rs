//! Answers of chance: nothing panics, and each is a result or an error that shows no secret.

use std::collections::BTreeMap;
use std::time::Duration;

use b24::{Client, Error, Id, Response, YesNo, b24_method};
use serde_json::Value;

use crate::canned::{CODE, Canned};
use crate::hidden::assert_hidden;
use crate::server::{Server, Step};

/// Numbers that look like chance, and are the same each time (splitmix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end.max(1)).unwrap()).unwrap()
    }

    fn byte(&mut self) -> u8 {
        self.next().to_le_bytes()[0]
    }

    fn bytes(&mut self) -> Vec<u8> {
        (0..self.below(200)).map(|_| self.byte()).collect()
    }

    /// The bytes after a few changes: one put in, taken out or altered, a piece repeated, cut, or
    /// replaced by something that parsers stumble over.
    fn mutated(&mut self, bytes: &[u8]) -> Vec<u8> {
        const TRAPS: [&str; 12] = [
            "null",
            "1e999",
            "-0",
            "\\ud800",
            "\u{feff}",
            "[[[[",
            "}",
            "\"",
            "\0",
            CODE,
            "\r\n\r\n",
            "18446744073709551616",
        ];
        let mut bytes = bytes.to_vec();
        for _ in 0..=self.below(2) {
            let at = self.below(bytes.len() + 1);
            let end = (at + self.below(8)).min(bytes.len());
            match self.below(6) {
                0 => bytes.insert(at, self.byte()),
                1 => drop(bytes.drain(at..end)),
                2 if at < bytes.len() => bytes[at] = self.byte(),
                3 => bytes.truncate(at),
                4 => drop(bytes.splice(at..at, bytes[at..end].to_vec())),
                _ => drop(bytes.splice(at..end, TRAPS[self.below(TRAPS.len())].bytes())),
            }
        }
        bytes
    }
}

const ANSWERS: [&str; 5] = [
    r#"{"result":2725,"time":{"start":1771928379,"finish":1771928380.102187,"duration":1.102186918258667,"processing":1,"date_start":"2026-02-24T13:19:39+03:00","date_finish":"2026-02-24T13:19:40+03:00","operating_reset_at":1771928979,"operating":0.3226499557495117}}"#,
    r#"{"result":{"a":"Y","b":"\u0447\/"},"next":50,"total":"120","time":{"start":"1771928379"}}"#,
    r#"{"error":"WRONG_REQUEST","error_description":"Chat can\u0027t be created","argument":["a"]}"#,
    r#"{"error":{"code":"X","message":"m","validation":[{"field":"id"}]}}"#,
    r#"[{"result":"\ud83d\ude00"}]"#,
];

#[b24_method("test.id", unlisted, returns = Id)]
struct One;

#[b24_method("test.map", unlisted, returns = BTreeMap<String, Option<YesNo>>)]
struct Map;

/// A call gave something; an error tells all about itself and no secret.
fn examine<T>(called: Result<Response<T>, Error>) -> bool {
    let Err(error) = called else {
        return true;
    };
    assert_hidden(&error, CODE);
    assert!(!error.advice().to_string().is_empty());
    let _ = (
        error.outcome(),
        error.code::<One>(),
        error.api().map(b24::ApiError::system_code),
    );
    false
}

#[test]
fn any_bytes_with_any_status_are_an_answer_or_an_error() {
    let mut chance = Chance(2725);
    let mut answers = 0;
    for round in 0..3_000 {
        let answer = ANSWERS[chance.below(ANSWERS.len())].as_bytes();
        let body = if round % 3 == 0 {
            chance.bytes()
        } else {
            chance.mutated(answer)
        };
        let status = match chance.below(4) {
            0 => u16::try_from(100 + chance.below(900)).unwrap(),
            _ => 200,
        };
        let client = Canned::new(status, "application/json", body).client();
        answers += usize::from(examine(client.call(&One::new())));
        answers += usize::from(examine(client.call(&Map::new())));
        answers += usize::from(examine(client.call_raw("app.info", &Value::Null)));
    }
    // Else the changes would be too great to test anything but the first few characters.
    assert!(answers > 100, "{answers}");
}

#[test]
fn any_bytes_from_a_server_are_an_answer_or_an_error() {
    const ROUNDS: usize = 400;
    let mut chance = Chance(1291);
    let body = ANSWERS[0];
    let messages = [
        format!(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        ),
        format!(
            "HTTP/1.1 400 Bad\r\nTransfer-Encoding: chunked\r\n\r\n{:x}\r\n{body}\r\n0\r\n\r\n",
            body.len()
        ),
        format!("HTTP/1.1 302 Found\r\nLocation: https://example.com/{CODE}/\r\nContent-Length: 0\r\n\r\n"),
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 12\r\n\r\n\u{1f}\u{8}\0\0\0\0\0\0"
            .to_owned(),
    ];
    let scripts = (0..ROUNDS)
        .map(|round| {
            let bytes = match round % 5 {
                4 => chance.bytes(),
                message => chance.mutated(messages[message].as_bytes()),
            };
            vec![Step::Read, Step::Send(bytes)]
        })
        .collect();
    let server = Server::start(scripts);
    for _ in 0..ROUNDS {
        // A client of its own for each connection, which it leaves behind.
        let client: Client = server
            .builder("http")
            .attempt_timeout(Duration::from_secs(20))
            .build()
            .unwrap();
        examine(client.call(&One::new()));
    }
}
