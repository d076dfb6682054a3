//! Where an answer sends a call.

use std::net::IpAddr;
use std::sync::{Arc, Mutex};

use b24::retry::Retry;
use b24::{Client, Pace, RedirectPolicy};
use http::{HeaderValue, Uri};

use super::canned::{Answer, CODE, Portal, Request, Turned, WEBHOOK, Watch};
use super::input::Input;
use super::{meter, shown};

const SECRETS: &[&str] = &[CODE];
const PATH: &str = "/rest/1/c0de5ecret0000/app.info";
const OTHER: &str = "portal.acme.com";

/// The policy, the status; then the header.
pub(super) fn run(data: &[u8]) {
    let mut input = Input(data);
    let policy = input.choice(3);
    let status = input.status([301, 302, 303, 307, 308]);
    let Ok(location) = HeaderValue::from_bytes(input.0) else {
        return;
    };
    let length = location.len();
    let seen = Arc::new(Mutex::new(Vec::new()));
    let requests = Arc::clone(&seen);
    let portal = Portal::new(move |request: &Request| {
        let mut seen = requests.lock().unwrap();
        seen.push((
            request.method().clone(),
            request.uri().clone(),
            request.body().clone(),
        ));
        let mut answer = Answer::new(br#"{"result":true}"#.to_vec());
        if seen.len() == 1 {
            *answer.status_mut() = status.try_into().unwrap();
            answer.headers_mut().insert("Location", location.clone());
        }
        answer
    });
    let policies = [RedirectPolicy::default, RedirectPolicy::none, || {
        RedirectPolicy::allow(|from, to| from == "old.bitrix24.com" && to == OTHER)
    }];
    let builder = Client::builder().webhook(WEBHOOK).transport(portal);
    let builder = builder.clock(Turned::new()).observer(Watch(SECRETS));
    let builder = builder.retry(Retry::never()).pace(Pace::unlimited());
    let client = builder.redirects(policies[policy]()).build().unwrap();

    let called = meter::bounded(length, || client.call_raw("app.info", &()));
    if let Err(error) = &called {
        shown::error(error, SECRETS);
    }
    assert_eq!(
        format!("{client:?}"),
        format!("Client({} (webhook ***))", client.portal())
    );
    let seen = seen.lock().unwrap();
    match seen.as_slice() {
        [_] => assert_eq!(client.portal(), "https://old.bitrix24.com"),
        [first, second] => {
            assert!(called.is_ok() && (300..400).contains(&status));
            assert_eq!((&first.0, &first.2), (&second.0, &second.2));
            assert_trusted(&second.1, policy);
            assert_eq!(second.1.to_string(), format!("{}{PATH}", client.portal()));
        }
        more => panic!("{} requests", more.len()),
    }
}

/// The secret may go there.
fn assert_trusted(address: &Uri, policy: usize) {
    let authority = address.authority().unwrap().as_str();
    let host = address.host().unwrap();
    let known = host
        .strip_suffix(".bitrix24.com")
        .is_some_and(|name| !name.is_empty() && !name.contains('.'));
    let allowed = match policy {
        0 => known,
        1 => false,
        _ => known || host == OTHER,
    };
    assert!(allowed && authority == host, "{address} with policy {policy}");
    assert_ne!(host, "old.bitrix24.com");
    assert_eq!(address.scheme_str(), Some("https"));
    assert!(host.parse::<IpAddr>().is_err());
    assert_eq!(address.path_and_query().unwrap().as_str(), PATH);
}
