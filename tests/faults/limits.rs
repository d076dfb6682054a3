//! Answers that are too large or too late.

use std::io::Write as _;
use std::net::TcpListener;
use std::time::Duration;

use b24::{Advice, Client, Outcome, TransportErrorKind as Kind};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::canned::CODE;
use crate::server::{Server, Step, good};
use crate::{assert_transport, failure};

const LONG: Duration = Duration::from_secs(20);

fn limited(bytes: Vec<u8>, limit: u64) -> Client {
    // The thread goes on for the server; what it reports is not wanted.
    let server = Server::answering(bytes);
    server.builder("http").max_answer_size(limit).build().unwrap()
}

fn zipped(content: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content).unwrap();
    let body = encoder.finish().unwrap();
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    [head.into_bytes(), body].concat()
}

#[test]
fn an_answer_over_the_limit_is_told_with_the_limit() {
    assert!(limited(good(), 12).call_raw("app.info", &()).is_ok());
    let error = failure(&limited(good(), 11));
    assert_transport(&error, Kind::TooLarge, Outcome::Unknown, Advice::Check);
    assert!(
        error
            .to_string()
            .contains("the answer is too large: more than 11 bytes"),
        "{error}"
    );
}

#[test]
fn a_compressed_answer_is_measured_by_what_it_holds() {
    let content = format!(r#"{{"result":"{}"}}"#, "0".repeat(1 << 20));
    let message = zipped(content.as_bytes());
    assert!(message.len() < 10_000);
    let size = content.len() as u64;
    let answer = limited(message.clone(), size).call_raw("app.info", &()).unwrap();
    assert_eq!(answer.result.as_str().map(str::len), Some(1 << 20));
    let error = failure(&limited(message, size - 1));
    assert_transport(&error, Kind::TooLarge, Outcome::Unknown, Advice::Check);
}

#[test]
fn a_compressed_answer_that_is_broken_is_told() {
    let mut message = zipped(br#"{"result":1}"#);
    let middle = message.len() - 15;
    message[middle] ^= 0xff;
    let error = failure(&Server::answering(message).client());
    assert_transport(&error, Kind::Protocol, Outcome::Unknown, Advice::Check);
}

#[test]
fn a_header_that_is_too_large_is_told() {
    let header = format!("HTTP/1.1 200 OK\r\nX-Long: {}\r\n\r\n", "x".repeat(100_000));
    let error = failure(&Server::answering(header).client());
    assert_transport(&error, Kind::TooLarge, Outcome::Unknown, Advice::Check);
    assert!(
        error.to_string().contains("the header has more than 65536 bytes"),
        "{error}"
    );

    let many = format!("HTTP/1.1 200 OK\r\n{}\r\n", "X-Many: x\r\n".repeat(1_000));
    let error = failure(&Server::answering(many).client());
    assert_transport(&error, Kind::Protocol, Outcome::Unknown, Advice::Check);
}

#[test]
fn a_header_may_be_as_large_as_the_limit_says() {
    let head = "HTTP/1.1 200 OK\r\nContent-Length: 12\r\nX-Long: ";
    let header = format!("{head}{}\r\n\r\n", "x".repeat(1_000));
    let answer = [header.as_bytes(), br#"{"result":1}"#].concat();
    let limited = |limit| {
        let server = Server::answering(answer.clone());
        server.builder("http").max_header_size(limit).build().unwrap()
    };
    let call = limited(header.len()).call_raw("app.info", &()).unwrap();
    assert_eq!(call.result, 1);
    let error = failure(&limited(header.len() - 1));
    assert_transport(&error, Kind::TooLarge, Outcome::Unknown, Advice::Check);
}

#[test]
fn a_header_without_an_end_is_bounded() {
    let endless = Step::Forever(vec![b'x'; 1 << 10]);
    let head = Step::Send(b"HTTP/1.1 200 OK\r\nX-Flood: ".to_vec());
    let server = Server::start(vec![vec![Step::Read, head, endless]]);
    let error = failure(&server.builder("http").max_header_size(1 << 10).build().unwrap());
    assert_transport(&error, Kind::TooLarge, Outcome::Unknown, Advice::Check);
}

#[test]
fn a_body_without_an_end_is_bounded() {
    for (head, endless) in [
        ("\r\n", "x".repeat(1 << 10)),
        (
            "Transfer-Encoding: chunked\r\n\r\n",
            format!("400\r\n{}\r\n", "x".repeat(1 << 10)),
        ),
    ] {
        let head = Step::Send(format!("HTTP/1.1 200 OK\r\n{head}").into_bytes());
        let endless = Step::Forever(endless.into_bytes());
        let server = Server::start(vec![vec![Step::Read, head, endless]]);
        let error = failure(&server.builder("http").max_answer_size(1 << 16).build().unwrap());
        assert_transport(&error, Kind::TooLarge, Outcome::Unknown, Advice::Check);
    }
}

#[test]
fn a_compressed_answer_that_swells_is_read_as_far_as_the_limit() {
    // 64 MiB, in less than 300 KiB.
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    for _ in 0..64 {
        encoder.write_all(&vec![b'0'; 1 << 20]).unwrap();
    }
    let body = encoder.finish().unwrap();
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    let error = failure(&limited([head.into_bytes(), body].concat(), 1 << 20));
    assert_transport(&error, Kind::TooLarge, Outcome::Unknown, Advice::Check);
}

#[test]
fn an_answer_that_drips_ends_with_the_attempt() {
    // Each byte is a sign of life, and none may prolong the time that is left for all of them.
    for head in ["HTTP/1.1 200 OK\r\nX-Drip: ", "HTTP/1.1 200 OK\r\n\r\n"] {
        let server = Server::start(vec![vec![
            Step::Read,
            Step::Send(head.into()),
            Step::Drip(Duration::from_millis(20)),
        ]]);
        let builder = server.builder("http").connect_timeout(LONG);
        let error = failure(
            &builder
                .attempt_timeout(Duration::from_millis(300))
                .build()
                .unwrap(),
        );
        assert_transport(&error, Kind::Timeout, Outcome::Unknown, Advice::Check);
    }
}

#[test]
fn an_answer_that_never_comes_is_unknown() {
    // Connections to it are made by the system, and nobody takes them.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let client = crate::once()
        .webhook(&format!("http://{}/rest/1/{CODE}/", silent.local_addr().unwrap()))
        .connect_timeout(LONG)
        .attempt_timeout(Duration::from_millis(300))
        .build()
        .unwrap();
    let error = failure(&client);
    assert_transport(&error, Kind::Timeout, Outcome::Unknown, Advice::Check);
    assert!(
        error
            .to_string()
            .contains("did not answer in time: longer than 300ms in all"),
        "{error}"
    );
}

#[test]
fn a_connection_that_is_never_made_was_not_executed() {
    // Over https it is made only after the handshake.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let webhook = format!("https://{}/rest/1/{CODE}/", silent.local_addr().unwrap());
    for (connect, attempt, words) in [
        (Duration::from_millis(100), LONG, "connect took longer than 100ms"),
        (LONG, Duration::from_millis(100), "longer than 100ms in all"),
    ] {
        let client = crate::once()
            .webhook(&webhook)
            .connect_timeout(connect)
            .attempt_timeout(attempt)
            .build()
            .unwrap();
        let error = failure(&client);
        assert_transport(&error, Kind::Timeout, Outcome::NotExecuted, Advice::Retry);
        assert!(error.to_string().contains(words), "{error}");
    }
}

#[test]
fn the_longest_and_the_shortest_limits_do_no_harm() {
    let server = Server::answering(good());
    let client = server
        .builder("http")
        .attempt_timeout(Duration::MAX)
        .connect_timeout(Duration::MAX)
        .max_answer_size(u64::MAX)
        .build()
        .unwrap();
    assert_eq!(client.call_raw("app.info", &()).unwrap().result, 1);

    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let shortest = crate::once()
        .webhook(&format!("http://{}/rest/1/{CODE}/", silent.local_addr().unwrap()))
        .attempt_timeout(Duration::from_nanos(1))
        .connect_timeout(Duration::from_nanos(1))
        .build()
        .unwrap();
    assert_transport(
        &failure(&shortest),
        Kind::Timeout,
        Outcome::NotExecuted,
        Advice::Retry,
    );
}
