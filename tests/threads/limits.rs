//! The limits of a portal, which all threads keep together.

use std::time::Duration;

use b24::{Advice, Error, Outcome, Pace, Response};
use b24_portal::Portal;
use serde_json::Value;

use crate::crowd::{Scene, THREADS, watched};

/// How many calls were done; the others were not sent, for there was no time.
fn done(results: Vec<Result<Response<Value>, Error>>) -> usize {
    let mut done = 0;
    for result in results {
        match result {
            Ok(_) => done += 1,
            Err(error) => {
                assert!(matches!(error, Error::Pace(_)), "{error:?}");
                assert_eq!(error.outcome(), Outcome::NotExecuted);
                assert_eq!(error.advice(), Advice::Wait);
            }
        }
    }
    done
}

#[test]
fn calls_that_do_not_wait_take_what_there_is() {
    watched(|| {
        let scene = Scene::new(Portal::builder());
        let client = scene.webhook().build().unwrap().at_once();
        let begin = scene.clock.now();
        let results = scene.all(|_| client.call_raw("acme.order.add", &()));
        assert_eq!(done(results), 50);
        assert_eq!(scene.portal.executions("acme.order.add"), 50);
        assert_eq!(scene.portal.refusals(), 0);
        assert_eq!(scene.clock.now(), begin);
    });
}

#[test]
fn calls_with_little_time_take_what_comes_until_then() {
    watched(|| {
        let scene = Scene::new(Portal::builder().rate_limit(10, 0.2));
        let pace = Pace::custom(10, 0.2).unwrap();
        let client = scene.webhook().pace(pace).deadline(Duration::from_secs(54));
        let client = client.build().unwrap();
        let begin = scene.clock.now();
        let results = scene.all(|_| client.call_raw("acme.order.add", &()));
        // Ten at once, and one every five seconds; four are left for the last answer.
        assert_eq!(done(results), 20);
        assert_eq!(scene.portal.executions("acme.order.add"), 20);
        assert_eq!(scene.portal.refusals(), 0);
        assert_eq!(scene.since(begin), Duration::from_secs(50));
    });
}

#[test]
fn a_storm_of_refusals_slows_down_once() {
    watched(|| {
        let scene = Scene::new(Portal::builder());
        let client = scene.webhook().build().unwrap();
        let neighbour = scene.webhook().pace(Pace::unlimited()).build().unwrap().at_once();
        for _ in 0..50 {
            neighbour.call_raw("server.time", &()).unwrap();
        }
        let begin = scene.clock.now();
        scene.all(|_| {
            for _ in 0..3 {
                client.call_raw("acme.order.add", &()).unwrap();
            }
        });
        // Those that were under way before the first of them was refused, and none after them.
        assert!((1..=50).contains(&scene.portal.refusals()));
        assert_eq!(scene.portal.executions("acme.order.add"), 3 * THREADS);
        // At half the rate, and faster again with time.
        let took = scene.since(begin).as_secs();
        assert!((96..=200).contains(&took), "{took} s");
    });
}

#[test]
fn a_method_rests_until_the_portal_forgets_what_it_computed() {
    watched(|| {
        let scene = Scene::new(Portal::builder().unlimited());
        scene.portal.cost("acme.order.add", Duration::from_mins(1));
        let client = scene
            .webhook()
            .pace(Pace::unlimited())
            .deadline(Duration::from_hours(24));
        let client = client.build().unwrap();
        client.call_raw("acme.order.add", &()).unwrap();
        let begin = scene.clock.now();
        scene.all(|_| client.call_raw("acme.order.add", &()).unwrap());
        assert_eq!(scene.portal.executions("acme.order.add"), 1 + THREADS);
        assert_eq!(scene.portal.refusals(), 0);
        // Eight minutes of every ten are for computing.
        let minutes = scene.since(begin).as_secs() / 60;
        assert!((64..=100).contains(&minutes), "{minutes} min");
    });
}
