//! The examples of a page, sent and answered as the declared method would be.

use b24::{Client, Error, ErrorCode, Method};
use b24_portal::{Answer, Portal};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::page;
use b24_cli::samples::{Access, Request};

/// Proves a declaration whose struct also reads the bodies of the page; `look` compares what was
/// decoded with the answer on the page.
pub(crate) fn prove<M: Method + DeserializeOwned>(path: &str, look: impl Fn(&M::Output, &Value)) {
    prove_built(
        path,
        |body| serde_json::from_value::<M>(body.clone()).unwrap(),
        look,
    );
}

/// The same for a method that is built by hand from the values in the body.
pub(crate) fn prove_built<M: Method>(
    path: &str,
    build: impl Fn(&Value) -> M,
    look: impl Fn(&M::Output, &Value),
) {
    let Some(page) = page::read(&format!("api-reference/{path}.md")) else {
        return;
    };
    let portal = Portal::builder().unlimited().start().unwrap();
    let requests = page.requests().iter();
    let mut proven = 0;
    for request in requests.filter(|request| request.method.eq_ignore_ascii_case(M::NAME)) {
        let method = build(request.body.as_ref().unwrap());
        let client = client(&portal, request);
        let place = format!("{path}:{}", request.line);
        for answer in page.answers() {
            portal.answer(M::NAME, Answer::raw(200, "application/json", answer.text.clone()));
            let response = client
                .call(&method)
                .unwrap_or_else(|error| panic!("{place}: {error}"));
            assert_eq!(response.total, answer.value["total"].as_u64(), "{place}");
            look(&response.result, &answer.value["result"]);
            sent_as_shown(&portal, request, &place);
        }
        if page.answers().is_empty() {
            portal.answer(M::NAME, Answer::result("true"));
            client.call_raw(M::NAME, &method).unwrap();
            method.validate().unwrap();
            sent_as_shown(&portal, request, &place);
        }
        for error in page.errors() {
            let status = error.statuses[0];
            portal.answer(
                M::NAME,
                Answer::raw(status, "application/json", error.text.clone()),
            );
            refused_as_shown::<M>(client.call(&method), &error.value, status);
        }
        proven += 1;
    }
    assert!(proven > 0, "{path} shows no request of {}", M::NAME);
}

fn client(portal: &Portal, request: &Request) -> Client {
    match request.access {
        Access::Webhook => Client::webhook(portal.webhook()).unwrap(),
        Access::OAuth => Client::with_token(portal.url(), portal.token()).unwrap(),
    }
}

fn sent_as_shown(portal: &Portal, request: &Request, place: &str) {
    let received = portal.requests().pop().unwrap();
    let mut body = received.json().unwrap();
    let auth = body.as_object_mut().unwrap().remove("auth");
    assert_eq!(auth.is_some(), request.auth.is_some(), "{place}");
    let shown = request.body.as_ref().unwrap();
    assert!(same(&body, shown), "{place}\nsent:  {body}\nshown: {shown}");
}

fn refused_as_shown<M: Method>(called: Result<b24::Response<M::Output>, Error>, shown: &Value, status: u16) {
    let Err(error) = called else {
        panic!("{} was refused, and this went unnoticed", M::NAME);
    };
    let code = match &shown["error"] {
        Value::String(code) => code.clone(),
        number => number.to_string(),
    };
    let known = error.code::<M>() != Some(M::Code::other());
    assert!(known || code.is_empty(), "{code} of {} is not declared", M::NAME);
    let Error::Api(error) = error else {
        panic!("{error}");
    };
    assert_eq!((error.code(), error.status()), (code.as_str(), status));
    assert_eq!(Some(error.description()), shown["error_description"].as_str());
}

/// Whether both are the same JSON: `1.0` and `1` are one number.
pub(crate) fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => one == other || one.as_f64() == other.as_f64(),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one
                    .iter()
                    .all(|(key, value)| other.get(key).is_some_and(|other| same(value, other)))
        }
        (one, other) => one == other,
    }
}
