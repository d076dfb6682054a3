//! How many requests.

use super::dice::Dice;
use super::{Counter, FOREVER, Turned, refusal, seconds, waits};
use crate::clock::Clock;
use crate::error::PaceReason;
use crate::pace::{Pace, Patience};

use std::time::Duration;

#[test]
fn a_burst_goes_at_once_and_the_rest_at_the_rate() {
    for (pace, burst, interval) in [
        (Pace::standard(), 50, 0.5),
        (Pace::enterprise(), 250, 0.2),
        (Pace::custom(1, 0.25).unwrap(), 1, 4.0),
    ] {
        let clock = Turned::default();
        for _ in 0..burst {
            assert_eq!(waits(&pace, &clock), Duration::ZERO);
        }
        for _ in 0..3 {
            assert_eq!(waits(&pace, &clock), seconds(interval));
        }
        clock.turn(seconds(interval * 2.0));
        assert_eq!(waits(&pace, &clock), Duration::ZERO);
    }
}

#[test]
fn who_may_not_wait_is_told_how_long_it_would_take_and_takes_no_turn() {
    let (pace, clock) = (Pace::custom(2, 2.0).unwrap(), Turned::default());
    assert_eq!(refusal(&pace, &clock), None);
    assert_eq!(refusal(&pace, &clock), None);
    for _ in 0..10 {
        let error = refusal(&pace, &clock).unwrap();
        assert_eq!((error.reason(), error.wait()), (PaceReason::Rate, seconds(0.5)));
        assert!(error.at_once());
    }
    assert_eq!(waits(&pace, &clock), seconds(0.5));
}

#[test]
fn a_deadline_that_cannot_be_met_fails_at_once() {
    let (pace, clock) = (Pace::custom(1, 0.5).unwrap(), Turned::default());
    waits(&pace, &clock);
    let until = |deadline| Patience {
        at_once: false,
        deadline: Some(deadline),
    };
    // A turn that comes with the deadline leaves no time for the request.
    let error = pace
        .take(&clock, "user.get", &[], until(seconds(2.0)))
        .unwrap_err();
    assert_eq!((error.method(), error.wait()), ("user.get", seconds(2.0)));
    assert!(!error.at_once());
    assert_eq!(clock.now(), Duration::ZERO, "it has not waited");
    let met = pace.take(&clock, "user.get", &[], until(seconds(2.1))).unwrap();
    assert_eq!(met.waited(), seconds(2.0));
}

#[test]
fn the_portal_never_refuses_who_calls_it_alone() {
    for seed in 0..200 {
        let mut dice = Dice::new(seed);
        let burst = 1 + dice.up_to(60);
        let per_second = 0.1 + dice.roll() * 9.0;
        let pace = Pace::custom(burst, per_second).unwrap();
        let mut portal = Counter::new(burst, per_second);
        let clock = Turned::default();
        let (mut sent, mut idle) = (0.0, 0.0);
        for _ in 0..2_000 {
            if dice.one_in(20) {
                let pause = seconds(dice.roll() * 20.0);
                idle += pause.as_secs_f64();
                clock.turn(pause);
            }
            let permit = pace.take(&clock, "crm.deal.list", &[], FOREVER).unwrap();
            assert!(portal.takes(clock.now()), "seed {seed}, after {sent} requests");
            drop(permit);
            sent += 1.0;
        }
        // Nor does it wait for longer than that takes.
        let working = clock.now().as_secs_f64() - idle;
        assert!(working <= sent / per_second + 0.001, "seed {seed}: {working} s");
    }
}

#[test]
fn the_portal_refuses_nothing_however_long_requests_are_under_way() {
    for seed in 0..100 {
        let mut dice = Dice::new(seed);
        let pace = Pace::standard();
        let mut portal = Counter::new(50, 2.0);
        let clock = Turned::default();
        for sent in 0..300 {
            if dice.one_in(60) {
                clock.turn(seconds(dice.roll() * 60.0));
            }
            let permit = pace.take(&clock, "crm.deal.list", &[], FOREVER).unwrap();
            // The first one makes a connection.
            clock.turn(seconds(if sent == 0 { 0.7 } else { dice.roll() * 0.3 }));
            assert!(portal.takes(clock.now()), "seed {seed}, after {sent} requests");
            clock.turn(seconds(dice.roll() * 0.2));
            drop(permit);
        }
    }
}

