//! What is sent and what is asked, by what the journal says.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use b24::{Client, CommandError, Error, Event, Id, Journal, Mark, Outcome, Pace, StoreError, b24_method};
use b24_portal::{Answer, Fault, Portal, TurnedClock};
use serde_json::{Value, json};

#[allow(deprecated)] // the portal counts contacts that are made with it
#[b24_method("crm.contact.add", returns = Id)]
#[derive(Debug)]
struct ContactAdd {
    #[b24(required)]
    fields: Value,
}

fn contact(key: &'static str) -> (&'static str, ContactAdd) {
    (key, ContactAdd::new(json!({"ORIGIN_ID": key})))
}

/// Marks in memory, which can be written so often.
struct Marks {
    marks: BTreeMap<String, Mark>,
    notes_left: usize,
}

impl Marks {
    fn new<const N: usize>(marks: [(&str, Mark); N]) -> Self {
        Self {
            marks: marks.map(|(key, mark)| (key.to_owned(), mark)).into(),
            notes_left: usize::MAX,
        }
    }
}

impl Journal for Marks {
    fn mark(&mut self, key: &str) -> Result<Option<Mark>, StoreError> {
        Ok(self.marks.get(key).copied())
    }
    fn note(&mut self, marks: &[(&str, Mark)]) -> Result<(), StoreError> {
        let full = || StoreError::new("cannot write", "the disk is full");
        self.notes_left = self.notes_left.checked_sub(1).ok_or_else(full)?;
        self.marks
            .extend(marks.iter().map(|(key, mark)| ((*key).to_owned(), *mark)));
        Ok(())
    }
}

const LONG_AGO: Mark = Mark::Unknown {
    since: Duration::ZERO,
};

fn started() -> (Portal, Client) {
    let clock = TurnedClock::new();
    let portal = Portal::builder().unlimited().clock(&clock).start().unwrap();
    let builder = Client::builder()
        .webhook(portal.webhook())
        .pace(Pace::unlimited())
        .clock(crate::turned::Turned(clock));
    (portal, builder.build().unwrap())
}

