//! Many threads at once.

use std::sync::Mutex;
use std::time::Duration;

use super::dice::Dice;
use super::timeline::Timeline;
use super::{Counter, FOREVER, seconds};
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
