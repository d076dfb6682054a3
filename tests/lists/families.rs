//! Each family of lists has names, shapes and rules of its own.

use std::num::NonZeroUsize;

use b24::{Client, Position, Scan};
use b24_portal::{Ids, Portal};
use serde_json::json;

use crate::methods::{
    DealList, ElementGet, EventLog, EventTail, ItemList, OrderList, OtherList, ProductList, TaskList,
    TaskList3, UserGet,
};
use crate::{Row, paged, scanned, start, walked};

/// How many rows: none, one, less than a page, a page, and what goes in some batches.
const COUNTS: [u64; 8] = [0, 1, 49, 50, 51, 100, 551, 3_060];

fn check<M: Scan<Item: Row + Send + 'static>>(method: &M) {
    for count in COUNTS {
        let (portal, client) = start(Portal::builder());
        // With gaps, and with ids of a different length.
        let rows = portal.fill(M::NAME, Ids::every(7, count));
        let all: Vec<u64> = rows.ids().iter().collect();
        let upwards = scanned(&client, method);
        assert!(upwards == all, "{} {count}: {} came", M::NAME, upwards.len());
        let (mut downwards, error) = walked(client.scan(method).descending());
        assert!(error.is_none(), "{error:?}");
        downwards.reverse();
        assert!(downwards == all, "{} {count} downwards", M::NAME);
        let two = NonZeroUsize::new(2).unwrap();
        let (in_parallel, error) = walked(client.scan(method).parallel(two));
        assert!(error.is_none(), "{error:?}");
        assert!(in_parallel == all, "{} {count} in parallel", M::NAME);
        let mut by_pages = paged(&client, method);
        by_pages.sort_unstable();
        assert!(
            by_pages == all,
            "{} {count} by pages: {}",
            M::NAME,
            by_pages.len()
        );
    }
}

#[test]
fn every_row_of_each_family_comes_once_and_in_order() {
    check(&DealList::new());
    check(&ItemList::new(2));
    check(&TaskList::new());
    check(&UserGet::new());
    check(&ElementGet::new("lists", 5));
    check(&ProductList::new(["id", "iblockId"], json!({"iblockId": 23})));
    check(&OrderList::new());
    check(&OtherList::new());
}

#[test]
fn every_row_of_rest_3_comes_once_and_in_order() {
    check(&TaskList3::new());
    check(&EventLog::new());
}

#[test]
fn a_tail_is_walked_by_its_cursor() {
    for count in COUNTS {
        let (portal, client) = start(Portal::builder());
        let rows = portal.fill("main.eventlog.list", Ids::every(7, count));
        let found = paged(&client, &EventTail::new());
        assert!(
            found.iter().copied().eq(rows.ids().iter()),
            "{count}: {}",
            found.len()
        );
    }
}

#[test]
fn the_id_is_selected_where_fields_are() {
    let (portal, client) = start(Portal::builder());
    portal.fill("sale.order.list", 120);
    let orders = OrderList::new().select(["accountNumber"]);
    assert_eq!(scanned(&client, &orders).len(), 120);
}

#[test]
fn nothing_is_asked_for_before_a_row_is_wanted_and_nothing_that_is_not() {
    let (portal, client) = start(Portal::builder());
    let deals = portal.fill("crm.deal.list", 10_000);
    let mut scan = client.scan(&DealList::new());
    assert_eq!(deals.calls(), 0);
    assert_eq!(scan.next().unwrap().unwrap().id(), 1);
    assert_eq!(deals.calls(), 1);
    assert_eq!(scan.by_ref().take(49).count(), 49);
    assert_eq!(deals.calls(), 1);
}

/// Breaks off after so many rows, and goes on from there in another walk.
fn resumed(client: &Client, taken: usize, descending: bool) -> Vec<u64> {
    let deals = DealList::new();
    let turned = |position: Position| {
        let scan = client.scan(&deals);
        if descending { scan.descending() } else { scan }.from(position)
    };
    let mut first = turned(Position::default());
    let (mut ids, _) = walked(first.by_ref().take(taken));
    let kept = first.position().to_string();
    let (rest, error) = walked(turned(kept.parse().unwrap()));
    assert!(error.is_none(), "{error:?}");
    ids.extend(rest);
    ids
}

#[test]
fn a_walk_goes_on_where_another_stood() {
    let (portal, client) = start(Portal::builder());
    let all: Vec<u64> = portal.fill("crm.deal.list", 700).ids().iter().collect();
    for taken in [0, 1, 49, 50, 51, 333, 549, 550, 551, 699, 700] {
        assert!(resumed(&client, taken, false) == all, "{taken}");
        let mut downwards = resumed(&client, taken, true);
        downwards.reverse();
        assert!(downwards == all, "{taken} downwards");

        let mut first = client.pages(&DealList::new());
        let (mut ids, _) = walked(first.by_ref().take(taken));
        let (rest, error) = walked(client.pages(&DealList::new()).from(first.position()));
        assert!(error.is_none(), "{error:?}");
        ids.extend(rest);
        assert!(ids == all, "{taken} by pages");
    }
}

#[test]
fn the_total_is_known_where_the_portal_counts() {
    let (portal, client) = start(Portal::builder());
    portal.fill("crm.deal.list", 120);
    let mut told = Vec::new();
    let mut pages = client
        .pages(&DealList::new())
        .on_page(|progress| told.push((progress.rows, progress.total)));
    assert_eq!(pages.total(), None);
    assert_eq!(pages.by_ref().count(), 120);
    assert_eq!(pages.total(), Some(120));
    drop(pages);
    assert_eq!(told, [(50, Some(120)), (100, Some(120)), (120, Some(120))]);

    let mut scan = client.scan(&DealList::new());
    assert_eq!(scan.by_ref().count(), 120);
    assert_eq!(scan.total(), None);
    let mut scan = client.scan(&DealList::new()).counted();
    assert_eq!(scan.by_ref().count(), 120);
    assert_eq!(scan.total(), Some(120));
}
