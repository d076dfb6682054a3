//! Time that a test turns, and what the portal remembers of it.

#![allow(clippy::unwrap_used, reason = "in a test, what fails should stop it")]

mod wire;

use std::time::Duration;

use b24_portal::{Portal, Received, TurnedClock};
use wire::get;

fn time_of(portal: &Portal) -> String {
    get(&format!("{}server.time", portal.webhook()))
        .result()
        .to_owned()
}

#[test]
fn a_turned_clock_shows_the_same_time_in_every_run() {
    let clock = TurnedClock::new();
    let portal = Portal::builder().clock(&clock).start().unwrap();
    let answer = get(&format!("{}server.time", portal.webhook()));
    assert_eq!(
        answer.body,
        r#"{"result":"2026-01-01T00:00:00+03:00","time":{"start":1767214800,"finish":1767214800,"duration":0,"processing":0,"date_start":"2026-01-01T00:00:00+03:00","date_finish":"2026-01-01T00:00:00+03:00","operating_reset_at":1767215400,"operating":0}}"#
    );
    assert_eq!(answer.header("X-Bitrix-Rest-Time"), Some("0.000000"));
}

#[test]
fn clones_are_one_clock_for_all_portals_that_have_it() {
    let clock = TurnedClock::new();
    let portals = [
        Portal::builder().clock(&clock).start().unwrap(),
        Portal::builder().clock(&clock.clone()).start().unwrap(),
    ];
    clock.clone().advance(Duration::from_secs(86_400 + 61));
    for portal in &portals {
        assert_eq!(time_of(portal), r#""2026-01-02T00:01:01+03:00""#);
    }
    let other = Portal::builder().clock(&TurnedClock::new()).start().unwrap();
    assert_eq!(time_of(&other), r#""2026-01-01T00:00:00+03:00""#);
}

#[test]
fn a_clock_turned_too_far_stops_and_the_portal_goes_on() {
    let clock = TurnedClock::new();
    clock.advance(Duration::MAX);
    let end = clock.now();
    clock.advance(Duration::MAX);
    assert_eq!(clock.now(), end);
    let portal = Portal::builder().clock(&clock).start().unwrap();
    assert_eq!(time_of(&portal), r#""9999-12-31T03:00:00+03:00""#);
}

#[test]
fn the_latest_requests_are_kept_and_all_are_counted() {
    let portal = Portal::builder().keep_requests(2).start().unwrap();
    for _ in 0..3 {
        time_of(&portal);
    }
    get(&format!("{}user.current", portal.webhook()));
    let requests = portal.requests();
    let methods: Vec<&str> = requests.iter().map(Received::method).collect();
    assert_eq!(methods, ["server.time", "user.current"]);
    assert_eq!(portal.executions("server.time"), 3);

    let portal = Portal::builder().keep_requests(0).start().unwrap();
    time_of(&portal);
    assert!(portal.requests().is_empty());
}
