//! What a portal answers to commands that are sent together.

use b24::retry::Retry;
use b24::{Client, CommandError, Pace};

use super::canned::{CODE, Portal, START, Turned, WEBHOOK, Watch, answer};
use super::declared::{List, Map, One};
use super::input::Input;
use super::{meter, shown};

const SECRETS: &[&str] = &[CODE];

/// Requests of these commands that were not run for want of computing time, until there is no more.
const MOST: usize = 70;

/// Whether it goes on after an error, is halted there, or is many calls of one method; whether it is sent again, and the status; then the body.
pub(super) fn run(data: &[u8]) {
    let mut input = Input(data);
    let how = input.choice(3);
    let retry = input.pick([Retry::never, Retry::default]);
    let status = input.status([200, 400, 401, 500, 503]);
    let body = input.0.to_vec();
    let length = body.len();

    let clock = Turned::new();
    let portal = Portal::new(move |_| answer(status, "application/json", &body));
    let builder = Client::builder().webhook(WEBHOOK).transport(portal.clone());
    let builder = builder.clock(clock.clone()).observer(Watch(SECRETS));
    let client = builder.retry(retry()).pace(Pace::standard()).build().unwrap();
    meter::bounded(MOST * (length + 4_096), || {
        if how == 2 {
            let calls = client.send_all([List::new(), List::new(), List::new()]);
            return calls.filter_map(Result::err).for_each(|error| examine(&error));
        }
        let mut batch = client.batch();
        if how == 1 {
            batch = batch.halt();
        }
        let one = batch.add(&One::new());
        let list = batch.add(&List::new());
        let map = batch.add(&Map::new());
        match batch.send() {
            Ok(results) => {
                let _ = (
                    results.get(&one).is_ok(),
                    results.total(&list),
                    results.next(&list),
                );
                let _ = (results.get(&map).is_ok(), results.time(&map));
                results.failures().for_each(|(_, error)| examine(error));
                if let Err(failures) = results.all() {
                    shown::error(&failures, SECRETS);
                }
            }
            Err(error) => shown::error(&error, SECRETS),
        }
    });
    assert!(
        (1..=MOST).contains(&portal.asked()),
        "{} requests",
        portal.asked()
    );
    let took = b24::Clock::now(&clock).saturating_sub(START);
    assert!(took.as_secs() <= 3 * 15 * 60, "{took:?}");
}

fn examine(error: &CommandError) {
    shown::error(error, SECRETS);
    let _ = (error.outcome(), error.advice().to_string());
}
