//! What a batch counts for: requests, running time, and how long it may take.

use std::time::Duration;

use b24_portal::{Answer, Builder, Portal, TurnedClock};
use serde_json::Value;

use super::{batch, result};

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

fn start(builder: Builder) -> (Portal, TurnedClock) {
    let clock = TurnedClock::new();
    let portal = builder.clock(&clock).start().unwrap();
    portal.answer("a", Answer::result("1"));
    portal.answer("b", Answer::result("2"));
    portal.cost("a", seconds(2));
    portal.cost("b", seconds(3));
    (portal, clock)
}

#[test]
fn a_batch_is_one_request_whatever_it_holds() {
    let (portal, _) = start(Portal::builder().rate_limit(2, 0.0));
    for status in [200, 200, 503] {
        let answer = batch(&portal, r#"{"cmd":["server.time","server.time","server.time"]}"#);
        assert_eq!(answer.status, status);
    }
    assert_eq!(portal.executions("server.time"), 6);
}

#[test]
fn in_the_cloud_each_method_pays_for_its_commands() {
    let (portal, clock) = start(Portal::builder());
    let before = clock.now();
    let answer = batch(&portal, r#"{"cmd":{"a":"a","b":"b","c":"a","d":"no.such"}}"#);
    assert_eq!(clock.now(), before + seconds(7));
    let answer: Value = serde_json::from_str(&answer.body).unwrap();
    let times = &answer["result"]["result_time"];
    assert_eq!(times["a"]["operating"], 2);
    assert_eq!(times["b"]["operating"], 3);
    assert_eq!(times["c"]["operating"], 4);
    assert_eq!(times["c"]["processing"], 2);
    assert_eq!(times.get("d"), None);
    assert_eq!(answer["time"]["operating"], 0);
    assert_eq!(answer["time"]["processing"], 7);
    let began = before.as_secs();
    assert_eq!(times["a"]["start"], began);
    assert_eq!(times["b"]["start"], began + 2);
    assert_eq!(times["c"]["start"], began + 5);
}

#[test]
fn a_method_that_is_used_up_fails_in_a_batch_too() {
    let (portal, _) = start(Portal::builder().operating_limit(seconds(3)));
    let answer = result(&portal, r#"{"cmd":["a","a","a","server.time"]}"#);
    assert_eq!(answer["result_error"]["2"]["error"], "OPERATION_TIME_LIMIT");
    assert!(answer["result"]["3"].is_string());
    assert_eq!(portal.executions("a"), 2);
}

#[test]
fn where_the_batch_pays_there_is_one_figure_for_all() {
    let builder = Portal::builder()
        .on_premise()
        .batch_pays()
        .operating_limit(seconds(9));
    let (portal, _) = start(builder);
    for sum in [5, 10] {
        let answer = batch(&portal, r#"{"cmd":["a","b","server.time"]}"#);
        let answer: Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!(answer["time"]["operating"], sum);
        for time in answer["result"]["result_time"].as_array().unwrap() {
            assert_eq!(time["operating"], sum);
        }
    }
    let refused = batch(&portal, r#"{"cmd":["server.time"]}"#);
    assert_eq!(refused.status, 429);
    // The methods themselves have paid nothing.
    let alone = super::wire::get(&format!("{}a", portal.webhook()));
    let alone: Value = serde_json::from_str(&alone.body).unwrap();
    assert_eq!(alone["time"]["operating"], 2);
}

#[test]
fn a_batch_that_takes_a_minute_is_cut_off_after_what_has_run() {
    let (portal, clock) = start(Portal::builder());
    portal.cost("a", seconds(25));
    let before = clock.now();
    let answer = batch(&portal, r#"{"cmd":["a","a","a","server.time"]}"#);
    assert_eq!(answer.status, 504);
    assert!(answer.body.contains("504 Gateway Time-out"));
    assert_eq!(portal.executions("a"), 2);
    assert_eq!(portal.executions("server.time"), 0);
    assert_eq!(clock.now(), before + seconds(60));

    let fits = batch(&portal, r#"{"cmd":["a","a","server.time"]}"#);
    assert_eq!(fits.status, 200);
    let (patient, _) = start(Portal::builder().batch_limit(seconds(4)));
    assert_eq!(batch(&patient, r#"{"cmd":["a","a"]}"#).status, 200);
    assert_eq!(batch(&patient, r#"{"cmd":["a","b"]}"#).status, 504);
}

#[test]
fn without_a_turned_clock_the_answer_says_that_time_has_passed() {
    let portal = Portal::start().unwrap();
    portal.answer("a", Answer::result("1"));
    portal.cost("a", seconds(20));
    let answer = batch(&portal, r#"{"cmd":["a","a"]}"#);
    let answer: Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!(answer["time"]["processing"], 40);
    let times = answer["result"]["result_time"].as_array().unwrap();
    let started = |at: usize| times[at]["start"].as_i64().unwrap();
    assert!(started(1) >= started(0) + 20);
    assert_eq!(batch(&portal, r#"{"cmd":["a","a","a","a"]}"#).status, 504);
}
