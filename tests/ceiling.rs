//! How long an export takes by the portal's clock, and the least that the portal's limits allow.

use std::time::Duration;

use b24::{Client, Scan};
use b24_portal::{Portal, TurnedClock};

use crate::turned::Turned;

/// The seconds that an export takes on a clock that waiting turns, where a page takes `cost`.
pub(crate) fn export<M: Scan>(list: &M, rows: u64, cost: Duration) -> f64 {
    let clock = TurnedClock::new();
    let portal = Portal::builder().clock(&clock).keep_requests(1).start().unwrap();
    portal.fill(M::NAME, rows);
    portal.cost(M::NAME, cost);
    let client = Client::builder()
        .webhook(portal.webhook())
        .clock(Turned(clock.clone()))
        .build()
        .unwrap();
    let begun = clock.now();
    let count = client.scan(list).map(Result::unwrap).count();
    assert_eq!(count as u64, rows);
    assert_eq!(
        portal.refusals(),
        0,
        "a client that keeps its pace is never refused"
    );
    clock.now().saturating_sub(begun).as_secs_f64()
}

/// 50 requests at once and two a second from then on, 2,500 rows in each; `None` where the 50 are enough.
pub(crate) fn by_requests(rows: u64) -> Option<f64> {
    let more = rows.div_ceil(2_500).checked_sub(50)?;
    (more > 0).then(|| number(more) / 2.0)
}

/// 480 s of computing time in any ten minutes, where a page of 50 rows takes `cost`.
pub(crate) fn by_computing_time(rows: u64, cost: Duration) -> f64 {
    let whole = number(rows.div_ceil(50)) * cost.as_secs_f64();
    let windows = (whole / 480.0).floor();
    windows * 600.0 + (whole - windows * 480.0)
}

fn number(count: u64) -> f64 {
    u32::try_from(count).unwrap().into()
}
