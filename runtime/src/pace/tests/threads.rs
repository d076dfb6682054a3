//! Many threads at once.

use std::sync::Mutex;
use std::time::Duration;

use super::dice::Dice;
use super::timeline::Timeline;
use super::{Counter, FOREVER, NEVER, seconds};
use crate::clock::Clock;
use crate::pace::{Pace, Patience};

const THREADS: usize = 64;

#[test]
fn threads_are_never_refused_and_get_the_whole_rate() {
    let pace = Pace::standard();
    let portal = Mutex::new(Counter::new(50, 2.0));
    let ends = Timeline::run(THREADS, |clock, number| {
        let mut dice = Dice::new(number as u64);
        for _ in 0..20 {
            let permit = pace.take(clock, "crm.deal.list", &[], FOREVER).unwrap();
            assert!(portal.lock().unwrap().takes(clock.now()));
            drop(permit);
            clock.sleep(seconds(dice.roll() * 3.0)); // what the program does with the answer
        }
        clock.now()
    });
    // 1280 requests, 50 of them at once.
    let end = ends.into_iter().max().unwrap();
    assert!(end <= seconds(615.0 + 3.0), "{end:?}");
}

#[test]
fn who_comes_first_goes_first() {
    let pace = Pace::custom(1, 2.0).unwrap();
    let sent = Timeline::run(THREADS, |clock, number| {
        clock.sleep(Duration::from_millis(number as u64));
        drop(pace.take(clock, "crm.deal.list", &[], FOREVER).unwrap());
        clock.now()
    });
    assert!(sent.is_sorted(), "{sent:?}");
}

#[test]
fn a_refusal_puts_off_those_who_wait_and_keeps_their_order() {
    let pace = Pace::custom(1, 2.0).unwrap();
    let sent = Timeline::run(THREADS, |clock, number| {
        clock.sleep(Duration::from_millis(number as u64));
        let permit = pace.take(clock, "crm.deal.list", &[], FOREVER).unwrap();
        let sent = clock.now();
        if number % 8 == 3 {
            permit.rate_limited();
        }
        sent
    });
    assert!(sent.is_sorted(), "{sent:?}");
    let gap = |number: usize| sent[number + 1].saturating_sub(sent[number]).as_secs_f64();
    assert!(
        (0.49..0.51).contains(&gap(1)),
        "the whole rate before: {}",
        gap(1)
    );
    assert!(
        (0.9..2.0).contains(&gap(3)),
        "an interval of half the rate: {}",
        gap(3)
    );
    assert!(
        (0.9..1.1).contains(&gap(4)),
        "half the rate from then on: {}",
        gap(4)
    );
    let slowest = (0..THREADS - 1).map(gap).fold(0.0, f64::max);
    assert!((4.0..8.1).contains(&slowest), "an eighth at least: {slowest}");
}

#[test]
fn nobody_starves_in_a_storm_of_refusals() {
    let pace = Pace::standard();
    // Others have filled the portal's counter, and it takes long to drain.
    let portal = Mutex::new(Counter {
        level: 49.5,
        ..Counter::new(50, 0.5)
    });
    let tries = Timeline::run(THREADS, |clock, _| {
        let mut tries = 0;
        for _ in 0..5 {
            loop {
                tries += 1;
                let permit = pace.take(clock, "crm.deal.list", &[], FOREVER).unwrap();
                if portal.lock().unwrap().takes(clock.now()) {
                    break;
                }
                permit.rate_limited();
            }
        }
        tries
    });
    let (most, all) = (tries.iter().max().unwrap(), tries.iter().sum::<u32>());
    assert!(*most <= 40, "{tries:?}");
    assert!(all <= 320 * 3, "{all} requests for 320 answers");
}

#[test]
fn deadlines_hold_while_others_are_refused() {
    let pace = Pace::custom(1, 2.0).unwrap();
    let patience = Patience {
        at_once: false,
        deadline: Some(seconds(10.0)),
    };
    let ends = Timeline::run(THREADS, |clock, number| {
        if let Ok(permit) = pace.take(clock, "crm.deal.list", &[], patience)
            && number % 2 == 0
        {
            permit.rate_limited();
        }
        clock.now()
    });
    assert!(ends.iter().all(|end| *end <= seconds(10.0)), "{ends:?}");
}

#[test]
fn nobody_is_sent_to_a_method_that_was_refused_while_they_waited_for_the_rate() {
    let pace = Pace::custom(1, 2.0).unwrap();
    let refused = Mutex::new(0);
    let executed = Timeline::run(THREADS, |clock, _| {
        loop {
            let permit = pace.take(clock, "crm.deal.list", &[], FOREVER).unwrap();
            let sent = clock.now();
            clock.sleep(seconds(0.2));
            // Somebody else uses up the method's computing time.
            if !(seconds(5.0)..seconds(64.0)).contains(&sent) {
                permit.answered(&serde_json::from_str(r#"{"operating":1,"duration":0.2}"#).unwrap());
                return sent;
            }
            *refused.lock().unwrap() += 1;
            permit.operating_limited();
        }
    });
    assert_eq!(
        *refused.lock().unwrap(),
        1,
        "the first, and none of those behind it"
    );
    // Ten before, and the others from then on at the rate.
    let end = executed.into_iter().max().unwrap();
    assert!((seconds(90.0)..seconds(100.0)).contains(&end), "{end:?}");
}

#[test]
fn whoever_comes_to_its_turn_after_a_rest_tries_for_all_others() {
    let pace = Pace::custom(1, 0.1).unwrap();
    let tries = Mutex::new(Vec::new());
    let ends = Timeline::run(20, |clock, _| {
        loop {
            let permit = pace.take(clock, "crm.deal.list", &[], FOREVER).unwrap();
            let sent = clock.now();
            tries.lock().unwrap().push(sent);
            clock.sleep(seconds(25.0)); // as long as it takes for two more turns to come
            if sent >= seconds(100.0) {
                permit.answered(&serde_json::from_str(r#"{"operating":1,"duration":1}"#).unwrap());
                return clock.now();
            }
            permit.operating_limited();
        }
    });
    let tries = tries.into_inner().unwrap();
    // Three before the first was refused, whose turn came; then one a rest.
    let early = tries.iter().filter(|sent| **sent < seconds(100.0)).count();
    assert!((3..=4).contains(&early), "{tries:?}");
    let end = ends.into_iter().max().unwrap();
    assert!(end < seconds(500.0), "{end:?}");
}

#[test]
fn a_turn_that_comes_too_late_is_left_to_the_next() {
    let pace = Pace::custom(1, 1.0).unwrap();
    Timeline::run(2, |clock, number| {
        let take = |patience| pace.take(clock, "crm.deal.list", &[], patience);
        if number == 0 {
            let permit = take(FOREVER).unwrap();
            clock.sleep(seconds(0.5));
            return permit.rate_limited();
        }
        clock.sleep(seconds(0.1));
        let given_up = take(Patience {
            at_once: false,
            deadline: Some(seconds(1.2)),
        });
        assert_eq!(clock.now(), seconds(1.0), "it waited, and its turn was put off");
        assert_eq!(take(NEVER).unwrap_err().wait(), given_up.unwrap_err().wait());
    });
}
