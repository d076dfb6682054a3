//! How much computing time.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::time::Duration;

use super::dice::Dice;
use super::timeline::Timeline;
use super::{FOREVER, NEVER, Turned, seconds};
use crate::clock::Clock;
use crate::error::PaceReason;
use crate::pace::{Pace, Runs};
use crate::time::Time;

const METHOD: &str = "crm.item.list";

/// What an answer says at `now` that took `duration`.
fn time(now: Duration, duration: f64, operating: f64, resets_at: Option<f64>) -> Time {
    let resets_at = resets_at.map_or_else(String::new, |at| format!(",\"operating_reset_at\":{at}"));
    let finish = now.as_secs_f64();
    let json = format!(r#"{{"finish":{finish},"duration":{duration},"operating":{operating}{resets_at}}}"#);
    serde_json::from_str(&json).unwrap()
}

/// The portal's side: what a method used up in each minute is forgotten ten minutes after the minute's
/// first run; above the limit nothing runs.
#[derive(Debug)]
struct Meter {
    limit: f64,
    minutes: VecDeque<(Duration, f64)>,
    refused: u32,
}

impl Meter {
    fn new(limit: f64) -> Self {
        Self {
            limit,
            minutes: VecDeque::new(),
            refused: 0,
        }
    }

    fn used(&mut self, now: Duration) -> f64 {
        while self
            .minutes
            .front()
            .is_some_and(|(begun, _)| *begun + seconds(600.0) <= now)
        {
            self.minutes.pop_front();
        }
        self.minutes.iter().map(|(_, used)| used).sum()
    }

    fn begins(&mut self, now: Duration) -> bool {
        let begins = self.used(now) <= self.limit;
        self.refused += u32::from(!begins);
        begins
    }

    fn ends(&mut self, begun: Duration, now: Duration) -> Time {
        let duration = now.saturating_sub(begun).as_secs_f64();
        match self.minutes.back_mut() {
            Some((minute, used)) if begun < *minute + seconds(60.0) => *used += duration,
            _ => self.minutes.push_back((begun, duration)),
        }
        let used = self.used(now);
        let resets_at = self.minutes[0].0.as_secs() + 600; // in whole seconds
        time(
            now,
            duration,
            used,
            Some(f64::from(u32::try_from(resets_at).unwrap())),
        )
    }
}

#[test]
fn a_method_rests_before_it_passes_the_limit_until_the_portal_forgets() {
    let (pace, clock) = (Pace::unlimited(), Turned::default());
    clock.turn(seconds(1_000.0));
    let permit = pace.take(&clock, METHOD, &[], NEVER).unwrap();
    permit.answered(&time(clock.now(), 20.0, 470.0, Some(1_300.0)));

    let error = pace.take(&clock, METHOD, &[], NEVER).unwrap_err();
    assert_eq!((error.reason(), error.method()), (PaceReason::Operating, METHOD));
    assert!((300.0..=301.0).contains(&error.wait().as_secs_f64()), "{error}");
    assert!(
        pace.take(&clock, "user.get", &[], NEVER).is_ok(),
        "other methods go on"
    );

    let waited = pace.take(&clock, METHOD, &[], FOREVER).unwrap().waited();
    assert_eq!(waited, error.wait());
}

#[test]
fn the_portals_clock_may_be_wrong() {
    let (pace, clock) = (Pace::unlimited(), Turned::default());
    clock.turn(seconds(1_000_000.0));
    let of_portal = seconds(5_000.0);
    let permit = pace.take(&clock, METHOD, &[], NEVER).unwrap();
    permit.answered(&time(of_portal, 20.0, 480.0, Some(5_100.0)));
    let wait = pace.take(&clock, METHOD, &[], NEVER).unwrap_err().wait();
    assert!((100.0..=101.0).contains(&wait.as_secs_f64()), "{wait:?}");
}

#[test]
fn owners_see_what_the_portal_last_told() {
    let (pace, clock) = (Pace::standard(), Turned::default());
    assert_eq!(pace.operating(METHOD), None);
    let told = time(seconds(7.0), 1.5, 3.25, Some(600.0));
    pace.take(&clock, METHOD, &[], NEVER).unwrap().answered(&told);
    let operating = pace.operating(METHOD).unwrap();
    assert_eq!(Some(operating.used()), told.operating());
    assert_eq!(operating.resets_at(), told.operating_reset_at());

    // An answer that was overtaken tells what was.
    let earlier = time(seconds(6.0), 1.5, 1.75, Some(600.0));
    pace.take(&clock, METHOD, &[], NEVER).unwrap().answered(&earlier);
    assert_eq!(pace.operating(METHOD), Some(operating));

    // However long it took.
    let slow = pace.take(&clock, METHOD, &[], NEVER).unwrap();
    clock.sleep(seconds(300.0));
    slow.answered(&earlier);
    assert_eq!(pace.operating(METHOD), Some(operating));
}

#[test]
fn a_portal_whose_clock_was_set_back_is_believed_again_soon() {
    let (pace, clock) = (Pace::unlimited(), Turned::default());
    pace.record(&clock, METHOD, &time(seconds(9_000.0), 1.5, 3.25, None));
    clock.sleep(seconds(600.0));
    let now = time(seconds(5_400.0), 1.5, 4.75, None);
    pace.record(&clock, METHOD, &now);
    assert_eq!(
        pace.operating(METHOD).map(|operating| operating.used()),
        now.operating()
    );
}

#[test]
fn parts_of_a_batch_count_for_their_methods_and_the_batch_for_itself() {
    let (pace, clock) = (Pace::unlimited(), Turned::default());
    pace.record(&clock, METHOD, &time(clock.now(), 30.0, 479.0, Some(500.0)));
    assert!(pace.take(&clock, METHOD, &[], NEVER).is_err());
    let batch = pace.take(&clock, "batch", &[], NEVER).unwrap();
    batch.answered(&time(clock.now(), 50.0, 460.0, Some(500.0)));
    assert!(pace.take(&clock, "batch", &[], NEVER).is_err());
}

#[test]
fn a_portal_that_does_not_count_never_makes_a_method_rest() {
    let (pace, clock) = (Pace::unlimited(), Turned::default());
    let uncounted: Time = serde_json::from_str(r#"{"finish":1,"duration":59}"#).unwrap();
    for _ in 0..100 {
        pace.take(&clock, METHOD, &[], NEVER)
            .unwrap()
            .answered(&uncounted);
    }
    assert_eq!(pace.operating(METHOD), None);
}

#[test]
fn without_knowledge_a_refusal_rests_a_minute_and_then_twice_as_long() {
    let (pace, clock) = (Pace::unlimited(), Turned::default());
    for minutes in [1.0, 2.0, 4.0, 8.0, 10.0, 10.0] {
        let permit = pace.take(&clock, METHOD, &[], NEVER).unwrap();
        permit.operating_limited();
        let wait = pace.take(&clock, METHOD, &[], NEVER).unwrap_err().wait();
        assert_eq!(wait, seconds(minutes * 60.0));
        clock.turn(wait);
    }
    let permit = pace.take(&clock, METHOD, &[], NEVER).unwrap();
    permit.answered(&time(clock.now(), 1.0, 100.0, None));
    pace.take(&clock, METHOD, &[], NEVER).unwrap().operating_limited();
    assert!(
        pace.take(&clock, METHOD, &[], NEVER).unwrap_err().wait() <= seconds(61.0),
        "anew"
    );
}

#[test]
fn after_a_rest_one_goes_first() {
    let (pace, clock) = (Pace::unlimited(), Turned::default());
    pace.take(&clock, METHOD, &[], NEVER).unwrap().operating_limited();
    clock.turn(seconds(60.0));
    let first = pace.take(&clock, METHOD, &[], NEVER).unwrap();
    assert!(
        pace.take(&clock, METHOD, &[], NEVER).is_err(),
        "another waits for its answer"
    );
    first.answered(&time(clock.now(), 1.0, 100.0, None));
    let second = pace.take(&clock, METHOD, &[], NEVER).unwrap();
    let third = pace.take(&clock, METHOD, &[], NEVER).unwrap();
    drop((second, third));

    // One that gets no answer lets the next try.
    pace.take(&clock, METHOD, &[], NEVER).unwrap().operating_limited();
    clock.turn(seconds(600.0));
    drop(pace.take(&clock, METHOD, &[], NEVER).unwrap());
    assert!(pace.take(&clock, METHOD, &[], NEVER).is_ok());
}

#[test]
fn who_calls_alone_is_hardly_ever_refused_and_rests_no_more_than_needed() {
    const SEEDS: u64 = 40;
    const CALLS: u32 = 2_000;
    let mut refused = 0;
    for seed in 0..SEEDS {
        let mut dice = Dice::new(seed);
        let (pace, clock) = (Pace::unlimited(), Turned::default());
        clock.turn(seconds(1_000_000.0 + dice.roll()));
        let mut portal = Meter::new(480.0);
        let dearest = dice.roll() * 30.0;
        for _ in 0..CALLS {
            let permit = pace.take(&clock, METHOD, &[], FOREVER).unwrap();
            let begun = clock.now();
            if portal.begins(begun) {
                clock.turn(seconds(0.2 + dice.roll() * dearest));
                permit.answered(&portal.ends(begun, clock.now()));
            } else {
                permit.operating_limited();
            }
        }
        refused += portal.refused;
        let ideal = f64::from(CALLS) * (0.2 + dearest / 2.0) / 480.0 * 600.0;
        let took = clock.now().as_secs_f64() - 1_000_000.0;
        assert!(took < ideal * 1.05 + 600.0, "seed {seed}: {took} s for {ideal} s");
    }
    // The first run after a reset goes at a venture: how much was forgotten is not told before.
    assert!(
        refused <= 100 * CALLS / 2_000,
        "{refused} of {} refused",
        100 * CALLS
    );
}

#[test]
fn a_lower_limit_is_learnt_from_one_refusal_and_believed_for_a_day() {
    let (pace, clock) = (Pace::unlimited(), Turned::default());
    let mut portal = Meter::new(420.0);
    let start = clock.now();
    while clock.now() < start + seconds(20.0 * 3_600.0) {
        let permit = pace.take(&clock, METHOD, &[], FOREVER).unwrap();
        let begun = clock.now();
        if portal.begins(begun) {
            clock.turn(seconds(5.0));
            permit.answered(&portal.ends(begun, clock.now()));
        } else {
            permit.operating_limited();
        }
    }
    assert_eq!(portal.refused, 1);
}

#[test]
fn threads_share_what_is_left() {
    let pace = Pace::unlimited();
    let portal = Mutex::new(Meter::new(480.0));
    let ends = Timeline::run(64, |clock, _| {
        for _ in 0..10 {
            loop {
                let permit = pace.take(clock, METHOD, &[], FOREVER).unwrap();
                let begun = clock.now();
                if !portal.lock().unwrap().begins(begun) {
                    permit.operating_limited();
                    continue;
                }
                clock.sleep(seconds(5.0));
                permit.answered(&portal.lock().unwrap().ends(begun, clock.now()));
                break;
            }
        }
        clock.now().as_secs_f64()
    });
    let end = ends.into_iter().fold(0.0, f64::max);
    // 640 runs of 5 s: at least six times 600 s.
    assert!(end < 7_000.0, "{end} s");
    let refused = portal.lock().unwrap().refused;
    assert!(refused <= 64, "{refused} refused: more than the first storm");
}

#[test]
fn runs_whose_answers_were_lost_are_counted_as_if_they_cost_as_much_as_the_last_one() {
    let clock = Turned::default();
    let pace = Pace::unlimited().operating_limit(seconds(35.0));
    let first = pace.take(&clock, METHOD, &[], NEVER).unwrap();
    first.answered(&time(clock.now(), 10.0, 10.0, Some(600.0)));
    for _ in 0..2 {
        pace.take(&clock, METHOD, &[], NEVER).unwrap().lost();
    }
    let error = pace.take(&clock, METHOD, &[], NEVER).unwrap_err();
    assert_eq!(error.reason(), PaceReason::Operating);
    let used = pace.operating(METHOD).unwrap().used();
    assert_eq!(used, seconds(10.0), "the portal has told no more");

    // What it tells next holds them: with another that costs as much it would be too much.
    let next: Time = serde_json::from_str(r#"{"operating":25}"#).unwrap();
    pace.record(&clock, METHOD, &next);
    assert!(pace.take(&clock, METHOD, &[], NEVER).is_err());

    // Nor is anything guessed any more.
    let less: Time = serde_json::from_str(r#"{"operating":15}"#).unwrap();
    pace.record(&clock, METHOD, &less);
    assert!(pace.take(&clock, METHOD, &[], NEVER).is_ok());
}

#[test]
fn a_batch_waits_for_what_its_commands_will_cost() {
    let clock = Turned::default();
    let pace = Pace::unlimited().operating_limit(seconds(100.0));
    pace.record(&clock, METHOD, &time(clock.now(), 10.0, 60.0, Some(600.0)));
    let runs = |count| {
        [Runs {
            method: METHOD,
            count,
        }]
    };
    assert!(pace.take(&clock, "batch", &runs(5), NEVER).is_err());
    let batch = runs(4);
    let under_way = pace.take(&clock, "batch", &batch, NEVER).unwrap();
    assert!(pace.take(&clock, METHOD, &[], NEVER).is_err());
    drop(under_way);
    assert!(pace.take(&clock, METHOD, &[], NEVER).is_ok());
}

#[test]
fn methods_that_are_not_called_any_more_are_forgotten() {
    let (pace, clock) = (Pace::unlimited(), Turned::default());
    for number in 0..5_000 {
        let method = format!("rest.of.our.own.{number}");
        let permit = pace.take(&clock, &method, &[], NEVER).unwrap();
        permit.answered(&time(clock.now(), 1.0, 1.0, None));
        clock.turn(seconds(60.0));
    }
    assert!(pace.ledger().len() <= 64);
}
