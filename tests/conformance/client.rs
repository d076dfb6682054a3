//! The client: its addresses, its settings, its sharing.

use std::sync::{Arc, Barrier, Mutex};
use std::time::Duration;

use b24::{Client, Error, Limits, Outcome, Transport, TransportError, TransportErrorKind};
use b24_portal::Portal;
use serde_json::json;

use crate::canned::Canned;

#[test]
fn http_is_refused_except_to_this_machine() {
    for host in [
        "example.bitrix24.com",
        "10.0.0.1",
        "192.168.1.1:8080",
        "[2001:db8::1]",
        "localhost.evil.com",
        "127.0.0.1.evil.com",
    ] {
        for made in [
            Client::webhook(&format!("http://{host}/rest/1/c0de5ecret/")),
            Client::with_token(&format!("http://{host}"), "c0de5ecret"),
        ] {
            let error = made.unwrap_err();
            assert!(matches!(error, Error::Config(_)));
            assert_eq!(error.outcome(), Outcome::NotExecuted);
            let shown = error.to_string();
            assert!(
                shown.contains("http is only for this machine") && shown.contains("use https"),
                "{shown}"
            );
            assert!(!shown.contains("c0de5ecret"), "{shown}");
        }
    }
    for host in ["127.0.0.1:8080", "localhost", "[::1]:1"] {
        assert!(
            Client::webhook(&format!("http://{host}/rest/1/c0de5ecret/")).is_ok(),
            "{host}"
        );
        assert!(
            Client::with_token(&format!("http://{host}"), "c0de5ecret").is_ok(),
            "{host}"
        );
    }
}

#[test]
fn the_user_agent_is_ours_or_the_users() {
    let portal = Portal::start().unwrap();
    Client::webhook(portal.webhook())
        .unwrap()
        .call_raw("user.current", &())
        .unwrap();
    let client = Client::builder()
        .webhook(portal.webhook())
        .user_agent("acme-sync/2.1")
        .build()
        .unwrap();
    client.call_raw("user.current", &()).unwrap();
    let agents: Vec<String> = portal
        .requests()
        .iter()
        .map(|request| request.header("User-Agent").unwrap().to_owned())
        .collect();
    assert!(agents[0].starts_with("b24/"), "{agents:?}");
    assert_eq!(agents[1], "acme-sync/2.1");
}

/// Fails every request, and keeps the limits that came with it.
#[derive(Clone, Default)]
struct Failing(Arc<Mutex<Vec<Limits>>>);

impl Transport for Failing {
    fn send(
        &self,
        _: http::Request<Vec<u8>>,
        limits: &Limits,
    ) -> Result<http::Response<Vec<u8>>, TransportError> {
        self.0.lock().unwrap().push(limits.clone());
        Err(TransportError::new(
            TransportErrorKind::Closed,
            true,
            "made for a test",
        ))
    }
}

#[test]
fn a_transport_of_the_users_gets_the_limits_and_its_failure_comes_back() {
    let transport = Failing::default();
    let client = Client::builder()
        .webhook("https://example.com/rest/1/c0de5ecret/")
        .attempt_timeout(Duration::from_secs(30))
        .connect_timeout(Duration::from_secs(3))
        .max_answer_size(1234)
        .max_header_size(4321)
        .transport(transport.clone())
        .build()
        .unwrap();
    let error = client.call_raw("app.info", &()).unwrap_err();

    let mut limits = Limits::default();
    assert_eq!(
        (limits.attempt, limits.connect),
        (Duration::from_secs(70), Duration::from_secs(10))
    );
    (limits.attempt, limits.connect) = (Duration::from_secs(30), Duration::from_secs(3));
    (limits.answer_size, limits.header_size) = (1234, 4321);
    assert_eq!(*transport.0.lock().unwrap(), [limits]);

    let Error::Transport(failure) = &error else {
        panic!("{error:?}");
    };
    assert_eq!(
        (failure.kind(), failure.method()),
        (TransportErrorKind::Closed, "app.info")
    );
    assert_eq!(error.outcome(), Outcome::Unknown);
    assert!(error.to_string().contains("made for a test"), "{error}");
}

#[test]
fn a_transport_of_the_users_gets_the_whole_request() {
    let canned = Canned::new(200, "application/json", r#"{"result":1}"#);
    canned.client().call_raw("app.info", &json!({"a": 1})).unwrap();
    let requests = canned.requests.lock().unwrap();
    let request = &requests[0];
    assert_eq!(request.method(), "POST");
    let path = format!("/rest/1/{}/app.info", crate::canned::CODE);
    assert_eq!(
        request.uri(),
        format!("https://example.bitrix24.com{path}").as_str()
    );
    assert_eq!(request.headers()["content-type"], "application/json");
    assert_eq!(request.headers()["accept"], "application/json");
    assert_eq!(request.body(), br#"{"a":1}"#);
}

#[test]
fn settings_that_cannot_work_are_refused() {
    let builder = || Client::builder().webhook("https://example.com/rest/1/c0de5ecret/");
    for (built, reason) in [
        (
            Client::builder().build(),
            "no portal: call `webhook`, `oauth` or `token` before `build`",
        ),
        (
            builder().token("example.com", "t0ken").build(),
            "call only one of `webhook`, `oauth` and `token`",
        ),
        (
            builder().attempt_timeout(Duration::ZERO).build(),
            "zero would let no request through",
        ),
        (
            builder().connect_timeout(Duration::ZERO).build(),
            "zero would let no request through",
        ),
        (
            builder().max_answer_size(0).build(),
            "zero would let no request through",
        ),
        (
            builder().max_header_size(0).build(),
            "zero would let no request through",
        ),
        (builder().user_agent("a\r\nb").build(), "cannot stand in a header"),
        (builder().user_agent("агент").build(), "cannot stand in a header"),
    ] {
        let shown = built.unwrap_err().to_string();
        assert!(shown.contains(reason), "{shown}");
    }
}

#[test]
fn neither_a_client_nor_its_builder_shows_the_secret() {
    let secret = "c0de5ecret";
    let webhook = format!("https://example.com/rest/1/{secret}/");
    for shown in [
        format!("{:?}", Client::webhook(&webhook).unwrap()),
        format!("{:?}", Client::with_token("example.com", secret).unwrap()),
        format!("{:?}", Client::builder().webhook(&webhook)),
        format!("{:#?}", Client::builder().token("example.com", secret)),
    ] {
        assert!(
            shown.contains("example.com") && shown.contains("***") && !shown.contains(secret),
            "{shown}"
        );
    }
}

#[test]
fn a_client_is_shared_by_clones_and_threads() {
    fn assert_shared<T: Send + Sync + Clone + 'static>() {}
    fn assert_sent<T: Send + Sync + 'static>() {}
    assert_shared::<Client>();
    assert_sent::<Error>();
    assert_sent::<b24::UreqTransport>();

    let portal = Portal::start().unwrap();
    let client = Client::webhook(portal.webhook()).unwrap();
    let start = Barrier::new(8);
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let (client, start) = (client.clone(), &start);
            scope.spawn(move || {
                start.wait();
                for call in 0..5 {
                    let answer = client.call_raw("user.current", &json!({"T": thread, "C": call}));
                    assert!(answer.unwrap().result.is_object());
                }
            });
        }
    });
    assert_eq!(portal.executions("user.current"), 40);
}

#[test]
fn a_clone_outlives_the_client() {
    let portal = Portal::start().unwrap();
    let client = Client::webhook(portal.webhook()).unwrap();
    let clone = client.clone();
    drop(client);
    assert!(clone.call_raw("user.current", &()).is_ok());
}