#[test]
fn a_request_that_is_worked_on_for_long_costs_two_turns_more_at_most() {
    let (pace, clock) = (Pace::standard(), Turned::default());
    let long = pace.take(&clock, "crm.deal.list", &[], FOREVER).unwrap();
    for _ in 0..47 {
        assert_eq!(waits(&pace, &clock), Duration::ZERO);
    }
    clock.turn(seconds(10.0));
    drop(long);
    // Two are left, and twenty came again meanwhile.
    for _ in 0..20 {
        assert_eq!(refusal(&pace, &clock), None);
    }
    assert_eq!(refusal(&pace, &clock).unwrap().wait(), seconds(0.5));
}

#[test]
fn after_a_refusal_it_goes_on_at_half_the_rate_and_recovers() {
    let (pace, clock) = (Pace::standard(), Turned::default());
    waits(&pace, &clock);
    pace.take(&clock, "crm.deal.list", &[], FOREVER)
        .unwrap()
        .rate_limited();
    let first = waits(&pace, &clock).as_secs_f64();
    assert!((0.99..1.0).contains(&first), "half the rate, and rising: {first}");

    clock.turn(seconds(3_600.0));
    for _ in 0..50 {
        assert_eq!(waits(&pace, &clock), Duration::ZERO);
    }
    assert_eq!(waits(&pace, &clock), seconds(0.5), "the whole rate again");
}

#[test]
fn a_storm_of_refusals_counts_once() {
    let (pace, clock) = (Pace::standard(), Turned::default());
    let sent: Vec<_> = (0..20)
        .map(|_| pace.take(&clock, "crm.deal.list", &[], FOREVER).unwrap())
        .collect();
    sent.into_iter().for_each(super::super::Permit::rate_limited);
    let first = refusal(&pace, &clock).unwrap().wait().as_secs_f64();
    assert!((0.99..1.0).contains(&first), "half the rate: {first}");
}

#[test]
fn it_never_gives_up_however_often_it_is_refused() {
    let (pace, clock) = (Pace::standard(), Turned::default());
    for _ in 0..1_000 {
        pace.take(&clock, "crm.deal.list", &[], FOREVER)
            .unwrap()
            .rate_limited();
    }
    let wait = refusal(&pace, &clock).unwrap().wait().as_secs_f64();
    assert!((3.5..4.0).contains(&wait), "an eighth of the rate: {wait}");
}

#[test]
fn beside_another_caller_few_requests_are_refused_and_many_pass() {
    for others in [0.2, 0.5, 1.0, 1.6] {
        let (pace, clock) = (Pace::standard(), Turned::default());
        let mut portal = Counter::new(50, 2.0);
        let (mut passed, mut refused, mut theirs) = (0.0, 0.0, 0.0);
        let time = 4.0 * 3_600.0;
        while clock.now() < seconds(time) {
            let permit = pace.take(&clock, "crm.deal.list", &[], FOREVER).unwrap();
            while theirs < clock.now().as_secs_f64() * others {
                portal.takes(clock.now());
                theirs += 1.0;
            }
            if portal.takes(clock.now()) {
                passed += 1.0;
            } else {
                refused += 1.0;
                permit.rate_limited();
            }
        }
        assert!(
            refused / passed < 0.1,
            "{refused} refused, {passed} passed beside {others}/s"
        );
        let share = passed / time / (2.0 - others);
        assert!(share > 0.95, "{share} of what is left beside {others}/s");
    }
}

#[test]
fn without_a_limit_nothing_waits_until_the_portal_refuses() {
    let (pace, clock) = (Pace::unlimited(), Turned::default());
    for _ in 0..10_000 {
        assert_eq!(refusal(&pace, &clock), None);
    }
    pace.take(&clock, "crm.deal.list", &[], FOREVER)
        .unwrap()
        .rate_limited();
    assert_eq!(refusal(&pace, &clock).unwrap().reason(), PaceReason::Rate);
    clock.turn(seconds(600.0));
    for _ in 0..10_000 {
        assert_eq!(refusal(&pace, &clock), None);
    }
}

#[test]
fn what_is_no_rate_is_refused() {
    for (burst, per_second) in [
        (0, 2.0),
        (50, 0.0),
        (50, -2.0),
        (50, f64::NAN),
        (50, f64::INFINITY),
        (50, 1e-9),
    ] {
        let error = Pace::custom(burst, per_second).unwrap_err();
        assert_eq!(error.what(), "pace", "{burst} and {per_second}");
    }
}

#[test]
fn a_clock_at_the_end_of_time_is_endured() {
    let (pace, clock) = (Pace::standard(), Turned::default());
    waits(&pace, &clock);
    clock.set(Duration::MAX);
    pace.take(&clock, "crm.deal.list", &[], FOREVER)
        .unwrap()
        .rate_limited();
    clock.set(Duration::ZERO);
    pace.take(&clock, "crm.deal.list", &[], super::NEVER).err();
}
