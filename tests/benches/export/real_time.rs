//! The real clock: what waiting, sending and decoding take together, against what waiting alone would.

use std::time::Instant;

use b24::Client;
use b24_portal::Portal;

use crate::DealList;
use crate::ceiling::by_requests;

/// Some ten seconds.
const ROWS: u64 = 170_550;

pub(crate) fn against_requests() {
    let portal = Portal::builder().keep_requests(1).start().unwrap();
    portal.fill("crm.deal.list", ROWS);
    let client = Client::builder().webhook(portal.webhook()).build().unwrap();
    let begun = Instant::now();
    let count = client.scan(&DealList::new()).map(Result::unwrap).count();
    let took = begun.elapsed().as_secs_f64();
    assert_eq!(count as u64, ROWS);
    let ceiling = by_requests(ROWS).unwrap();
    println!(
        "{ROWS} rows on the real clock: {took:.2} s; the ceiling is {ceiling:.2} s; ratio {:.3}; {} requests refused",
        took / ceiling,
        portal.refusals()
    );
}
