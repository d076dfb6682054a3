//! Bytes that are not the HTTP that was expected.

use b24::{Advice, Error, Outcome, TransportErrorKind as Kind};

use crate::server::{Server, http};
use crate::{assert_transport, failure};

fn error(bytes: impl Into<Vec<u8>>) -> Error {
    failure(&Server::answering(bytes).client())
}

#[test]
fn bytes_that_are_not_http_are_told() {
    for bytes in [
        "SSH-2.0-OpenSSH_9.6\r\n",
        "\r\n\r\n<html>",
        "HTTP/1.1 abc\r\n\r\n",
        "\u{15}\u{3}\u{1}\0\u{2}\u{2}\u{50}",
    ] {
        let error = error(bytes);
        assert_transport(&error, Kind::Protocol, Outcome::Unknown, Advice::Check);
        assert!(
            error.to_string().contains("the answer breaks the rules of HTTP"),
            "{error}"
        );
    }
}

#[test]
fn an_answer_that_ends_in_the_header_is_told() {
    for bytes in [
        "",
        "HTTP/1.1 200 OK\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 12\r\n",
    ] {
        assert_transport(&error(bytes), Kind::Closed, Outcome::Unknown, Advice::Check);
    }
}

#[test]
fn an_answer_shorter_than_it_says_is_told() {
    let mut cut = http(200, "", r#"{"result":1}"#);
    cut.pop();
    assert_transport(&error(cut), Kind::Closed, Outcome::Unknown, Advice::Check);
    let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nc\r\n{\"result\":1}\r\n";
    assert_transport(&error(chunked), Kind::Closed, Outcome::Unknown, Advice::Check);
}

#[test]
fn broken_chunks_and_lengths_are_told() {
    for head in [
        "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
        "Content-Length: many\r\n\r\n",
    ] {
        let error = error(format!("HTTP/1.1 200 OK\r\n{head}"));
        assert_transport(&error, Kind::Protocol, Outcome::Unknown, Advice::Check);
    }
}

#[test]
fn good_answers_are_read_however_they_are_framed() {
    for message in [
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n{\"resu\r\n6\r\nlt\":1}\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\n\r\n{\"result\":1}",
        "HTTP/1.0 200 OK\r\nContent-Length: 12\r\n\r\n{\"result\":1}",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n{\"result\":1}",
        "HTTP/1.1 200\r\ncontent-LENGTH: 12\r\nConnection: close\r\n\r\n{\"result\":1}",
    ] {
        let server = Server::answering(message);
        assert_eq!(
            server.client().call_raw("app.info", &()).unwrap().result,
            1,
            "{message}"
        );
    }
}
