//! REST 3: its address, its body, its refusals by parameter, and its keys against running twice.

use b24::{Client, Error, Outcome, Pace, SystemCode, b24_method};
use b24_portal::{Answer, Fault, Portal};
use serde_json::{Value, json};

/// Known to REST 3 alone.
#[b24_method("test.order.add", api = 3, unlisted, rename_all = "camelCase", at = "item")]
struct OrderAdd {
    #[b24(required)]
    title: String,
    members: Option<Vec<u64>>,
}

#[b24_method("test.order.get", api = 3, unlisted, rename_all = "camelCase", effect = read, at = "item")]
struct OrderGet {
    #[b24(required)]
    id: u64,
}

fn client(portal: &Portal) -> Client {
    let builder = Client::builder().webhook(portal.webhook());
    builder.pace(Pace::unlimited()).build().unwrap()
}

#[test]
fn a_webhook_stands_in_the_address_and_the_parameters_in_the_body() {
    let portal = Portal::start().unwrap();
    portal.answer("test.order.add", Answer::result(r#"{"item":{"id":7}}"#));
    let added = OrderAdd::new("Tea").members([1]).call(&client(&portal)).unwrap();
    assert_eq!(added.result, json!({"id": 7}));
    let request = &portal.requests()[0];
    assert!(request.path().starts_with("/rest/api/1/"), "{}", request.path());
    assert_eq!(request.json().unwrap(), json!({"title": "Tea", "members": [1]}));
}

#[test]
fn a_token_travels_in_the_header_alone() {
    let portal = Portal::start().unwrap();
    portal.answer("test.order.get", Answer::result(r#"{"item":{"id":7}}"#));
    let client = Client::with_token(portal.url(), portal.token()).unwrap();
    OrderGet::new(7_u64).call(&client).unwrap();
    let request = &portal.requests()[0];
    assert_eq!(request.path(), "/rest/api/test.order.get");
    assert_eq!(
        request.header("authorization").unwrap(),
        format!("Bearer {}", portal.token())
    );
    assert_eq!(request.json().unwrap(), json!({"id": 7}));
}

#[test]
fn a_refusal_names_the_parameters_by_our_paths() {
    let portal = Portal::start().unwrap();
    let fields = [("title", "Too short"), ("members.1.id", "No such user")];
    portal.answer("test.order.add", Answer::invalid(fields));
    let error = OrderAdd::new("T").call(&client(&portal)).unwrap_err();
    let refused = error.api().unwrap().refused();
    let told: Vec<_> = refused.iter().map(|of| (of.path.as_str(), of.message)).collect();
    assert_eq!(told, [("title", "Too short"), ("members[1].id", "No such user")]);
    assert!(
        error.to_string().contains("`members[1].id`: No such user"),
        "{error}"
    );
    assert_eq!(error.outcome(), Outcome::NotExecuted);
}

#[test]
fn system_errors_are_known_by_their_names_in_either_version() {
    let portal = Portal::start().unwrap();
    let error = client(&portal).call_raw_v3("test.order.ad", &()).unwrap_err();
    assert_eq!(
        error.api().unwrap().system_code(),
        Some(SystemCode::ErrorMethodNotFound)
    );
    assert_eq!(error.api().unwrap().status(), 404);
    let error = Client::with_token(portal.url(), "wr0ngt0ken").unwrap();
    let error = error
        .call_raw_v3("tasks.task.get", &json!({"id": 1}))
        .unwrap_err();
    assert!(matches!(error, Error::Auth(_)), "{error:?}");
}

#[test]
fn a_result_without_an_envelope_is_the_result() {
    let portal = Portal::start().unwrap();
    let body = r#"{"openapi":"3.0.0","paths":{}}"#;
    portal.answer(
        "rest.documentation.openapi",
        Answer::raw(200, "application/json", body),
    );
    let document = client(&portal)
        .call_raw_v3("rest.documentation.openapi", &())
        .unwrap();
    assert_eq!(document.result["openapi"], "3.0.0");
    // In the classic API it is no answer.
    portal.answer("test.document", Answer::raw(200, "application/json", body));
    assert!(matches!(
        client(&portal).call_raw("test.document", &()),
        Err(Error::Decode(_))
    ));
}

/// The key that the last request carried.
fn key(portal: &Portal) -> String {
    let requests = portal.requests();
    requests
        .last()
        .unwrap()
        .header("idempotency-key")
        .unwrap_or_default()
        .to_owned()
}

#[test]
fn a_write_carries_a_key_of_its_own_and_tells_it() {
    let portal = Portal::start().unwrap();
    portal.answer("test.order.add", Answer::result(r#"{"item":{"id":7}}"#));
    portal.answer("test.order.get", Answer::result(r#"{"item":{"id":7}}"#));
    let client = client(&portal);
    let keys = [0, 1].map(|_| {
        let added = OrderAdd::new("Tea").call(&client).unwrap();
        assert!(!added.replayed);
        assert_eq!(added.idempotency_key, Some(key(&portal)));
        key(&portal)
    });
    assert_ne!(keys[0], keys[1]);
    OrderGet::new(7_u64).call(&client).unwrap();
    assert_eq!(key(&portal), "");
}

#[test]
fn a_write_whose_answer_was_lost_is_found_again_by_its_key() {
    let portal = Portal::start().unwrap();
    portal.answer("test.order.add", Answer::result(r#"{"item":{"id":7}}"#));
    let client = client(&portal);
    portal.inject(Fault::ResetAfter.on("test.order.add").first(1));
    let once = client.with_retry(b24::retry::Retry::never());
    let error = OrderAdd::new("Tea").call(&once).unwrap_err();
    assert_eq!((error.outcome(), error.attempts()), (Outcome::Unknown, 1));
    let key = error.idempotency_key().unwrap();
    let again = client.with_idempotency_key(key).unwrap();
    let added = OrderAdd::new("Tea").call(&again).unwrap();
    assert_eq!((added.result, added.replayed), (json!({"id": 7}), true));
    assert_eq!(portal.executions("test.order.add"), 1);
    // The same key with something else is a mistake.
    let error = OrderAdd::new("Coffee").call(&again).unwrap_err();
    assert_eq!(error.api().unwrap().status(), 422);
}

#[test]
fn what_the_portal_repeats_by_itself_happens_once() {
    let portal = Portal::start().unwrap();
    portal.answer("test.order.add", Answer::result(r#"{"item":{"id":7}}"#));
    portal.inject(Fault::ResetAfter.on("test.order.add").first(1));
    let quick = b24::retry::Retry::default().backoff(std::time::Duration::ZERO, std::time::Duration::ZERO);
    let added = OrderAdd::new("Tea")
        .call(&client(&portal).with_retry(quick))
        .unwrap();
    assert_eq!((added.attempts, added.replayed), (2, true));
    assert_eq!(portal.executions("test.order.add"), 1);
    let keys: Vec<_> = portal
        .requests()
        .iter()
        .map(|request| request.header("idempotency-key").map(str::to_owned))
        .collect();
    assert_eq!(keys.len(), 2);
    assert_eq!(keys[0], keys[1]);
    let _: Value = added.result;
}

#[test]
fn a_write_that_failed_half_way_is_not_run_again() {
    // The portal keeps the answers of successes alone: after its own error the key would not help.
    let portal = Portal::start().unwrap();
    portal.answer("test.order.add", Answer::error(500, "INTERNAL_SERVER_ERROR", ""));
    let error = OrderAdd::new("Tea").call(&client(&portal)).unwrap_err();
    assert_eq!((error.outcome(), error.attempts()), (Outcome::Unknown, 1));
    assert_eq!(portal.executions("test.order.add"), 1);
}
