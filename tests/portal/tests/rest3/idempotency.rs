//! `Idempotency-Key`.

use std::time::Duration;

use b24_portal::{Answer, Fault, Portal, TurnedClock};

use super::{
    exception, webhook,
    wire::{Connection, JSON, Response, request, split},
};

const BODY: &str = r#"{"fields":{"title":"Report","creatorId":1,"responsibleId":1}}"#;

fn keyed(portal: &Portal, method: &str, key: &str, body: &str) -> Response {
    let address = format!("{}{method}", webhook(portal));
    let key = format!("Idempotency-Key: {key}");
    request("POST", &address, &[JSON, &key], body.as_bytes())
}

#[test]
fn a_repeated_call_gets_its_answer_again_and_does_not_run() {
    let portal = Portal::start().unwrap();
    let first = keyed(&portal, "tasks.task.add", "k1", BODY);
    assert_eq!((first.status, first.header("Idempotency-Key")), (200, Some("k1")));
    assert_eq!(first.header("Idempotent-Replayed"), None);
    for _ in 0..2 {
        let again = keyed(&portal, "tasks.task.add", "k1", BODY);
        assert_eq!(again.body, first.body);
        assert_eq!(again.header("Idempotency-Key"), Some("k1"));
        assert_eq!(again.header("Idempotent-Replayed"), Some("true"));
    }
    assert_eq!(
        (portal.tasks().len(), portal.executions("tasks.task.add")),
        (1, 1)
    );
    keyed(&portal, "tasks.task.add", "k2", BODY);
    assert_eq!(portal.tasks().len(), 2);
}

#[test]
fn a_lost_answer_is_not_lost() {
    let portal = Portal::start().unwrap();
    portal.inject(Fault::ResetAfter.first(1));
    let address = format!("{}tasks.task.add", webhook(&portal));
    let mut connection = Connection::open(&address);
    let headers = [JSON, "Idempotency-Key: k1"];
    connection.send("POST", split(&address).1, &headers, BODY.as_bytes());
    assert!(connection.receive().is_none());
    let again = keyed(&portal, "tasks.task.add", "k1", BODY);
    assert_eq!(again.header("Idempotent-Replayed"), Some("true"));
    assert_eq!(portal.executions("tasks.task.add"), 1);
}

#[test]
fn a_key_belongs_to_one_body() {
    let portal = Portal::start().unwrap();
    keyed(&portal, "tasks.task.add", "k1", BODY);
    let other = BODY.replace("Report", "Other");
    let text = "The idempotency key was used with another request body";
    let body = exception("IDEMPOTENCYKEYREUSED", text);
    let answer = keyed(&portal, "tasks.task.add", "k1", &other);
    assert_eq!(answer.failure(), (422, body.as_str()));
    assert_eq!(portal.tasks().len(), 1);
}

#[test]
fn a_key_belongs_to_one_method_and_one_caller() {
    let portal = Portal::start().unwrap();
    for method in ["note.document.add", "note.collection.add"] {
        portal.answer(method, Answer::result("1"));
        assert_eq!(
            keyed(&portal, method, "k1", "{}").header("Idempotent-Replayed"),
            None
        );
    }
    let address = format!("{}/rest/api/note.document.add", portal.url());
    let bearer = format!("Authorization: Bearer {}", portal.token());
    let headers = [JSON, bearer.as_str(), "Idempotency-Key: k1"];
    let answer = request("POST", &address, &headers, b"{}");
    assert_eq!((answer.status, answer.header("Idempotent-Replayed")), (200, None));
    assert_eq!(portal.executions("note.document.add"), 2);
}

#[test]
fn a_failure_is_not_kept() {
    let portal = Portal::start().unwrap();
    portal.answer_once("tasks.task.add", Answer::error(500, "X", "broken"));
    portal.answer_once("tasks.task.add", Answer::raw(502, "text/html", "broken"));
    assert_eq!(keyed(&portal, "tasks.task.add", "k1", BODY).status, 500);
    assert_eq!(keyed(&portal, "tasks.task.add", "k1", BODY).status, 502);
    let third = keyed(&portal, "tasks.task.add", "k1", BODY);
    assert_eq!((third.status, third.header("Idempotent-Replayed")), (200, None));
}

#[test]
fn a_key_lives_for_a_day() {
    let clock = TurnedClock::new();
    let portal = Portal::builder().clock(&clock).start().unwrap();
    keyed(&portal, "tasks.task.add", "k1", BODY);
    clock.advance(Duration::from_hours(24) - Duration::from_secs(1));
    keyed(&portal, "tasks.task.add", "k1", BODY);
    assert_eq!(portal.tasks().len(), 1);
    clock.advance(Duration::from_secs(1));
    keyed(&portal, "tasks.task.add", "k1", BODY);
    assert_eq!(portal.tasks().len(), 2);
}

#[test]
fn a_key_is_printable_and_of_a_bounded_length() {
    let portal = Portal::start().unwrap();
    let text = "The idempotency key must have 1 to 255 printable ASCII characters";
    let body = exception("INVALIDIDEMPOTENCYKEY", text);
    for key in ["", "\u{e9}", &"k".repeat(256)] {
        let answer = keyed(&portal, "tasks.task.add", key, BODY);
        assert_eq!(answer.failure(), (400, body.as_str()), "{key}");
    }
    let longest = "k".repeat(255);
    assert_eq!(keyed(&portal, "tasks.task.add", &longest, BODY).status, 200);
}

#[test]
fn where_nothing_changes_keys_count_nothing() {
    let portal = Portal::start().unwrap();
    for _ in 0..2 {
        let answer = keyed(&portal, "tasks.task.list", "k1", "{}");
        assert_eq!((answer.status, answer.header("Idempotency-Key")), (200, None));
    }
    assert_eq!(portal.executions("tasks.task.list"), 2);
}
