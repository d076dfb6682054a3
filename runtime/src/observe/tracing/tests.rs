use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Metadata, Subscriber, subscriber};

use super::{Attempt, Event, Next, Observer, TracingObserver};
use crate::client::Client;
use crate::error::{Error, TransportError, TransportErrorKind};
use crate::method::{Api, Effect};
use crate::transport::{Limits, Transport};

/// The fields of an event, with its level and target.
type Told = BTreeMap<String, String>;

/// Keeps every span and event.
#[derive(Clone, Default)]
struct Collector(Arc<Mutex<Vec<Told>>>);

impl Subscriber for Collector {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }
    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut fields = Fields(Told::new());
        span.record(&mut fields);
        fields
            .0
            .insert("span".to_owned(), span.metadata().name().to_owned());
        self.0.lock().unwrap().push(fields.0);
        Id::from_u64(1)
    }
    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn event(&self, event: &tracing::Event<'_>) {
        let mut fields = Fields(Told::new());
        event.record(&mut fields);
        let metadata = event.metadata();
        for (name, value) in [
            ("level", metadata.level().to_string()),
            ("target", metadata.target().to_owned()),
        ] {
            fields.0.insert(name.to_owned(), value);
        }
        self.0.lock().unwrap().push(fields.0);
    }
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

struct Fields(Told);

impl Visit for Fields {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name().to_owned(), value.to_owned());
    }
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.0.insert(field.name().to_owned(), format!("{value:?}"));
    }
}

/// What is told of an event.
fn told(event: Event<'_>) -> Told {
    let collector = Collector::default();
    subscriber::with_default(collector.clone(), || TracingObserver.observe(&event));
    let mut events = collector.0.lock().unwrap();
    assert_eq!(events.len(), 1);
    events.remove(0)
}

fn attempt(error: Option<&Error>, next: Next) -> Attempt<'_> {
    Attempt {
        method: "crm.deal.add",
        api: Api::V3,
        effect: Effect::Write,
        number: 2,
        waited: Duration::from_millis(1500),
        took: Duration::from_millis(20),
        status: None,
        operating: None,
        idempotency_key: None,
        error,
        next,
    }
}

fn fields(of: &[(&str, &str)]) -> Told {
    of.iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

const SAME: [(&str, &str); 7] = [
    ("target", "b24"),
    ("method", "crm.deal.add"),
    ("api", "3"),
    ("effect", "write"),
    ("attempt", "2"),
    ("waited_ms", "1500"),
    ("took_ms", "20"),
];

#[test]
fn a_success_is_told_with_what_there_is_and_no_more() {
    let mut done = attempt(None, Next::Done);
    let told_of = |more: &[(&str, &str)]| {
        let words = [("level", "DEBUG"), ("message", "attempt"), ("next", "done")];
        fields(&[&SAME[..], &words[..], more].concat())
    };
    assert_eq!(told(Event::Attempt(done)), told_of(&[]));
    done.status = Some(200);
    done.operating = Some(Duration::from_secs(3));
    done.idempotency_key = Some("k1");
    assert_eq!(
        told(Event::Attempt(done)),
        told_of(&[
            ("status", "200"),
            ("operating_ms", "3000"),
            ("idempotency_key", "k1")
        ])
    );
}

#[test]
fn a_failure_is_told_with_its_outcome_and_what_follows() {
    let error = Error::Transport(TransportError::new(TransportErrorKind::Closed, true, "reset"));
    let error_text = error.to_string();
    for (next, level, words, after) in [
        (Next::GiveUp, "WARN", "give up", None),
        (
            Next::Retry {
                after: Duration::from_secs(1),
            },
            "WARN",
            "retry",
            Some(("retry_after_ms", "1000")),
        ),
        (Next::Renew, "DEBUG", "renew", None),
    ] {
        let more = [
            ("level", level),
            ("message", "attempt"),
            ("next", words),
            ("outcome", "Unknown"),
            ("error", &error_text),
        ];
        let mut expected = fields(&[&SAME[..], &more[..]].concat());
        expected.extend(after.map(|(name, value)| (name.to_owned(), value.to_owned())));
        assert_eq!(told(Event::Attempt(attempt(Some(&error), next))), expected);
    }
}

#[test]
fn waits_moves_and_renewals_are_told() {
    let method = "user.get";
    let length = Duration::from_millis(250);
    let (from, to) = ("https://old.bitrix24.com", "https://new.bitrix24.com");
    for (event, expected) in [
        (
            Event::Wait { method, length },
            [
                ("level", "DEBUG"),
                ("message", "wait"),
                ("method", method),
                ("length_ms", "250"),
            ]
            .as_slice(),
        ),
        (
            Event::Moved { from, to },
            &[
                ("level", "WARN"),
                ("message", "moved"),
                ("from", from),
                ("to", to),
            ],
        ),
        (
            Event::Renewed { method },
            &[("level", "INFO"), ("message", "renewed"), ("method", method)],
        ),
    ] {
        assert_eq!(told(event), fields(&[expected, &[("target", "b24")]].concat()));
    }
}

struct Refusing;

impl Transport for Refusing {
    fn send(&self, _: http::Request<Vec<u8>>, _: &Limits) -> Result<http::Response<Vec<u8>>, TransportError> {
        Err(TransportError::new(TransportErrorKind::Closed, true, "reset"))
    }
}

#[test]
fn a_call_is_a_span_around_its_attempts() {
    let client = Client::builder()
        .webhook("https://example.bitrix24.com/rest/1/c0de5ecret/")
        .transport(Refusing)
        .build()
        .unwrap();
    let collector = Collector::default();
    subscriber::with_default(collector.clone(), || {
        client.call_raw("crm.deal.add", &()).unwrap_err()
    });
    let told = collector.0.lock().unwrap();
    assert_eq!(
        told[0],
        fields(&[("span", "call"), ("method", "crm.deal.add"), ("api", "2")])
    );
    assert_eq!((told.len(), told[1]["message"].as_str()), (2, "attempt"));
}
