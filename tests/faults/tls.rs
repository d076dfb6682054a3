//! TLS that cannot be had.

use b24::{Advice, Outcome, TransportErrorKind as Kind};

use crate::server::{Server, Step};
use crate::{assert_transport, failure};

#[test]
fn tls_spoken_to_a_plain_port_was_not_executed_and_says_so() {
    let refusal = b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".to_vec();
    let server = Server::start(vec![vec![Step::ReadSome, Step::Send(refusal), Step::Wait]]);
    let error = failure(&server.builder("https").build().unwrap());
    assert_transport(&error, Kind::Tls, Outcome::NotExecuted, Advice::FixRequest);
    assert!(
        error
            .to_string()
            .contains("no trusted connection to the portal: "),
        "{error}"
    );
}

#[test]
fn a_handshake_that_the_server_ends_was_not_executed() {
    // An alert of TLS 1.2: fatal, handshake failure.
    let alert = vec![0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x28];
    let server = Server::start(vec![vec![Step::ReadSome, Step::Send(alert), Step::Wait]]);
    let error = failure(&server.builder("https").build().unwrap());
    assert_transport(&error, Kind::Tls, Outcome::NotExecuted, Advice::FixRequest);
}

#[test]
fn a_connection_closed_during_the_handshake_was_not_executed() {
    let server = Server::start(vec![vec![Step::ReadSome]]);
    let error = failure(&server.builder("https").build().unwrap());
    assert_eq!(error.outcome(), Outcome::NotExecuted, "{error}");
    assert_transport(&error, Kind::Connect, Outcome::NotExecuted, Advice::Reach);
}
