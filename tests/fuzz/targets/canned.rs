//! A portal that answers by a function, and a clock that its client turns.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use b24::{Clock, Event, Limits, Observer, Transport, TransportError};

use super::shown;

pub(super) type Request = http::Request<Vec<u8>>;
pub(super) type Answer = http::Response<Vec<u8>>;

/// The code of the webhook that is called through.
pub(super) const CODE: &str = "c0de5ecret0000";

pub(super) const WEBHOOK: &str = "https://old.bitrix24.com/rest/1/c0de5ecret0000/";

/// Answers each request by a function of it, and counts them.
pub(super) struct Portal<F> {
    answer: F,
    pub(super) asked: AtomicUsize,
}

impl<F: Fn(&Request) -> Answer> Portal<F> {
    pub(super) fn new(answer: F) -> Arc<Self> {
        let asked = AtomicUsize::new(0);
        Arc::new(Self { answer, asked })
    }

    pub(super) fn asked(&self) -> usize {
        self.asked.load(Ordering::Relaxed)
    }
}

impl<F: Fn(&Request) -> Answer + Send + Sync> Transport for Portal<F> {
    fn send(&self, request: Request, _: &Limits) -> Result<Answer, TransportError> {
        self.asked.fetch_add(1, Ordering::Relaxed);
        Ok((self.answer)(&request))
    }
}

/// An answer of this status, kind of content and body.
pub(super) fn answer(status: u16, content_type: &str, body: &[u8]) -> Answer {
    let answer = http::Response::builder().status(status);
    let answer = answer.header("Content-Type", content_type);
    answer.body(body.to_vec()).unwrap()
}

/// Begins at some time of the year 2026; waiting turns it.
#[derive(Debug, Clone)]
pub(super) struct Turned(Arc<Mutex<Duration>>);

pub(super) const START: Duration = Duration::from_secs(1_771_928_379);

impl Turned {
    pub(super) fn new() -> Self {
        Self(Arc::new(Mutex::new(START)))
    }
}

impl Clock for Turned {
    fn now(&self) -> Duration {
        *self.0.lock().unwrap()
    }
    fn unix(&self) -> Duration {
        self.now()
    }
    fn sleep(&self, duration: Duration) {
        *self.0.lock().unwrap() += duration;
    }
}

/// Sees that no event shows one of these.
pub(super) struct Watch(pub(super) &'static [&'static str]);

impl Observer for Watch {
    fn observe(&self, event: &Event<'_>) {
        // The name of a host is no secret, whatever it is, and the owner has to know it.
        if !matches!(event, Event::Moved { .. }) {
            shown::text(&format!("{event:?}"), self.0);
        }
    }
}
