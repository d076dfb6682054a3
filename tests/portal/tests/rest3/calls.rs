//! Addresses, bodies, credentials, and the shapes of answers.

use b24_portal::{Answer, Fault, Portal};

use super::{
    call, exception, webhook,
    wire::{FORM, JSON, get, post_json, request},
};

/// What is sent to `method` comes back as its result.
fn echoing(method: &str) -> (Portal, String) {
    let portal = Portal::start().unwrap();
    portal.answer(method, Answer::echo());
    let address = format!("{}{method}", webhook(&portal));
    (portal, address)
}

#[test]
fn a_result_has_its_time_beside_it() {
    let portal = Portal::start().unwrap();
    portal.answer(
        "note.document.get",
        Answer::result(r#"{"item":{"id":5,"total":7}}"#),
    );
    let answer = call(&portal, "note.document.get", r#"{"id":5}"#);
    assert_eq!(
        (answer.status, answer.result()),
        (200, r#"{"item":{"id":5,"total":7}}"#)
    );
    assert!(
        answer.body.contains(r#""operating_reset_at":"#),
        "{}",
        answer.body
    );
    assert_eq!(
        answer.header("Content-Type"),
        Some("application/json; charset=utf-8")
    );
    assert_eq!(portal.requests()[0].method(), "note.document.get");
    assert_eq!(portal.executions("note.document.get"), 1);
}

#[test]
fn a_page_has_neither_total_nor_next() {
    let portal = Portal::start().unwrap();
    portal.answer("note.document.list", Answer::page(r#"[{"id":1}]"#, Some(50), 51));
    let answer = call(&portal, "note.document.list", "{}");
    assert_eq!(answer.result(), r#"{"items":[{"id":1}]}"#);
}

#[test]
fn only_the_very_name_is_known() {
    let (portal, _) = echoing("note.document.add");
    portal.answer("imbot.v2.Chat.add", Answer::result("1"));
    for name in [
        "no.such",
        "Note.Document.Add",
        "note.document.add.json",
        "imbot.v2.Chat.add",
    ] {
        let answer = call(&portal, name, "{}");
        let text = format!("Method `{name}` not found");
        assert_eq!(
            answer.failure(),
            (404, exception("METHODNOTFOUND", &text).as_str())
        );
    }
    // A method of the one version is none of the other, unless a script says what it answers.
    assert_eq!(call(&portal, "server.time", "").status, 404);
    assert_eq!(
        get(&format!("{}tasks.task.get?id=1", portal.webhook())).status,
        404
    );
    assert_eq!(get(&format!("{}note.document.add", portal.webhook())).status, 200);
}

#[test]
fn parameters_come_in_json_only() {
    let (_portal, address) = echoing("note.document.add");
    assert_eq!(
        post_json(&address, r#"{"a":{"b":[1]}}"#).result(),
        r#"{"a":{"b":[1]}}"#
    );
    assert_eq!(post_json(&address, "").result(), "[]");
    assert_eq!(
        post_json(&format!("{address}?a=1"), r#"{"b":2}"#).result(),
        r#"{"b":2}"#
    );
    assert_eq!(get(&format!("{address}?a=1")).result(), "[]");
    let invalid = exception("INVALIDJSON", "Invalid JSON in the request body");
    for (header, body) in [
        (FORM, "a=1"),
        (JSON, "{broken"),
        (JSON, "17"),
        ("Content-Type: text/plain", "{}"),
    ] {
        let answer = request("POST", &address, &[header], body.as_bytes());
        assert_eq!(answer.failure(), (400, invalid.as_str()), "{header} {body}");
    }
}

#[test]
fn a_token_comes_in_the_header_the_body_or_the_query() {
    let (portal, _) = echoing("note.document.add");
    let (address, token) = (
        format!("{}/rest/api/note.document.add", portal.url()),
        portal.token(),
    );
    let bearer = format!("Authorization: Bearer {token}");
    let answer = request("POST", &address, &[JSON, &bearer], br#"{"a":1}"#);
    assert_eq!(answer.result(), r#"{"a":1}"#);
    let body = format!(r#"{{"a":1,"auth":"{token}"}}"#);
    assert_eq!(post_json(&address, &body).result(), r#"{"a":1}"#);
    let answer = post_json(&format!("{address}?auth={token}"), r#"{"a":1}"#);
    assert_eq!(answer.result(), r#"{"a":1}"#);
}

#[test]
fn whoever_is_not_let_in_is_not_told_why() {
    let (portal, _) = echoing("note.document.add");
    let address = format!("{}/rest/api/note.document.add", portal.url());
    let denied = exception("ACCESSDENIED", "Access denied");
    for token in ["", "unknown", portal.expired_token()] {
        let answer = post_json(&address, &format!(r#"{{"auth":"{token}"}}"#));
        assert_eq!(answer.failure(), (401, denied.as_str()));
    }
    let address = format!("{}/rest/api/1/wrongcode/note.document.add", portal.url());
    assert_eq!(post_json(&address, "{}").failure(), (401, denied.as_str()));
    assert_eq!(portal.executions("note.document.add"), 0);
}

#[test]
fn a_scope_may_be_missing() {
    let portal = Portal::start().unwrap();
    portal.answer("imbot.message.send", Answer::result("1"));
    let address = portal.limited_webhook().replacen("/rest/", "/rest/api/", 1);
    let answer = post_json(&format!("{address}imbot.message.send"), "{}");
    let body = exception("INSUFFICIENTSCOPE", "Insufficient scope");
    assert_eq!(answer.failure(), (403, body.as_str()));
}

#[test]
fn scripted_failures_have_the_shape_of_the_version_that_is_called() {
    let portal = Portal::start().unwrap();
    let code = "BITRIX_REST_V3_EXCEPTION_ENTITYNOTFOUNDEXCEPTION";
    portal.answer("note.document.get", Answer::error(400, code, "No such document"));
    let body = exception("ENTITYNOTFOUND", "No such document");
    assert_eq!(
        call(&portal, "note.document.get", "{}").failure(),
        (400, body.as_str())
    );
    let old = get(&format!("{}note.document.get", portal.webhook()));
    let body = format!(r#"{{"error":"{code}","error_description":"No such document"}}"#);
    assert_eq!(old.failure(), (400, body.as_str()));

    portal.answer(
        "note.document.add",
        Answer::invalid([("fields.title", "Too long")]),
    );
    let body = super::invalid("fields.title", "Too long");
    assert_eq!(
        call(&portal, "note.document.add", "{}").failure(),
        (400, body.as_str())
    );

    portal.answer("note.document.add", Answer::raw(502, "text/html", "<html>"));
    assert_eq!(
        call(&portal, "note.document.add", "{}").failure(),
        (502, "<html>")
    );
}

#[test]
fn faults_speak_as_this_version_does() {
    let (portal, address) = echoing("note.document.add");
    for (fault, status, body) in [
        (
            Fault::QueryLimit,
            503,
            r#"{"error":"QUERY_LIMIT_EXCEEDED","error_description":"Too many requests"}"#.to_owned(),
        ),
        (
            Fault::ExpiredToken,
            401,
            exception("ACCESSDENIED", "Access denied"),
        ),
        (
            Fault::OperatingLimit,
            429,
            exception("RATELIMIT", "Method is blocked due to operation time limit."),
        ),
        (Fault::InternalError, 500, exception("INTERNAL", "Internal error")),
    ] {
        portal.inject(fault.on("note.document.add").first(1));
        assert_eq!(post_json(&address, "{}").failure(), (status, body.as_str()));
    }
    assert_eq!(portal.executions("note.document.add"), 0);
}

#[test]
fn limits_hold_here_too() {
    let portal = Portal::builder().rate_limit(1, 0.001).start().unwrap();
    portal.answer("note.document.get", Answer::result("1"));
    let statuses: Vec<u16> = (0..3)
        .map(|_| call(&portal, "note.document.get", "{}").status)
        .collect();
    assert_eq!(statuses.last(), Some(&503), "{statuses:?}");
    assert_eq!(portal.refusals() + portal.executions("note.document.get"), 3);
}
