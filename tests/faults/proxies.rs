//! Agents of a user's own.

use b24::{Advice, Outcome, TransportErrorKind as Kind, UreqTransport};
use ureq::tls::TlsConfig;
use ureq::{Agent, Proxy};

use crate::canned::CODE;
use crate::server::{Server, Step, good, http};
use crate::{assert_transport, failure};

/// An agent that would send everything to this address.
fn through(proxy: &str) -> UreqTransport {
    let settings = Agent::config_builder().proxy(Some(Proxy::new(proxy).unwrap()));
    UreqTransport::new(settings.build().new_agent())
}

#[test]
fn plain_http_goes_to_this_machine_past_any_proxy() {
    let server = Server::answering(good());
    // Port 1 answers nobody: the call would fail if it went there.
    let client = server
        .builder("http")
        .transport(through("http://127.0.0.1:1"))
        .build()
        .unwrap();
    assert_eq!(client.call_raw("app.info", &()).unwrap().result, 1);
}

#[test]
fn https_goes_through_the_proxy_which_learns_no_more_than_the_host() {
    let refusal = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n".to_vec();
    let proxy = Server::start(vec![vec![Step::Read, Step::Send(refusal)]]);
    let address = format!("{:?}", proxy.client());
    let address = address.split(['(', ' ']).nth(1).unwrap();
    let client = crate::once()
        .webhook(&format!("https://example.bitrix24.com/rest/1/{CODE}/"))
        .transport(through(address))
        .build()
        .unwrap();
    let error = failure(&client);
    assert_eq!(error.outcome(), Outcome::NotExecuted, "{error}");
    assert!(
        error
            .to_string()
            .contains("cannot reach the portal: the proxy refused"),
        "{error}"
    );
    let received = String::from_utf8(proxy.closed()).unwrap();
    assert!(
        received.starts_with("CONNECT example.bitrix24.com:443 ") && !received.contains(CODE),
        "{received}"
    );
}

#[test]
fn the_builder_names_a_proxy_and_shows_no_password() {
    let refusal = b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n".to_vec();
    let proxy = Server::start(vec![vec![Step::Read, Step::Send(refusal)]]);
    let address = format!("{:?}", proxy.client());
    let address = address.split(['(', ' ']).nth(1).unwrap();
    let address = address.replace("http://", "http://me:pa55word@");
    let builder = UreqTransport::builder().proxy(&address);
    let transport = builder.clone().build().unwrap();
    for shown in [format!("{builder:?}"), format!("{transport:?}")] {
        assert!(!shown.contains("pa55word"), "{shown}");
    }
    let client = crate::once()
        .webhook(&format!("https://example.bitrix24.com/rest/1/{CODE}/"))
        .transport(transport)
        .build()
        .unwrap();
    let error = failure(&client);
    assert_eq!(error.outcome(), Outcome::NotExecuted, "{error}");
    assert!(!error.to_string().contains("pa55word"), "{error}");
    let received = String::from_utf8(proxy.closed()).unwrap();
    // The name and password, in Base64.
    assert!(received.contains("Basic bWU6cGE1NXdvcmQ="), "{received}");
}

#[test]
fn an_agent_that_verifies_no_certificates_sends_nothing() {
    let server = Server::start(vec![vec![Step::ReadSome]]);
    let unverified = TlsConfig::builder().disable_verification(true).build();
    let agent = Agent::config_builder().tls_config(unverified).build().new_agent();
    let client = server
        .builder("https")
        .transport(UreqTransport::new(agent))
        .build()
        .unwrap();
    let error = failure(&client);
    assert_transport(&error, Kind::Tls, Outcome::NotExecuted, Advice::FixRequest);
    assert!(error.to_string().contains("verifies no certificates"), "{error}");
}

#[test]
fn an_agent_that_follows_redirects_and_hides_refusals_is_told_otherwise() {
    let refusal = http(400, "", r#"{"error":"E","error_description":"d"}"#);
    let moved = http(302, "Location: /elsewhere\r\n", "");
    let server = Server::start(vec![vec![
        Step::Read,
        Step::Send(refusal),
        Step::Read,
        Step::Send(moved),
    ]]);
    let agent = Agent::config_builder()
        .http_status_as_error(true)
        .max_redirects(5)
        .build()
        .new_agent();
    let client = server
        .builder("http")
        .transport(UreqTransport::new(agent))
        .build()
        .unwrap();
    assert_eq!(failure(&client).api().unwrap().code(), "E");
    assert!(failure(&client).to_string().contains("HTTP 302 to another page"));
    assert_eq!(
        String::from_utf8(server.closed())
            .unwrap()
            .matches("POST")
            .count(),
        2
    );
}
