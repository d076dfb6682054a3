//! What a reference may lead to: told before anything is sent, where it can be known.

mod known;

use b24::{Arg, Client, CommandError, Error, Outcome, b24_method};
use b24_portal::{Answer, Portal};
use serde_json::Value;

use crate::echoing;

#[b24_method("acme.order.add", unlisted)]
struct OrderAdd;

#[b24_method("acme.order.open", unlisted, at = "order")]
struct OrderOpen;

#[b24_method("acme.order.pay", unlisted)]
struct OrderPay {
    #[b24(required)]
    order: Arg<u64>,
    note: Option<Arg<String>>,
}

fn shop() -> (Portal, Client) {
    let (portal, client) = echoing();
    portal.answer(
        "acme.order.add",
        Answer::result(r#"{"id":7,"tags":["a"],"open":true}"#),
    );
    portal.answer("acme.order.open", Answer::result(r#"{"order":{"id":7}}"#));
    portal.answer("acme.order.pay", Answer::echo());
    (portal, client)
}

/// Nothing was sent, and the error says this of the field.
#[track_caller]
fn assert_refused(portal: &Portal, sent: Result<b24::BatchResult, Error>, words: &str) {
    let error = sent.unwrap_err();
    assert!(matches!(error, Error::Invalid(_)), "{error:?}");
    let shown = error.to_string();
    assert!(shown.contains("`ORDER`") && shown.contains(words), "{shown}");
    assert_eq!(portal.requests().len(), 0);
}

#[test]
fn a_reference_leads_to_an_earlier_command_of_the_same_request() {
    let (portal, client) = shop();
    let mut other = client.batch();
    let order = other.add(&OrderAdd::new()).result().field("id").always_there();
    let mut batch = client.batch();
    batch.add(&OrderAdd::new());
    batch.add(&OrderPay::new(order));
    assert_refused(&portal, batch.send(), "another batch");

    let mut batch = client.batch();
    let order = batch.add(&OrderAdd::new()).result().field("id").always_there();
    for _ in 0..49 {
        batch.add(&OrderAdd::new());
    }
    batch.add(&OrderPay::new(order));
    assert_refused(&portal, batch.send(), "another request");
}

#[test]
fn a_write_takes_only_what_is_known_to_be_there() {
    let (portal, client) = shop();
    let mut batch = client.batch();
    let order = batch.add(&OrderAdd::new()).result();
    batch.add(&OrderPay::new(order.field("id")));
    assert_refused(&portal, batch.send(), "always_there()");

    let mut batch = client.batch();
    let order = batch.add(&OrderOpen::new()).result();
    let paid = batch.add(&OrderPay::new(order.field("id").always_there()));
    let results = batch.send().unwrap();
    assert_eq!(results.get(&paid).unwrap()["ORDER"], 7);
}

#[test]
fn what_cannot_stand_in_a_text_is_told() {
    for (member, text) in [("id", Some("Order 7 is paid")), ("tags", None), ("open", None)] {
        let (_portal, client) = shop();
        let mut batch = client.batch();
        let order = batch.add(&OrderAdd::new()).result();
        let note = order.field(member).always_there().within("Order ", " is paid");
        let paid = batch.add(&OrderPay::new(7_u64).note(note));
        let results = batch.send().unwrap();
        match (results.get(&paid), text) {
            (Ok(echoed), Some(text)) => assert_eq!(echoed["NOTE"], text),
            (Err(error @ CommandError::Unresolved { .. }), None) => {
                assert_eq!(error.outcome(), Outcome::Executed);
            }
            (other, _) => panic!("{member}: {other:?}"),
        }
    }
}

/// PHP knows one spelling of a place in a list.
#[test]
fn a_place_in_a_list_has_one_name() {
    for (key, is_there) in [
        ("0", true),
        ("00", false),
        ("+0", false),
        ("-0", false),
        ("1", false),
    ] {
        let (portal, client) = shop();
        let mut batch = client.batch();
        let tags = batch.add(&OrderAdd::new()).result().field("tags");
        let tag = tags.field(key).always_there();
        let paid = batch.add(&OrderPay::new(7_u64).note(tag));
        let results = batch.send().unwrap();
        let lacks = matches!(results.get(&paid), Err(CommandError::Unresolved { .. }));
        assert_eq!(lacks, !is_there, "{key}: {:?}", results.get(&paid));
        assert_eq!(portal.executions("acme.order.pay"), 1);
    }
}

#[test]
fn a_text_goes_on_after_a_blank_of_ascii() {
    for after in ["kg", "\u{a0}kg", "\u{2003}kg"] {
        let (portal, client) = shop();
        let mut batch = client.batch();
        let order = batch.add(&OrderAdd::new()).result().field("id").always_there();
        let note = order.clone().within("", after);
        batch.add(&OrderPay::new(order).note(note));
        let error = batch.send().unwrap_err();
        assert!(error.to_string().contains("`NOTE`"), "{error}");
        assert_eq!(portal.requests().len(), 0);
    }
}

#[test]
fn calls_that_stand_for_themselves_take_no_reference_and_none_is_lost() {
    let (portal, client) = shop();
    let mut batch = client.batch();
    let order = batch.add(&OrderAdd::new()).result().field("id").always_there();
    let calls = (0_u64..60).map(|place| match place {
        30 => OrderPay::new(order.clone()),
        place => OrderPay::new(place),
    });
    let results: Vec<_> = client.send_all(calls).collect();
    assert_eq!(results.len(), 60);
    for (place, result) in results.into_iter().enumerate() {
        match result {
            Ok(response) => assert_eq!(
                response.result["ORDER"].as_str(),
                Some(place.to_string().as_str())
            ),
            Err(error) => {
                assert_eq!((place, error.outcome()), (30, Outcome::NotExecuted));
                assert!(matches!(error.error(), Some(Error::Invalid(_))), "{error:?}");
            }
        }
    }
    assert_eq!(portal.executions("acme.order.pay"), 59);
}

#[test]
fn a_handle_leads_to_its_own_batch_alone() {
    let (_portal, client) = shop();
    let mut other = client.batch();
    let foreign = other.add(&OrderAdd::new());
    let mut batch = client.batch();
    let own = batch.add(&OrderAdd::new());
    let results = batch.send().unwrap();
    let _: &Value = results.get(&own).unwrap();
    assert!(matches!(results.get(&foreign), Err(CommandError::ForeignHandle)));
    assert_eq!((results.next(&foreign), results.total(&foreign)), (None, None));
}
