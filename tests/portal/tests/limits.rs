//! What a portal refuses when it is asked too much, on a clock that the tests turn.

#![allow(clippy::unwrap_used, reason = "in a test, what fails should stop it")]

mod wire;

use std::time::Duration;

use b24_portal::{Answer, Builder, Portal, TurnedClock};
use serde_json::Value;
use wire::{Response, get};

const TOO_MANY: (u16, &str) = (
    503,
    r#"{"error":"QUERY_LIMIT_EXCEEDED","error_description":"Too many requests"}"#,
);
const TOO_LONG: (u16, &str) = (
    429,
    r#"{"error":"OPERATION_TIME_LIMIT","error_description":"Method is blocked due to operation time limit."}"#,
);
const OVERLOAD: &str =
    r#"{"error":"OVERLOAD_LIMIT","error_description":"REST API is blocked due to overload."}"#;

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

fn with_clock(builder: Builder) -> (Portal, TurnedClock) {
    let clock = TurnedClock::new();
    (builder.clock(&clock).start().unwrap(), clock)
}

fn call(portal: &Portal, method: &str) -> Response {
    get(&format!("{}{method}", portal.webhook()))
}

fn by_token(portal: &Portal, method: &str) -> Response {
    get(&format!("{}/rest/{method}?auth={}", portal.url(), portal.token()))
}

/// How many of `count` calls in a row are let in.
fn let_in(portal: &Portal, count: usize) -> usize {
    let answers = (0..count).map(|_| call(portal, "server.time"));
    answers.filter(|answer| answer.status == 200).count()
}

fn time_of(answer: &Response) -> Value {
    let body: Value = serde_json::from_str(&answer.body).unwrap();
    body["time"].clone()
}

#[test]
fn the_cloud_takes_fifty_requests_at_once_and_two_a_second() {
    let (portal, clock) = with_clock(Portal::builder());
    assert_eq!(let_in(&portal, 50), 50);
    assert_eq!(call(&portal, "server.time").failure(), TOO_MANY);
    clock.advance(Duration::from_millis(499));
    assert_eq!(let_in(&portal, 1), 0);
    clock.advance(Duration::from_millis(1));
    assert_eq!(let_in(&portal, 2), 1);
    clock.advance(seconds(3600));
    assert_eq!(let_in(&portal, 60), 50);

    assert_eq!(portal.executions("server.time"), 101);
    assert_eq!(portal.refusals(), 13);
    assert_eq!(portal.requests().len(), 114);
}

#[test]
fn editions_and_options_take_as_many_as_they_say() {
    for (builder, burst, after_ten_seconds) in [
        (Portal::builder().enterprise(), 250, 50),
        (Portal::builder().rate_limit(3, 0.2), 3, 2),
        (Portal::builder().on_premise().rate_limit(3, 0.2), 3, 2),
        (Portal::builder().on_premise(), 300, 300),
        (Portal::builder().unlimited(), 300, 300),
    ] {
        let (portal, clock) = with_clock(builder);
        assert_eq!(let_in(&portal, 300), burst);
        clock.advance(seconds(10));
        assert_eq!(let_in(&portal, 300), after_ten_seconds);
    }
}

#[test]
fn the_bucket_is_the_portals_whoever_asks_and_for_what() {
    let (portal, _) = with_clock(Portal::builder().rate_limit(3, 1.0));
    assert_eq!(call(&portal, "no.such").status, 404);
    assert_eq!(
        get(&format!("{}/rest/1/wrong/server.time", portal.url())).status,
        401
    );
    assert_eq!(by_token(&portal, "server.time").status, 200);
    assert_eq!(call(&portal, "server.time").failure(), TOO_MANY);
    assert_eq!(call(&portal, "no.such").failure(), TOO_MANY);
    // Other addresses are other servers.
    assert_eq!(get(portal.url()).status, 404);
}

#[test]
fn operating_counts_what_takes_more_than_a_tenth_of_a_second() {
    let (portal, clock) = with_clock(Portal::builder());
    let start = clock.now().as_secs();
    portal.cost("user.current", Duration::from_millis(100));
    let short = time_of(&call(&portal, "user.current"));
    assert_eq!(short["operating"], 0);
    assert_eq!(short["operating_reset_at"], start + 600);

    portal.cost("User.Current", Duration::from_millis(2500));
    let long = call(&portal, "user.current");
    assert_eq!(long.header("X-Bitrix-Rest-Time"), Some("2.500000"));
    let long = time_of(&long);
    assert_eq!(long["operating"], 2.5);
    assert_eq!(long["processing"], 2);
    assert!((long["duration"].as_f64().unwrap() - 2.6).abs() < 1e-6);
    assert_eq!(clock.now().as_secs(), start + 2);
    assert_eq!(time_of(&call(&portal, "user.current"))["operating"], 5);
}

