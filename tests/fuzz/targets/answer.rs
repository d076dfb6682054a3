//! What a portal answers to calls, of both versions of the API and of a batch, with and without further
//! attempts.

use std::fmt::Debug;

use b24::retry::Retry;
use b24::{ApiError, Client, Clock as _, Error, Pace, Response};
use serde_json::{Value, json};

use super::canned::{CODE, Portal, START, Turned, WEBHOOK, Watch, answer};
use super::declared::{Add, Get, List, Map, One};
use super::input::Input;
use super::{meter, shown};

const SECRETS: &[&str] = &[CODE];

/// No call takes longer unless told to.
const DEADLINE: u64 = 15 * 60;

/// Requests in that time: each pause is twice as long as the last one, up to half a minute, or half of
/// that by chance.
const MOST: usize = 5 + 900 / 15;

/// Which call, whether it is sent again, the status, the kind of content; then the body.
pub(super) fn run(data: &[u8]) {
    let mut input = Input(data);
    let call = input.choice(8);
    let patient = input.choice(2) == 1;
    let status = input.status([200, 400, 401, 403, 404, 429, 500, 503]);
    let kind = input.pick(["application/json", "text/html", "text/c0de5ecret0000"]);
    let body = input.0.to_vec();
    let length = body.len();

    let clock = Turned::new();
    let portal = Portal::new(move |_| answer(status, kind, &body));
    let (retry, pace) = if patient {
        (Retry::default(), Pace::standard())
    } else {
        (Retry::never(), Pace::unlimited())
    };
    let builder = Client::builder().webhook(WEBHOOK).transport(portal.clone());
    let builder = builder.clock(clock.clone()).observer(Watch(SECRETS));
    let client = builder.retry(retry).pace(pace).build().unwrap();

    let most = if patient { MOST } else { 1 };
    meter::bounded(most * (length + 4_096), || match call {
        0 => examine(&client, client.call(&One::new())),
        1 => examine(&client, client.call(&List::new())),
        2 => examine(&client, client.call(&Map::new())),
        3 => examine(&client, client.call(&Get::new())),
        4 => examine(&client, client.call(&Add::new())),
        5 => examine(&client, client.call_raw("app.info", &Value::Null)),
        6 => examine(&client, client.call_raw_v3("tasks.task.get", &json!({"id": 1}))),
        _ => examine(&client, client.call_raw("batch", &commands())),
    });
    assert!(
        (1..=most).contains(&portal.asked()),
        "{} requests",
        portal.asked()
    );
    let took = clock.now().saturating_sub(START);
    assert!(
        took.as_secs() <= DEADLINE && (patient || took.is_zero()),
        "{took:?}"
    );
}

fn commands() -> Value {
    json!({"halt": 0, "cmd": {"a": "user.get?ID=1", "b": "crm.deal.list", "c": 7}})
}

/// A call gave something; an error tells all about itself and no secret.
fn examine<T: Debug>(client: &Client, called: Result<Response<T>, Error>) {
    let _ = client.pace().operating("user.get");
    let error = match called {
        Ok(response) => {
            let _ = (response.time.duration(), response.time.operating());
            return drop(format!("{response:?}"));
        }
        Err(error) => error,
    };
    shown::error(&error, SECRETS);
    assert!(!error.advice().to_string().is_empty());
    let _ = (error.outcome(), error.code::<One>(), error.attempts());
    if let Some(error) = error.api() {
        let _ = error.system_code();
        for refused in ApiError::refused(error) {
            shown::text(&format!("{refused:?}"), SECRETS);
        }
    }
}
