//! Many pages in a request: how many, and what comes of those that fail.

use std::time::Duration;

use b24_portal::{Answer, Fault, Portal};
use serde_json::json;

use crate::methods::{DealList, ItemList, OtherList};
use crate::{scanned, start};

/// How many pages were asked for in each request.
fn pages(portal: &Portal) -> Vec<usize> {
    let commands = |body: serde_json::Value| body["cmd"].as_object().map_or(1, serde_json::Map::len);
    let requests = portal.requests();
    requests
        .iter()
        .map(|request| commands(request.json().unwrap()))
        .collect()
}

#[test]
fn there_are_few_pages_at_first_and_then_fifty_in_a_request() {
    let (portal, client) = start(Portal::builder());
    portal.fill("crm.deal.list", 8_060);
    assert_eq!(scanned(&client, &DealList::new()).len(), 8_060);
    // The last one looks behind a page that was short.
    assert_eq!(pages(&portal), [1, 10, 50, 50, 50, 50, 1]);
}

#[test]
fn no_request_comes_near_the_minute() {
    for (cost, most) in [(1, 40), (3, 13), (30, 1)] {
        let (portal, client) = start(Portal::builder().operating_limit(Duration::from_hours(24)));
        portal.fill("crm.item.list", 5_000);
        portal.cost("crm.item.list", Duration::from_secs(cost));
        assert_eq!(scanned(&client, &ItemList::new(2)).len(), 5_000);
        assert_eq!(pages(&portal).into_iter().max(), Some(most));
    }
}

#[test]
fn what_no_form_can_say_is_asked_for_page_by_page() {
    let (portal, client) = start(Portal::builder());
    for (name, value) in [
        ("TITLE", json!("costs $result[0]")),
        ("COMPANY_ID", json!(null)),
        ("@STAGE_ID", json!([])),
    ] {
        portal.clear_requests();
        for rows in [page(1), page(2), "[]".to_owned()] {
            portal.answer_once("crm.deal.list", Answer::result(rows));
        }
        let deals = DealList::new().filter(json!({name: value}));
        assert_eq!(scanned(&client, &deals).len(), 100);
        assert_eq!(pages(&portal), [1, 1, 1]);
        let last = portal.requests()[2].json().unwrap();
        assert_eq!(last["FILTER"], json!({name: value, ">ID": 100}));
    }
}

#[test]
fn a_page_that_fails_in_a_batch_is_asked_for_by_itself() {
    let (portal, client) = start(Portal::builder());
    let all = portal.fill("acme.row.list", 4_000).ids();
    let error = || Answer::error(400, "INTERNAL", "now and then");
    // The first page of a batch, and one in the middle.
    portal.answer_once("acme.row.list", Answer::result(page(1)));
    portal.answer_once("acme.row.list", error());
    let ids = scanned(&client, &OtherList::new());
    assert!(ids.into_iter().eq(all.iter()));
}

/// The rows of a page, counted from one.
fn page(number: u64) -> String {
    let rows: Vec<String> = (number * 50 - 49..=number * 50)
        .map(|id| format!(r#"{{"ID":"{id}"}}"#))
        .collect();
    format!("[{}]", rows.join(","))
}

#[test]
fn a_batch_that_fails_as_a_whole_is_followed_by_smaller_ones() {
    let (portal, client) = start(Portal::builder());
    let all = portal.fill("crm.deal.list", 5_000).ids();
    portal.inject(Fault::BadGateway.on("batch").first(6));
    let ids = scanned(&client, &DealList::new());
    assert!(ids.into_iter().eq(all.iter()));
    assert!(portal.faults() > 3, "{}", portal.faults());
}

#[test]
fn a_portal_that_cuts_batches_off_early_loses_nothing() {
    let (portal, client) = start(Portal::builder().batch_limit(Duration::from_secs(7)));
    let all = portal.fill("crm.deal.list", 5_000).ids();
    portal.cost("crm.deal.list", Duration::from_secs(1));
    let ids = scanned(&client, &DealList::new());
    assert!(ids.into_iter().eq(all.iter()));
}
