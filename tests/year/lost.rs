//! What a call says of itself at last, when its attempts came to different ends.

use b24::{Advice, Client, Error, MemoryStore, Outcome, Pace, TokenStore as _, Tokens};
use b24_portal::{Answer, Fault, Portal, TurnedClock};
use std::time::Duration;

use crate::program;
use crate::turned::Turned;

fn portal() -> (Portal, TurnedClock) {
    let clock = TurnedClock::new();
    let portal = Portal::builder()
        .clock(&clock)
        .lenient_rotation()
        .start()
        .unwrap();
    portal.answer("acme.order.add", Answer::echo());
    (portal, clock)
}

#[test]
fn a_write_that_may_have_been_executed_is_not_denied_by_later_attempts() {
    let (portal, clock) = portal();
    let client = Client::builder()
        .webhook(portal.webhook())
        .clock(Turned(clock))
        .pace(Pace::unlimited());
    let client = client.build().unwrap();
    portal.inject(Fault::ResetAfter.nth(1));
    portal.inject(Fault::ResetBefore.nth(2));
    portal.inject(Fault::Overload);

    let error = client.call_raw_v3("acme.order.add", &()).unwrap_err();
    assert_eq!(portal.executions("acme.order.add"), 1);
    assert!(matches!(error, Error::Transport(_)), "{error:?}");
    assert_eq!(error.outcome(), Outcome::Unknown);
    assert_eq!(error.advice(), Advice::Repeat);
    assert_eq!(error.attempts(), 3);
}

/// A client whose token has expired.
fn expired(portal: &Portal, clock: &TurnedClock) -> Client {
    let store = MemoryStore::default();
    store.save(&Tokens::from_json(&portal.tokens()).unwrap()).unwrap();
    clock.advance(Duration::from_hours(1));
    let application = program::application(portal);
    let client = Client::builder().oauth(application, store);
    client.clock(Turned(clock.clone())).build().unwrap()
}

#[test]
fn a_renewal_without_an_answer_is_asked_for_again() {
    for fault in [
        Fault::EmptyBody,
        Fault::BadGateway,
        Fault::InternalError,
        Fault::Truncated,
    ] {
        let (portal, clock) = portal();
        let client = expired(&portal, &clock);
        portal.inject(fault.on_oauth().first(2));
        client.call_raw("acme.order.add", &()).unwrap();
        assert_eq!(portal.executions("acme.order.add"), 1, "{fault:?}");
    }
}

#[test]
fn a_call_without_a_token_was_not_executed() {
    for fault in [
        Fault::EmptyBody,
        Fault::BadGateway,
        Fault::InternalError,
        Fault::Truncated,
    ] {
        let (portal, clock) = portal();
        let client = expired(&portal, &clock);
        portal.inject(fault.on_oauth());
        let error = client.call_raw("acme.order.add", &()).unwrap_err();
        assert_eq!(error.outcome(), Outcome::NotExecuted, "{fault:?}: {error}");
        assert_eq!(error.advice(), Advice::Retry, "{fault:?}: {error}");
        assert_eq!(portal.executions("acme.order.add"), 0);
    }
}
