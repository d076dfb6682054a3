//! Rows that come and go while a list is read.

use std::time::Duration;

use b24_portal::{Ids, Portal, TurnedClock};

use super::{answer, ids, portal};

/// What a program finds that reads page after page by `next`.
fn read_by_pages(portal: &Portal) -> Vec<u64> {
    let mut found = Vec::new();
    let mut start = Some(0);
    while let Some(from) = start {
        let page = answer(portal, "crm.deal.list", &format!(r#"{{"start":{from}}}"#));
        found.extend(ids(&page));
        start = page["next"].as_u64();
    }
    found
}

/// And one that goes on after the last number that it has seen.
fn read_by_numbers(portal: &Portal) -> Vec<u64> {
    let mut found = Vec::new();
    loop {
        let last = found.last().copied().unwrap_or(0);
        let parameters = format!(r#"{{"order":{{"ID":"ASC"}},"filter":{{">ID":{last}}},"start":-1}}"#);
        let page = ids(&answer(portal, "crm.deal.list", &parameters));
        found.extend(&page);
        if page.len() < 50 {
            return found;
        }
    }
}

#[test]
fn pages_lose_rows_that_numbers_find() {
    for (read, lost) in [
        (read_by_pages as fn(&Portal) -> Vec<u64>, 10),
        (read_by_numbers, 0),
    ] {
        let portal = portal();
        let deals = portal.fill("crm.deal.list", 200);
        deals.after(1, |now| now.delete(1..=10));
        let found: Ids = read(&portal).into_iter().collect();
        let missed = deals.lasting().iter().filter(|id| !found.contains(*id)).count();
        assert_eq!(missed, lost);
    }
}

#[test]
fn changes_happen_between_the_pages_they_were_planned_for() {
    let portal = portal();
    let deals = portal.fill("crm.deal.list", 10);
    deals.after(2, |now| now.delete(1..=9));
    deals.every(2, |now| drop(now.insert(now.calls())));
    let counts: Vec<usize> = (0..6)
        .map(|_| ids(&answer(&portal, "crm.deal.list", "{}")).len())
        .collect();
    // After two pages nine go and two come, after four pages four.
    assert_eq!(counts, [10, 10, 3, 3, 7, 7]);
    assert_eq!(deals.lasting(), (10..=10).into());
    assert_eq!(deals.ids(), (10..=22).into());
}

#[test]
fn each_command_of_a_batch_is_a_page() {
    let portal = portal();
    let deals = portal.fill("crm.deal.list", 3);
    deals.after(1, |now| drop(now.insert(1)));
    let answer = answer(&portal, "batch", r#"{"cmd":["crm.deal.list","crm.deal.list"]}"#);
    assert_eq!(answer["result"]["result_total"], serde_json::json!([3, 4]));
}

#[test]
fn a_number_is_given_once() {
    let portal = portal();
    let deals = portal.fill("crm.deal.list", 5);
    deals.delete(4..=5);
    assert_eq!(deals.insert(2), (6..=7).into());
    deals.delete(0..=u64::MAX);
    assert!(deals.ids().is_empty() && deals.insert(0).is_empty());
    assert_eq!(deals.insert(1), (8..=8).into());
    assert!(deals.lasting().is_empty());
    let before = deals.ids();
    deals.insert(4);
    assert_eq!(before.and(&deals.ids()), before);
}

#[test]
fn a_page_takes_as_long_as_its_rows() {
    let clock = TurnedClock::new();
    let portal = Portal::builder().clock(&clock).start().unwrap();
    let deals = portal.fill("crm.deal.list", 70);
    portal.cost("crm.deal.list", Duration::from_secs(1));
    deals.cost_per_row(Duration::from_millis(100));
    for (start, sum) in [(0, 6), (50, 9)] {
        let page = answer(&portal, "crm.deal.list", &format!(r#"{{"start":{start}}}"#));
        assert_eq!(page["time"]["operating"], sum);
    }
    // Ten pages take a minute, and the eleventh is not begun.
    let cmd = ["crm.deal.list"; 11];
    let cut = super::call(&portal, "batch", &serde_json::json!({ "cmd": cmd }).to_string());
    assert_eq!(cut.status, 504);
    assert_eq!(deals.calls(), 2 + 10);
}
