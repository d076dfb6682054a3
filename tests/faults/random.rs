//! Bytes of chance from a server: nothing panics, and each is a result or an error that shows no secret.
//!
//! `tests/fuzz` gives such bytes to whatever is beyond HTTP.

use std::time::Duration;

use b24::Client;

use crate::canned::CODE;
use crate::dice::Dice;
use crate::hidden::assert_hidden;
use crate::mutated;
use crate::server::{Server, Step};

const ANSWER: &str = r#"{"result":2725,"time":{"start":1771928379,"operating":0.3226499557495117}}"#;

#[test]
fn any_bytes_from_a_server_are_an_answer_or_an_error() {
    const ROUNDS: usize = 400;
    let mut dice = Dice(1_291);
    let messages = [
        format!(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{ANSWER}",
            ANSWER.len()
        ),
        format!(
            "HTTP/1.1 400 Bad\r\nTransfer-Encoding: chunked\r\n\r\n{:x}\r\n{ANSWER}\r\n0\r\n\r\n",
            ANSWER.len()
        ),
        format!("HTTP/1.1 302 Found\r\nLocation: https://example.com/{CODE}/\r\nContent-Length: 0\r\n\r\n"),
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 12\r\n\r\n\u{1f}\u{8}\0\0\0\0\0\0"
            .to_owned(),
    ];
    let scripts = (0..ROUNDS)
        .map(|round| {
            let bytes = match round % 5 {
                4 => mutated::anything(&mut dice),
                message => mutated::mutated(&mut dice, messages[message].as_bytes(), ANSWER.as_bytes()),
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
        if let Err(error) = client.call_raw("app.info", &()) {
            assert_hidden(&error, CODE);
            assert!(!error.advice().to_string().is_empty());
        }
    }
}
