//! How long an export takes by the portal's clock, beside the least that the portal's limits allow: both are
//! counted, not measured, and the same in each run.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use b24::{Client, Limits, Transport, TransportError, UreqTransport};
use b24_portal::{Portal, TurnedClock};

use crate::ceiling::{by_computing_time, by_requests, export};
use crate::methods::DealList;
use crate::turned::Turned;

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

/// A way to the portal that takes time, and more the first time: a connection has to be made.
struct Far {
    transport: UreqTransport,
    clock: TurnedClock,
    connected: AtomicBool,
}

impl Transport for Far {
    fn send(
        &self,
        request: http::Request<Vec<u8>>,
        limits: &Limits,
    ) -> Result<http::Response<Vec<u8>>, TransportError> {
        let connected = self.connected.swap(true, Ordering::Relaxed);
        self.clock
            .advance(Duration::from_millis(if connected { 20 } else { 200 }));
        let answer = self.transport.send(request, limits);
        self.clock.advance(Duration::from_millis(20));
        answer
    }
}

#[test]
fn a_long_way_to_the_portal_makes_it_refuse_nothing() {
    let rows = 200_000;
    let clock = TurnedClock::new();
    let portal = Portal::builder().clock(&clock).keep_requests(1).start().unwrap();
    portal.fill("crm.deal.list", rows);
    let client = Client::builder()
        .webhook(portal.webhook())
        .transport(Far {
            transport: UreqTransport::default(),
            clock: clock.clone(),
            connected: AtomicBool::new(false),
        })
        .clock(Turned(clock.clone()))
        .build()
        .unwrap();
    let begun = clock.now();
    let count = client.scan(&DealList::new()).map(Result::unwrap).count();
    assert_eq!((count as u64, portal.refusals()), (rows, 0));
    let took = clock.now().saturating_sub(begun).as_secs_f64();
    let ceiling = by_requests(rows).unwrap();
    assert!(took < ceiling + 2.0, "{took} s: {ceiling} s are the least");
}
