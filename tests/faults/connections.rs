//! Connections that are refused, closed, kept open.

use std::net::TcpListener;

use b24::{Advice, Client, Outcome, TransportErrorKind as Kind};

use crate::canned::CODE;
use crate::server::{Server, Step, good, http};
use crate::{assert_transport, failure};

fn webhook(host: &str) -> Client {
    crate::once()
        .webhook(&format!("{host}/rest/1/{CODE}/"))
        .build()
        .unwrap()
}

#[test]
fn a_refused_connection_was_not_executed() {
    let port = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    for scheme in ["http", "https"] {
        let error = failure(&webhook(&format!("{scheme}://127.0.0.1:{port}")));
        assert_transport(&error, Kind::Connect, Outcome::NotExecuted, Advice::Reach);
        let shown = error.to_string().to_lowercase();
        assert!(
            shown.contains("app.info: cannot reach the portal: connection refused"),
            "{shown}"
        );
    }
}

#[test]
fn an_unknown_host_was_not_executed() {
    // No part of a name may be so long: it is refused on this machine, nobody is asked.
    let error = failure(&webhook(&format!("https://{}.invalid", "x".repeat(64))));
    assert_transport(&error, Kind::Connect, Outcome::NotExecuted, Advice::Reach);
    assert!(error.to_string().contains("lookup"), "{error}");
}

#[test]
fn a_connection_closed_before_the_request_was_read_is_unknown() {
    let server = Server::start(vec![vec![]]);
    let error = failure(&server.client());
    // The client cannot know how far the server read.
    assert_eq!(error.outcome(), Outcome::Unknown, "{error}");
    assert_transport(&error, Kind::Closed, Outcome::Unknown, Advice::Check);
}

#[test]
fn a_connection_closed_after_the_request_was_read_is_unknown() {
    let server = Server::start(vec![vec![Step::Read]]);
    let error = failure(&server.client());
    assert_transport(&error, Kind::Closed, Outcome::Unknown, Advice::Check);
    assert!(
        error
            .to_string()
            .contains("the connection closed before the answer was whole"),
        "{error}"
    );
    assert!(
        String::from_utf8(server.closed())
            .unwrap()
            .ends_with("\r\n\r\n{}")
    );
}

#[test]
fn a_connection_is_kept_for_the_next_calls() {
    let exchange = [Step::Read, Step::Send(good())];
    let server = Server::start(vec![exchange.iter().cycle().take(6).cloned().collect()]);
    let client = server.client();
    for clone in [client.clone(), client.clone(), client] {
        assert_eq!(clone.call_raw("app.info", &()).unwrap().result, 1);
    }
    // There is no second connection to be had.
    let received = String::from_utf8(server.closed()).unwrap();
    assert_eq!(received.matches("POST /rest/1/").count(), 3);
}

#[test]
fn a_connection_is_kept_after_a_refusal_too() {
    let refusal = http(400, "", r#"{"error":"E","error_description":"d"}"#);
    let server = Server::start(vec![vec![
        Step::Read,
        Step::Send(refusal),
        Step::Read,
        Step::Send(good()),
    ]]);
    let client = server.client();
    assert!(failure(&client).api().is_some());
    assert_eq!(client.call_raw("app.info", &()).unwrap().result, 1);
}

#[test]
fn a_kept_connection_that_the_server_has_closed_meanwhile_is_replaced() {
    let exchange = vec![Step::Read, Step::Send(good())];
    let server = Server::start(vec![exchange.clone(), exchange]);
    let client = server.client();
    client.call_raw("app.info", &()).unwrap();
    server.closed();
    client.call_raw("app.info", &()).unwrap();
    server.closed();
}

#[test]
fn a_kept_connection_closed_after_the_next_request_was_read_is_unknown() {
    let server = Server::start(vec![vec![Step::Read, Step::Send(good()), Step::Read]]);
    let client = server.client();
    client.call_raw("app.info", &()).unwrap();
    let error = failure(&client);
    assert_transport(&error, Kind::Closed, Outcome::Unknown, Advice::Check);
    // It was sent once: the client does not repeat what may have been executed.
    assert_eq!(
        String::from_utf8(server.closed())
            .unwrap()
            .matches("POST")
            .count(),
        2
    );
}
