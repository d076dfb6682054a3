//! Ranges of ids that are fetched beside each other: the same rows in the same order, whatever happens.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::time::Duration;

use b24::{
    Client, Lenient, Limits, ListProblem, Pace, Retry, Transport, TransportError, UreqTransport, b24_method,
};
use b24_portal::{Fault, Ids, Portal};
use serde::{Deserialize, Deserializer};

use crate::methods::DealList;
use crate::walked;

/// A portal without limits, and a client that waits for nothing.
fn start() -> (Portal, Client) {
    let portal = Portal::builder().unlimited().start().unwrap();
    let client = Client::builder().webhook(portal.webhook());
    let client = client.pace(Pace::unlimited()).retry(Retry::never());
    (portal, client.build().unwrap())
}

fn threads(count: usize) -> NonZeroUsize {
    NonZeroUsize::new(count).unwrap()
}

#[test]
fn all_rows_come_in_order_however_many_ids_there_are_to_a_row() {
    for (ids, count) in [
        (Ids::every(1, 30_000), 2),
        (Ids::every(7, 12_345), 5),
        (Ids::every(1_000_000, 9_000), 4),
        (Ids::every(1, 400), 8),
        (Ids::every(1, 0), 2),
    ] {
        let (portal, client) = start();
        let deals = portal.fill("crm.deal.list", ids);
        // Many to an id first, and few behind them.
        deals.delete(10_000..=20_000);
        let all = deals.ids();
        let (found, error) = walked(client.scan(&DealList::new()).parallel(threads(count)));
        assert!(error.is_none(), "{error:?}");
        assert!(found.into_iter().eq(all.iter()));
        let back = client
            .scan(&DealList::new())
            .parallel(threads(count))
            .descending();
        let (found, error) = walked(back);
        assert!(error.is_none(), "{error:?}");
        assert!(found.into_iter().eq(all.iter().rev()));
    }
}

#[test]
fn the_rows_are_shared_out_in_ranges_and_few_requests_are_made_beyond_theirs() {
    let (portal, client) = start();
    let deals = portal.fill("crm.deal.list", 100_000);
    let mut told = Vec::new();
    let scan = client.scan(&DealList::new()).parallel(threads(4)).counted();
    let scan = scan.on_page(|progress| told.push((progress.rows, progress.requests, progress.total)));
    assert_eq!(walked(scan).0.len(), 100_000);
    let requests = portal.requests();
    let mut ends = BTreeSet::new();
    for request in &requests {
        let body = request.json().unwrap();
        if let Some(last) = body["cmd"]
            .as_object()
            .and_then(|commands| commands.values().next())
        {
            let (_, end) = last.as_str().unwrap().split_once("%3CID%5D=").unwrap();
            ends.insert(end.split('&').next().unwrap().to_owned());
        }
    }
    assert!(ends.len() >= 30, "{}", ends.len());
    // 2,000 pages, and not many that hold nothing new; how many go in a request is learnt on the way.
    assert!(deals.calls() <= 2_100, "{}", deals.calls());
    assert!(requests.len() <= 100, "{}", requests.len());
    let (rows, count, total) = *told.last().unwrap();
    assert_eq!((rows, total), (100_000, Some(100_000)));
    assert_eq!(count, requests.len() as u64);
}

#[test]
fn all_threads_keep_the_limits_of_the_portal_together() {
    let (portal, client) = crate::start(Portal::builder());
    portal.fill("crm.deal.list", 100_000);
    portal.cost("crm.deal.list", Duration::from_millis(500));
    // The clock is turned by each that waits.
    let client = client.with_deadline(Duration::from_hours(24));
    let rows = client.scan(&DealList::new()).parallel(threads(4));
    let (found, error) = walked(rows);
    assert!(error.is_none(), "{error:?}");
    assert_eq!(found.len(), 100_000);
    assert_eq!(portal.refusals(), 0);
}

#[test]
fn all_threads_keep_the_rate_of_the_portal_together() {
    let (portal, client) = crate::start(Portal::builder());
    portal.fill("crm.deal.list", 200_000);
    let client = client.with_deadline(Duration::from_hours(24));
    let rows = client.scan(&DealList::new()).parallel(threads(4));
    assert_eq!(walked(rows).0.len(), 200_000);
    assert!(portal.requests().len() > 80);
    assert_eq!(portal.refusals(), 0);
}

#[test]
fn what_is_wrong_with_the_last_rows_is_told_behind_those_before() {
    let (portal, client) = start();
    portal.fill("crm.deal.list", 20_000);
    // The first page, and then the last one, which is looked for beforehand.
    portal.inject(Fault::BadGateway.on("crm.deal.list").nth(2));
    let (found, error) = walked(client.scan(&DealList::new()).parallel(threads(3)));
    assert!(error.is_none(), "{error:?}");
    assert!(found.into_iter().eq(1..=20_000));
}

