//! Scripted answers, and what the portal remembers.

#![allow(clippy::unwrap_used, reason = "in a test, what fails should stop it")]

mod wire;

use b24_portal::{Answer, Portal};
use wire::{Connection, JSON, get, request, split};

#[test]
fn an_unknown_method_becomes_known_by_its_answer() {
    let portal = Portal::start().unwrap();
    let address = format!("{}crm.lead.add", portal.webhook());
    assert_eq!(get(&address).status, 404);
    portal.answer("crm.lead.add", Answer::result("17"));
    assert_eq!(get(&address).result(), "17");
    assert_eq!(get(&address).result(), "17");
    assert_eq!(portal.executions("crm.lead.add"), 2);
}

#[test]
fn answers_for_once_are_used_up_in_order() {
    let portal = Portal::start().unwrap();
    let address = format!("{}server.time", portal.webhook());
    portal.answer_once("Server.Time", Answer::result("1"));
    portal.answer_once(
        "server.time",
        Answer::error(503, "QUERY_LIMIT_EXCEEDED", "Too many requests"),
    );
    assert_eq!(get(&address).result(), "1");
    let body = r#"{"error":"QUERY_LIMIT_EXCEEDED","error_description":"Too many requests"}"#;
    assert_eq!(get(&address).failure(), (503, body));
    assert!(get(&address).result().starts_with("\"20"));
    assert_eq!(portal.executions("server.time"), 3);

    portal.answer("server.time", Answer::result("2"));
    portal.answer_once("server.time", Answer::result("3"));
    assert_eq!(get(&address).result(), "3");
    assert_eq!(get(&address).result(), "2");

    portal.answer_once("only.once", Answer::result("1"));
    let address = format!("{}only.once", portal.webhook());
    assert_eq!(get(&address).status, 200);
    assert_eq!(get(&address).status, 404);
}

#[test]
fn a_script_takes_the_place_of_a_method_of_the_portal() {
    let portal = Portal::start().unwrap();
    portal.answer(
        "imbot.chat.add",
        Answer::error(400, "WRONG_REQUEST", "Chat can't be created"),
    );
    let answer = get(&format!("{}imbot.chat.add?CLIENT_ID=c", portal.webhook()));
    let body = r#"{"error":"WRONG_REQUEST","error_description":"Chat can\u0027t be created"}"#;
    assert_eq!(answer.failure(), (400, body));
    let refused = get(&format!("{}imbot.chat.add", portal.limited_webhook()));
    assert_eq!(refused.status, 401);
    assert_eq!(portal.executions("imbot.chat.add"), 1);
}

#[test]
fn a_raw_answer_is_sent_verbatim() {
    let portal = Portal::start().unwrap();
    portal.answer("my.method", Answer::raw(503, "text/html", "<html>busy"));
    let answer = get(&format!("{}my.method", portal.webhook()));
    assert_eq!(answer.failure(), (503, "<html>busy"));
    assert_eq!(answer.header("Content-Type"), Some("text/html"));
    portal.answer(
        "my.method",
        Answer::raw(200, "application/json", r#"{"result":{},"#),
    );
    assert_eq!(
        get(&format!("{}my.method", portal.webhook())).body,
        r#"{"result":{},"#
    );
}

#[test]
fn a_script_that_cannot_be_followed_says_so() {
    let portal = Portal::start().unwrap();
    let address = format!("{}my.method", portal.webhook());
    portal.answer("my.method", Answer::result("{broken"));
    let text = "b24-portal: The scripted result is not JSON: {broken\n";
    assert_eq!(get(&address).failure(), (500, text));
    for status in [0, 42, 100, 199, 1000, u16::MAX] {
        portal.answer("my.method", Answer::raw(status, "text/html", "x"));
        let text = format!("b24-portal: {status} cannot be the status of a response.\n");
        assert_eq!(get(&address).failure(), (500, text.as_str()));
    }
    portal.answer("my.method", Answer::raw(200, "no\nheader", "x"));
    let answer = get(&address);
    assert_eq!(
        (answer.failure(), answer.header("Content-Type")),
        ((200, "x"), None)
    );
}

#[test]
fn a_disconnected_call_was_executed() {
    let portal = Portal::start().unwrap();
    portal.answer_once("server.time", Answer::disconnect());
    let address = format!("{}server.time", portal.webhook());
    let mut connection = Connection::open(&address);
    connection.send("GET", split(&address).1, &[], b"");
    assert!(connection.receive().is_none());
    assert_eq!(portal.executions("server.time"), 1);
    assert_eq!(get(&address).status, 200);
}

#[test]
fn requests_are_kept_as_received() {
    let portal = Portal::start().unwrap();
    let address = format!("{}server.time.json/?a=%20b&c[]=1", portal.webhook());
    request("POST", &address, &[JSON, "X-Mine: Yes"], b"{ \"a\" : 1 }");
    get(&format!("{}/rest/no.such", portal.url()));
    get(&format!("{}/elsewhere", portal.url()));

    let requests = portal.requests();
    let methods: Vec<&str> = requests.iter().map(b24_portal::Received::method).collect();
    assert_eq!(methods, ["server.time", "no.such", ""]);
    let first = &requests[0];
    assert_eq!(first.verb, "POST");
    assert_eq!(
        first.target,
        "/rest/1/sandboxcode0000/server.time.json/?a=%20b&c[]=1"
    );
    assert_eq!(first.path(), "/rest/1/sandboxcode0000/server.time.json/");
    assert_eq!(first.query(), "a=%20b&c[]=1");
    assert_eq!(first.header("x-MINE"), Some("Yes"));
    assert_eq!(first.header("X-Other"), None);
    assert_eq!(first.body, b"{ \"a\" : 1 }");
    assert_eq!(first.json().unwrap()["a"], 1);
    assert_eq!(requests[1].json(), None);
    portal.clear_requests();
    assert!(portal.requests().is_empty());
}

#[test]
fn nothing_secret_is_printed() {
    let portal = Portal::start().unwrap();
    get(&format!(
        "{}server.time?auth={}",
        portal.webhook(),
        portal.token()
    ));
    let printed = format!("{portal:?} {:?}", portal.requests());
    assert!(printed.contains(portal.url()));
    assert!(
        !printed.contains("sandboxcode") && !printed.contains("sandboxtoken"),
        "{printed}"
    );
}

#[test]
fn a_page_of_a_list_says_where_the_next_one_begins() {
    let portal = Portal::start().unwrap();
    portal.answer_once("user.get", Answer::page(r#"[{"ID":"1"}]"#, Some(50), 51));
    portal.answer_once("user.get", Answer::page("[]", None, 0));
    let address = format!("{}user.get", portal.webhook());
    let (first, last) = (get(&address).body, get(&address).body);
    assert!(
        first.starts_with(r#"{"result":[{"ID":"1"}],"next":50,"total":51,"time":"#),
        "{first}"
    );
    assert!(last.starts_with(r#"{"result":[],"total":0,"time":"#), "{last}");
}
