//! One renewal for all threads.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use b24::{Error, Event, Outcome, Pace};
use b24_portal::Portal;

use crate::crowd::{Scene, THREADS, watched};

#[test]
fn an_expired_token_is_renewed_once() {
    watched(|| {
        let scene = Scene::new(Portal::builder().unlimited());
        let told = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&told);
        let client = scene
            .application()
            .pace(Pace::unlimited())
            .observer(move |event: &Event<'_>| {
                count.fetch_add(
                    usize::from(matches!(event, Event::Renewed { .. })),
                    Ordering::SeqCst,
                );
            })
            .build()
            .unwrap();
        for round in 1..=10 {
            scene.clock.advance(Duration::from_hours(1));
            scene.all(|number| {
                let add = |number: usize| match number % 2 {
                    0 => client.call_raw("acme.order.add", &()),
                    _ => client.call_raw_v3("acme.order.add", &()),
                };
                add(number).unwrap();
                add(number + 1).unwrap();
            });
            assert_eq!(scene.portal.renewals(), round);
            assert_eq!(told.load(Ordering::SeqCst), round, "told of more than once");
            assert_eq!(scene.portal.executions("acme.order.add"), 2 * THREADS * round);
        }
    });
}

#[test]
fn a_refused_renewal_is_asked_for_once() {
    watched(|| {
        let scene = Scene::new(Portal::builder().unlimited());
        let client = scene.application().pace(Pace::unlimited()).build().unwrap();
        scene.portal.expire_tokens();
        scene.portal.answer(
            "oauth/token",
            b24_portal::Answer::error(400, "invalid_grant", "Wrong or expired refresh token"),
        );
        for error in scene.all(|_| client.call_raw("acme.order.add", &()).unwrap_err()) {
            assert!(matches!(error, Error::Auth(_)), "{error:?}");
            assert_eq!(error.outcome(), Outcome::NotExecuted);
        }
        assert_eq!(scene.portal.executions("oauth/token"), 1);
        assert_eq!(scene.portal.executions("acme.order.add"), 0);
    });
}

/// How many calls each thread makes.
const SHARE: usize = 30;

#[test]
fn hours_of_waiting_leave_nobody_behind() {
    watched(|| {
        // Five hours of work at this rate.
        let scene = Scene::new(Portal::builder().rate_limit(10, 0.1));
        let pace = Pace::custom(10, 0.1).unwrap();
        // Each waits for ten minutes in the queue, and whose token expires does so twice.
        let client = scene.application().pace(pace).deadline(Duration::from_hours(1));
        let client = client.build().unwrap();
        let begin = scene.clock.now();
        let done = Mutex::new([0; THREADS]);
        let behind = scene.all(|number| {
            for _ in 0..SHARE {
                client.call_raw("acme.order.add", &()).unwrap();
                done.lock().unwrap()[number] += 1;
            }
            SHARE - *done.lock().unwrap().iter().min().unwrap()
        });
        // Who comes first goes first; the turns at the start and the expired tokens are a matter of luck.
        let unlucky = 1 + scene.portal.renewals();
        assert!(behind.iter().all(|behind| *behind <= unlucky), "{behind:?}");
        assert_eq!(scene.portal.executions("acme.order.add"), THREADS * SHARE);
        assert_eq!(scene.portal.refusals(), 0);
        let hours = scene.since(begin).as_secs() / 3600;
        assert_eq!(hours, 5);
        assert_eq!(scene.portal.renewals(), 5);
    });
}