#[test]
fn a_range_with_far_more_rows_than_expected_comes_in_parts() {
    let (portal, client) = start();
    // A row to a thousand ids, and then one to each.
    let deals = portal.fill("crm.deal.list", 1_u64..=1_040_000);
    for thousand in 0..1_000 {
        deals.delete(thousand * 1_000 + 2..=thousand * 1_000 + 1_000);
    }
    let all = deals.ids();
    assert_eq!(all.len(), 41_000);
    let (mut most, mut before) = (0, 0);
    let scan = client.scan(&DealList::new()).parallel(threads(3));
    let scan = scan.on_page(|progress| {
        most = most.max(progress.rows - before);
        before = progress.rows;
    });
    let (found, error) = walked(scan);
    assert!(error.is_none(), "{error:?}");
    assert!(found.into_iter().eq(all.iter()));
    assert!((5_000..=15_000).contains(&most), "{most}");
}

#[test]
fn who_stops_early_goes_on_later() {
    let (portal, client) = start();
    portal.fill("crm.deal.list", 20_000);
    let mut scan = client.scan(&DealList::new()).parallel(threads(3));
    let (mut found, _) = walked(scan.by_ref().take(7_777));
    let position = scan.position();
    drop(scan);
    assert_eq!(position.to_string(), "id>7777");
    let rest = client.scan(&DealList::new()).parallel(threads(3)).from(position);
    found.extend(walked(rest).0);
    assert!(found.into_iter().eq(1..=20_000));
}

#[test]
fn a_range_that_cannot_be_fetched_ends_the_walk_behind_the_rows_before_it() {
    let (portal, client) = start();
    portal.fill("crm.deal.list", 20_000);
    // Batches and what follows upon them: the pages by themselves.
    portal.inject(Fault::BadGateway.on("batch").nth(5));
    portal.inject(Fault::BadGateway.on("crm.deal.list").nth(3));
    let mut scan = client.scan(&DealList::new()).parallel(threads(3));
    let (mut found, error) = walked(scan.by_ref());
    assert!(scan.next().is_none());
    let error = error.unwrap();
    assert!(matches!(error.problem(), ListProblem::Failed(_)), "{error:?}");
    assert_eq!(error.position().to_string(), format!("id>{}", found.len()));
    let rest = client
        .scan(&DealList::new())
        .parallel(threads(3))
        .from(error.position());
    found.extend(walked(rest).0);
    assert!(found.into_iter().eq(1..=20_000));
}

/// Takes the upper bound out of the conditions.
struct Unbounded(UreqTransport);

impl Transport for Unbounded {
    fn send(
        &self,
        request: http::Request<Vec<u8>>,
        limits: &Limits,
    ) -> Result<http::Response<Vec<u8>>, TransportError> {
        let request = request.map(|body| {
            let body = String::from_utf8(body).unwrap();
            let body = body.replace("%3CID%5D", "%3E%3DID%5D");
            // Not from there, but from the first one.
            body.replace("\"<ID\"", "\">=ID\"").into_bytes()
        });
        self.0.send(request, limits)
    }
}

#[test]
fn a_portal_that_does_not_keep_to_a_range_is_found() {
    let portal = Portal::builder().unlimited().start().unwrap();
    portal.fill("crm.deal.list", 20_000);
    let client = Client::builder()
        .webhook(portal.webhook())
        .pace(Pace::unlimited())
        .transport(Unbounded(UreqTransport::default()))
        .build()
        .unwrap();
    let (found, error) = walked(client.scan(&DealList::new()).parallel(threads(2)));
    assert!(
        found
            .into_iter()
            .eq(1..=error.as_ref().unwrap().position().to_string()[3..]
                .parse()
                .unwrap())
    );
    let problem = error.as_ref().unwrap().problem();
    assert!(matches!(problem, ListProblem::NotAskedFor { .. }), "{problem:?}");
}

thread_local! {
    /// Only where the test itself runs.
    static DECODES: Cell<bool> = const { Cell::new(false) };
}

/// A row of a user's own, whose decoding breaks off in the threads.
struct Odd(u64);

impl<'de> Deserialize<'de> for Odd {
    fn deserialize<D: Deserializer<'de>>(row: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[allow(non_snake_case)]
        struct Row {
            ID: Arc<str>,
        }
        let id = Row::deserialize(row)?.ID.parse().unwrap();
        assert!(DECODES.get() || id < 9_000, "an error of the user's");
        Ok(Self(id))
    }
}

impl Lenient for Odd {}

#[allow(deprecated)]
#[b24_method("crm.deal.list", returns = Vec<Odd>)]
struct OddList;

#[test]
fn a_thread_that_panics_leaves_its_rows_to_the_caller() {
    DECODES.set(true);
    let (portal, client) = start();
    portal.fill("crm.deal.list", 15_000);
    let rows = client.scan(&OddList::new()).parallel(threads(2));
    assert!(rows.map(|row| row.unwrap().0).eq(1..=15_000));
}
