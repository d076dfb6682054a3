//! A portal that has moved: followed, told, and kept in mind.

use std::sync::{Arc, Mutex};

use b24::{Client, Error, Event, Limits, Transport, TransportError, TransportErrorKind};

/// Hosts that send each request on to the next, until one answers; it keeps the hosts that were asked.
#[derive(Clone)]
struct Hosts {
    /// Where each leads; a host that leads nowhere answers with this body.
    leads: Vec<(&'static str, &'static str)>,
    answer: (u16, &'static str),
    asked: Arc<Mutex<Vec<String>>>,
}

impl Hosts {
    fn new(leads: &[(&'static str, &'static str)], answer: (u16, &'static str)) -> Self {
        Self {
            leads: leads.to_vec(),
            answer,
            asked: Arc::default(),
        }
    }

    fn asked(&self) -> Vec<String> {
        std::mem::take(&mut *self.asked.lock().unwrap())
    }
}

impl Transport for Hosts {
    fn send(
        &self,
        request: http::Request<Vec<u8>>,
        _: &Limits,
    ) -> Result<http::Response<Vec<u8>>, TransportError> {
        assert_eq!(
            (request.method().as_str(), request.body().as_slice()),
            ("POST", b"{\"ID\":7}".as_slice())
        );
        let host = request
            .uri()
            .host()
            .unwrap()
            .split('.')
            .next()
            .unwrap()
            .to_owned();
        let next = self.leads.iter().find(|(from, _)| *from == host);
        let answer = match next {
            Some((_, to)) => http::Response::builder()
                .status(302)
                .header(
                    "Location",
                    format!("https://{to}.bitrix24.com{}", request.uri().path()),
                )
                .body(Vec::new()),
            None => http::Response::builder()
                .status(self.answer.0)
                .body(self.answer.1.as_bytes().to_vec()),
        };
        self.asked.lock().unwrap().push(host);
        Ok(answer.unwrap())
    }
}

/// A client of the host `a`, and what it tells of moves.
fn client(hosts: &Hosts) -> (Client, Arc<Mutex<Vec<String>>>) {
    let moves: Arc<Mutex<Vec<String>>> = Arc::default();
    let told = Arc::clone(&moves);
    let client = Client::builder()
        .webhook("https://a.bitrix24.com/rest/1/c0de5ecret/")
        .transport(hosts.clone())
        .retry(b24::Retry::never())
        .observer(move |event: &Event<'_>| {
            if let Event::Moved { from, to } = event {
                told.lock().unwrap().push(format!("{from} -> {to}"));
            }
        })
        .build()
        .unwrap();
    (client, moves)
}

fn call(client: &Client) -> Result<(), Error> {
    client
        .call_raw("crm.deal.update", &serde_json::json!({"ID": 7}))
        .map(|_| ())
}

#[test]
fn a_move_is_followed_once_told_once_and_kept() {
    let hosts = Hosts::new(&[("a", "b"), ("b", "c")], (200, r#"{"result":true}"#));
    let (client, moves) = client(&hosts);
    call(&client).unwrap();
    assert_eq!(hosts.asked(), ["a", "b", "c"]);
    call(&client).unwrap();
    call(&client.clone()).unwrap();
    assert_eq!(hosts.asked(), ["c", "c"]);
    assert_eq!(client.portal(), "https://c.bitrix24.com");
    assert_eq!(
        *moves.lock().unwrap(),
        ["https://a.bitrix24.com -> https://c.bitrix24.com"]
    );
}

#[test]
fn a_refusal_at_the_new_address_is_the_portals_too() {
    let hosts = Hosts::new(&[("a", "b")], (400, r#"{"error":"","error_description":"No"}"#));
    let (client, _) = client(&hosts);
    assert!(matches!(call(&client), Err(Error::Api(_))));
    assert_eq!(client.portal(), "https://b.bitrix24.com");
}

#[test]
fn a_place_that_does_not_answer_as_a_portal_is_not_kept() {
    let hosts = Hosts::new(&[("a", "b")], (503, "<html>down</html>"));
    let (client, moves) = client(&hosts);
    call(&client).unwrap_err();
    assert_eq!(client.portal(), "https://a.bitrix24.com");
    assert_eq!(*moves.lock().unwrap(), [""; 0]);
}

#[test]
fn a_portal_that_sends_back_and_forth_is_given_up() {
    for leads in [
        vec![("a", "b"), ("b", "a")],
        vec![("a", "b"), ("b", "c"), ("c", "d"), ("d", "e")],
    ] {
        let hosts = Hosts::new(&leads, (200, r#"{"result":true}"#));
        let (client, _) = client(&hosts);
        let error = call(&client).unwrap_err();
        match &error {
            Error::Transport(error) => assert_eq!(error.kind(), TransportErrorKind::Redirect),
            other => panic!("{other:?}"),
        }
        assert!(error.to_string().contains("back and forth"), "{error}");
        assert_eq!(hosts.asked().len(), 4);
        assert_eq!(client.portal(), "https://a.bitrix24.com");
    }
}
