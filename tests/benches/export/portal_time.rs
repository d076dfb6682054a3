//! The portal's time, on a clock that waiting turns, against the least that its limits allow.

use std::time::Duration;

use b24::Client;
use b24_portal::{Portal, TurnedClock};

use crate::DealList;
use crate::turned::Turned;

/// How long an export takes on the portal's clock where a page takes `cost`.
fn export(rows: u64, cost: Duration) -> Duration {
    let clock = TurnedClock::new();
    let portal = Portal::builder().clock(&clock).keep_requests(1).start().unwrap();
    portal.fill("crm.deal.list", rows);
    portal.cost("crm.deal.list", cost);
    let client = Client::builder()
        .webhook(portal.webhook())
        .clock(Turned(clock.clone()))
        .build()
        .unwrap();
    let begun = clock.now();
    let count = client.scan(&DealList::new()).map(Result::unwrap).count();
    assert_eq!(count as u64, rows);
    assert_eq!(
        portal.refusals(),
        0,
        "a client that keeps its pace is never refused"
    );
    clock.now().saturating_sub(begun)
}

/// 50 requests at once and two a second from then on, 2,500 rows in each.
pub(crate) fn by_requests(rows: u64) {
    let took = export(rows, Duration::ZERO).as_secs_f64();
    let requests = f64::from(u32::try_from(rows.div_ceil(2_500)).unwrap());
    let ceiling = (requests - 50.0) / 2.0;
    println!(
        "{rows} rows, no computing time: {took:.1} s; the ceiling is {ceiling:.1} s; ratio {:.3} (aim 1.03)",
        took / ceiling
    );
}

/// 480 s of computing time in any ten minutes.
pub(crate) fn by_computing_time(rows: u64) {
    for cost in [0.15, 0.5] {
        let took = export(rows, Duration::from_secs_f64(cost)).as_secs_f64();
        let whole = f64::from(u32::try_from(rows.div_ceil(50)).unwrap()) * cost;
        let windows = (whole / 480.0).floor();
        let ceiling = windows * 600.0 + (whole - windows * 480.0);
        println!(
            "{rows} rows, {cost} s a page: {took:.0} s; the ceiling is {ceiling:.0} s; ratio {:.3} (aim 1.05)",
            took / ceiling
        );
    }
}
