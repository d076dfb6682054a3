//! What is told of each command, and of all.

use std::cell::Cell;
use std::iter::{self, FusedIterator};
use std::time::Duration;

use b24::{Error, Journal, Mark, StoreError, b24_method};
use b24_portal::Answer;
use serde_json::{Map, json};

use crate::{Echo, echoing};

#[b24_method("acme.order.list", unlisted, effect = read)]
struct OrderList;

#[b24_method("acme.order.lose", unlisted)]
struct OrderLose;

fn echo(place: u64) -> Echo {
    let mut parameters = Map::new();
    parameters.insert("PLACE".to_owned(), json!(place));
    Echo { parameters }
}

#[test]
fn each_command_has_its_page_and_its_time() {
    let (portal, client) = echoing();
    portal.answer("acme.order.list", Answer::page("[1,2]", Some(50), 90));
    portal.cost("acme.order.list", Duration::from_secs(2));
    let mut batch = client.batch();
    let orders = batch.add(&OrderList::new());
    let single = batch.add(&echo(1));
    let results = batch.send().unwrap();
    assert_eq!(
        (results.next(&orders), results.total(&orders)),
        (Some(50), Some(90))
    );
    assert_eq!((results.next(&single), results.total(&single)), (None, None));
    let operating = results.time(&orders).and_then(b24::Time::operating);
    assert_eq!(operating, Some(Duration::from_secs(2)));
}

#[test]
fn failures_are_gathered_with_their_places() {
    let (portal, client) = echoing();
    portal.answer("acme.order.lose", Answer::error(400, "LOST", "It is lost"));
    let mut batch = client.batch();
    batch.add(&echo(0));
    batch.add(&OrderLose::new());
    let results = batch.send().unwrap();
    let places: Vec<usize> = results.failures().map(|(place, _)| place).collect();
    assert_eq!(places, [1]);
    let failures = results.all().unwrap_err();
    assert_eq!(failures.commands().len(), 1);
    let shown = failures.to_string();
    assert!(
        shown.starts_with("1 of 2 commands failed") && shown.contains("LOST"),
        "{shown}"
    );
}

#[test]
fn many_calls_are_taken_from_their_source_as_they_are_sent() {
    let (portal, client) = echoing();
    let taken = Cell::new(0);
    let calls = (0..200).map(|place| {
        taken.set(taken.get() + 1);
        echo(place)
    });
    for (place, result) in client.send_all(calls).enumerate() {
        let echoed = result.unwrap().result;
        assert_eq!(echoed["PLACE"], place.to_string());
        assert!(
            taken.get() <= place + 50,
            "{} were taken for {place}",
            taken.get()
        );
    }
    assert_eq!(portal.requests().len(), 4);
}

/// As a queue is that is empty now and filled again later.
#[test]
fn what_has_ended_stays_ended() {
    fn assert_ends(mut results: impl FusedIterator, count: usize) {
        assert_eq!(results.by_ref().count(), count);
        assert!(results.next().is_none());
    }
    let queue = || {
        let mut asked = 0;
        iter::from_fn(move || {
            asked += 1;
            (asked % 3 != 0).then(|| echo(asked))
        })
    };
    let (portal, client) = echoing();
    assert_ends(client.send_all(queue()), 2);
    assert_eq!(portal.executions("acme.echo"), 2);
    let keyed = queue().map(|call| (call.parameters["PLACE"].to_string(), call));
    assert_ends(client.send_once(NoJournal, keyed, |_, _| Ok(false)), 2);
    assert_eq!(portal.executions("acme.echo"), 4);
}

struct NoJournal;

impl Journal for NoJournal {
    fn mark(&mut self, _: &str) -> Result<Option<Mark>, StoreError> {
        Ok(None)
    }
    fn note(&mut self, _: &[(&str, Mark)]) -> Result<(), StoreError> {
        Ok(())
    }
}

#[test]
fn what_the_portal_refuses_for_want_of_computing_time_is_sent_again() {
    let (portal, client) = echoing();
    portal.answer_once("acme.echo", Answer::error(429, "OPERATION_TIME_LIMIT", "Blocked"));
    let results: Result<Vec<_>, _> = client.send_all((0..3).map(echo)).collect();
    assert_eq!(results.unwrap().len(), 3);
    // With one attempt it is the caller's.
    portal.answer_once("acme.echo", Answer::error(429, "OPERATION_TIME_LIMIT", "Blocked"));
    let once = client.with_retry(b24::Retry::never());
    let failed: Vec<_> = once.send_all((0..3).map(echo)).filter_map(Result::err).collect();
    assert_eq!(failed.len(), 1);
    assert!(matches!(failed[0].error(), Some(Error::Api(_))), "{failed:?}");
}
