//! Several threads against one, where pages are slow and nothing else binds.

use std::num::NonZeroUsize;
use std::time::{Duration, Instant};

use b24::{Client, Limits, Pace, Transport, TransportError, UreqTransport};
use b24_portal::Portal;

use crate::DealList;

const ROWS: u64 = 100_000;

/// How long a page takes.
const PAGE: Duration = Duration::from_millis(4);

/// A portal far away: each page of a batch takes its time.
#[derive(Debug)]
struct Slow(UreqTransport);

impl Transport for Slow {
    fn send(
        &self,
        request: http::Request<Vec<u8>>,
        limits: &Limits,
    ) -> Result<http::Response<Vec<u8>>, TransportError> {
        let body = String::from_utf8_lossy(request.body());
        let pages = body.matches("crm.deal.list").count().max(1);
        std::thread::sleep(PAGE * u32::try_from(pages).unwrap());
        self.0.send(request, limits)
    }
}

pub(crate) fn against_one_thread() {
    let portal = Portal::builder().unlimited().keep_requests(1).start().unwrap();
    portal.fill("crm.deal.list", ROWS);
    let client = Client::builder()
        .webhook(portal.webhook())
        .pace(Pace::unlimited())
        .transport(Slow(UreqTransport::default()))
        .build()
        .unwrap();
    let export = |threads| {
        let begun = Instant::now();
        let rows = client.scan(&DealList::new()).parallel(threads);
        assert_eq!(rows.map(Result::unwrap).count() as u64, ROWS);
        begun.elapsed().as_secs_f64()
    };
    let one = export(NonZeroUsize::MIN);
    for threads in [2, 4, 8] {
        let took = export(NonZeroUsize::new(threads).unwrap());
        println!(
            "{ROWS} rows, {PAGE:?} a page: {threads} threads take {took:.1} s, one takes {one:.1} s; ratio {:.2}",
            one / took
        );
    }
}