#[test]
fn with_the_clock_of_the_system_only_the_answer_says_that_time_passed() {
    let portal = Portal::start().unwrap();
    portal.cost("user.current", seconds(400));
    let time = time_of(&call(&portal, "user.current"));
    assert_eq!(time["operating"], 400);
    assert!(time["duration"].as_f64() >= Some(400.0));
    assert!(time["finish"].as_f64().unwrap() - time["start"].as_f64().unwrap() >= 400.0);
}

#[test]
fn the_run_that_passes_the_limit_is_done_and_the_next_is_not() {
    let (portal, clock) = with_clock(Portal::builder());
    portal.cost("user.current", seconds(20));
    // Three runs a minute: the documentation's own example.
    for run in 1..=25 {
        assert_eq!(time_of(&call(&portal, "user.current"))["operating"], run * 20);
    }
    assert_eq!(call(&portal, "user.current").failure(), TOO_LONG);
    assert_eq!(call(&portal, "user.current").failure(), TOO_LONG);
    assert_eq!(portal.executions("user.current"), 25);
    assert_eq!(portal.refusals(), 2);
    // The oldest bucket holds three runs, and goes ten minutes after the first of them.
    clock.advance(seconds(99));
    assert_eq!(call(&portal, "user.current").failure(), TOO_LONG);
    clock.advance(seconds(1));
    let again = time_of(&call(&portal, "user.current"));
    assert_eq!(again["operating"], 500 - 60 + 20);
    assert_eq!(
        again["operating_reset_at"].as_u64().unwrap(),
        TurnedClock::new().now().as_secs() + 660
    );
}

#[test]
fn each_method_of_each_application_and_webhook_has_its_own_operating() {
    let (portal, _) = with_clock(Portal::builder().operating_limit(seconds(60)));
    portal.cost("user.current", seconds(61));
    assert_eq!(call(&portal, "user.current").status, 200);
    assert_eq!(call(&portal, "user.current").failure(), TOO_LONG);

    assert_eq!(call(&portal, "server.time").status, 200);
    assert_eq!(by_token(&portal, "user.current").status, 200);
    let other = format!("{}user.current", portal.limited_webhook());
    assert_eq!(get(&other).status, 200);
    assert_eq!(get(&other).failure(), TOO_LONG);
    // By login it is the same webhook.
    let login = other.replace("/rest/1/", "/rest/admin/");
    assert_eq!(get(&login).failure(), TOO_LONG);
}

#[test]
fn a_run_that_fails_has_taken_its_time_and_a_batch_takes_none() {
    let (portal, _) = with_clock(Portal::builder());
    for (method, second_status) in [("crm.deal.add", 429), ("batch", 400)] {
        portal.answer(method, Answer::error(400, "ERROR_CORE", "no"));
        portal.cost(method, seconds(481));
        assert_eq!(call(&portal, method).status, 400);
        assert_eq!(call(&portal, method).status, second_status, "{method}");
    }
}

#[test]
fn a_portal_on_premise_limits_running_times_only_where_told_so() {
    let (portal, _) = with_clock(Portal::builder().on_premise());
    portal.cost("user.current", seconds(1000));
    for _ in 0..3 {
        assert_eq!(call(&portal, "user.current").status, 200);
    }
    let (portal, _) = with_clock(Portal::builder().on_premise().operating_limit(seconds(420)));
    portal.cost("user.current", seconds(421));
    assert_eq!(call(&portal, "user.current").status, 200);
    assert_eq!(call(&portal, "user.current").failure(), TOO_LONG);
}

#[test]
fn an_overloaded_portal_refuses_all_until_a_person_ends_it() {
    for (builder, status) in [
        (Portal::builder(), 401),
        (Portal::builder().documented_statuses(), 503),
    ] {
        let (portal, clock) = with_clock(builder);
        portal.overload(true);
        assert_eq!(call(&portal, "server.time").failure(), (status, OVERLOAD));
        clock.advance(seconds(86_400));
        assert_eq!(by_token(&portal, "server.time").failure(), (status, OVERLOAD));
        assert_eq!((portal.executions("server.time"), portal.refusals()), (0, 2));
        portal.overload(false);
        assert_eq!(call(&portal, "server.time").status, 200);
    }
}
