//! How long an export takes by the portal's clock, beside the least that the portal's limits allow: both are
//! counted, not measured, and the same in each run.

use std::time::Duration;

use crate::ceiling::{by_computing_time, by_requests, export};
use crate::methods::DealList;

#[test]
fn an_export_takes_the_requests_that_the_portal_allows() {
    let rows = 300_550;
    let took = export(&DealList::new(), rows, Duration::ZERO);
    let ratio = took / by_requests(rows).unwrap();
    assert!((1.0..=1.03).contains(&ratio), "{took} s: {ratio}");
}

#[test]
fn an_export_takes_the_computing_time_that_the_portal_allows() {
    for (rows, cost) in [(200_000, 150), (100_000, 500)] {
        let cost = Duration::from_millis(cost);
        let took = export(&DealList::new(), rows, cost);
        let ratio = took / by_computing_time(rows, cost);
        assert!((1.0..=1.05).contains(&ratio), "{cost:?}: {took} s: {ratio}");
    }
}