type Results = Vec<(&'static str, Result<bool, CommandError>)>;

/// Whether each was made in this run.
fn send(client: &Client, marks: &mut Marks, keys: &[&'static str], asked: &[(&str, bool)]) -> Results {
    let questions = RefCell::new(asked.to_vec());
    let was_executed = |key: &str, _: &ContactAdd| {
        let (expected, answer) = questions.borrow_mut().remove(0);
        assert_eq!(key, expected);
        Ok(answer)
    };
    let calls = keys.iter().map(|key| contact(key));
    let results = client.send_once(marks, calls, was_executed);
    let results = results
        .map(|(key, result)| (key, result.map(|made| made.is_some())))
        .collect();
    assert!(questions.borrow().is_empty(), "not asked: {questions:?}");
    results
}

fn made(results: &Results) -> Vec<(&'static str, bool)> {
    results
        .iter()
        .map(|(key, result)| (*key, *result.as_ref().unwrap()))
        .collect()
}

#[test]
fn what_is_done_is_not_sent_and_what_failed_is() {
    let (portal, client) = started();
    let mut marks = Marks::new([
        ("a", Mark::Done),
        ("b", Mark::Failed),
        ("c", LONG_AGO),
        ("d", LONG_AGO),
    ]);
    let results = send(
        &client,
        &mut marks,
        &["a", "b", "c", "d", "e"],
        &[("c", true), ("d", false)],
    );
    assert_eq!(
        made(&results),
        [("a", false), ("b", true), ("c", false), ("d", true), ("e", true)]
    );
    assert!(marks.marks.values().all(|mark| *mark == Mark::Done));
    assert!(portal.duplicate_contacts("ORIGIN_ID").is_empty());
    assert_eq!(portal.contact_count(), 3);
}

#[test]
fn refused_calls_are_noted_as_failed_and_lost_ones_stay_unknown() {
    let (portal, client) = started();
    portal.answer_once("crm.contact.add", Answer::error(400, "NO", "not this one"));
    let mut marks = Marks::new([]);
    let results = send(&client, &mut marks, &["a", "b"], &[]);
    assert_eq!(results[0].1.as_ref().unwrap_err().outcome(), Outcome::NotExecuted);
    assert_eq!((marks.marks["a"], marks.marks["b"]), (Mark::Failed, Mark::Done));

    portal.inject(Fault::ResetAfter.on("batch"));
    let before = TurnedClock::new().now(); // as every such clock begins
    let results = send(&client, &mut marks, &["c"], &[]);
    assert_eq!(results[0].1.as_ref().unwrap_err().outcome(), Outcome::Unknown);
    let Mark::Unknown { since } = marks.marks["c"] else {
        panic!("{:?}", marks.marks["c"]);
    };
    assert!(since >= before);
}

#[test]
fn a_key_that_comes_twice_is_sent_once() {
    let (portal, client) = started();
    let results = send(&client, &mut Marks::new([]), &["a", "b", "a", "a", "c", "b"], &[]);
    let expected = [
        ("a", true),
        ("b", true),
        ("a", false),
        ("a", false),
        ("c", true),
        ("b", false),
    ];
    assert_eq!(made(&results), expected);
    assert_eq!(portal.contact_count(), 3);
}

#[test]
fn nothing_is_sent_that_the_journal_does_not_hold() {
    let (portal, client) = started();
    let mut marks = Marks::new([]);
    marks.notes_left = 0;
    for (_, result) in send(&client, &mut marks, &["a", "b"], &[]) {
        let error = result.unwrap_err();
        assert!(matches!(&error, CommandError::Failed(Error::Store(_))), "{error}");
        assert_eq!(error.outcome(), Outcome::NotExecuted);
    }
    assert!(portal.requests().is_empty());
}

#[test]
fn once_the_journal_fails_nothing_more_is_sent() {
    let (portal, client) = started();
    let keys: Vec<&'static str> = (0..120).map(|number| &*format!("k{number}").leak()).collect();
    let mut marks = Marks::new([]);
    // The note after the first request fails.
    marks.notes_left = 1;
    let results = send(&client, &mut marks, &keys, &[]);
    assert!(results[..50].iter().all(|(_, result)| matches!(result, Ok(true))));
    assert!(results[50..].iter().all(|(_, result)| result.is_err()));
    assert_eq!((results.len(), portal.contact_count()), (120, 50));
}

#[test]
fn where_asking_fails_nothing_is_sent_and_it_stays_unknown() {
    let (portal, client) = started();
    let mut marks = Marks::new([("a", LONG_AGO)]);
    let was_executed = |_: &str, _: &ContactAdd| Err(client.call_raw("no.such", &()).unwrap_err());
    let results: Vec<_> = client
        .send_once(&mut marks, [contact("a")], was_executed)
        .collect();
    let error = results[0].1.as_ref().unwrap_err();
    assert!(matches!(error, CommandError::Undecided(_)), "{error}");
    assert_eq!(error.outcome(), Outcome::Unknown);
    assert_eq!((portal.contact_count(), marks.marks["a"]), (0, LONG_AGO));
}

/// A request may be executed until a minute after it was sent, and whoever noted it may have sent it much
/// later: just before this run.
#[test]
fn asking_waits_until_the_portal_has_ended_the_request() {
    let clock = TurnedClock::new();
    let portal = Portal::builder().unlimited().clock(&clock).start().unwrap();
    let builder = Client::builder()
        .webhook(portal.webhook())
        .pace(Pace::unlimited());
    let waits = Arc::new(Mutex::new(Vec::new()));
    let told = Arc::clone(&waits);
    let client = builder
        .observer(move |event: &Event<'_>| {
            if let Event::Wait { length, .. } = event {
                told.lock().unwrap().push(*length);
            }
        })
        .clock(crate::turned::Turned(clock.clone()))
        .build()
        .unwrap();
    let noted = clock.now();
    clock.advance(Duration::from_mins(20));
    let begun = clock.now();
    let mut marks = Marks::new([("a", Mark::Unknown { since: noted })]);
    let asked_at = |_: &str, _: &ContactAdd| {
        assert_eq!(clock.now(), begun + Duration::from_mins(1));
        Ok(true)
    };
    let results: Vec<_> = client.send_once(&mut marks, [contact("a")], asked_at).collect();
    assert!(results[0].1.as_ref().unwrap().is_none());
    assert_eq!(*waits.lock().unwrap(), [Duration::from_mins(1)]);
}
