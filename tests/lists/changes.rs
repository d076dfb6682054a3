//! Rows come and go while a list is walked by ids, and the way to the portal fails now and then: each row
//! that was there all the time comes once, or an error says where to go on.

use std::num::NonZeroUsize;

use b24::Position;
use b24_portal::{Fault, Ids, Portal};

use crate::methods::DealList;
use crate::{Row, start};

/// Numbers that look like chance, and are the same each time (splitmix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % end
    }
}

const FAULTS: [Fault; 9] = [
    Fault::QueryLimit,
    Fault::InternalError,
    Fault::BadGateway,
    Fault::HtmlPage,
    Fault::EmptyBody,
    Fault::ResetBefore,
    Fault::ResetAfter,
    Fault::Truncated,
    Fault::PhpWarning,
];

/// How often a walk ended with an error and another one went on.
fn walk(seed: u64) -> usize {
    let mut chance = Chance(seed);
    let (portal, client) = start(Portal::builder());
    let count = chance.below(6_000);
    let deals = portal.fill("crm.deal.list", Ids::every(1 + chance.below(3), count));
    let mut changes = Chance(seed ^ 0x5eed);
    deals.every(1 + chance.below(9), move |now| {
        let last = now.ids().iter().next_back().unwrap_or_default();
        let from = changes.below(last + 1);
        now.delete(from..=from + changes.below(120));
        if changes.below(3) == 0 {
            now.insert(changes.below(40));
        }
    });
    for _ in 0..chance.below(6) {
        let fault = FAULTS[usize::try_from(chance.below(9)).unwrap()];
        let method = ["batch", "crm.deal.list"][usize::try_from(chance.below(2)).unwrap()];
        let nth = usize::try_from(1 + chance.below(6)).unwrap();
        portal.inject(fault.on(method).nth(nth));
    }
    // So many in a row that the client gives up.
    if chance.below(2) == 0 {
        portal.inject(Fault::BadGateway.first(usize::try_from(chance.below(30)).unwrap()));
    }
    let descending = chance.below(4) == 0;
    let threads = NonZeroUsize::new(1 + usize::try_from(seed % 3).unwrap()).unwrap();
    let mut found: Vec<u64> = Vec::new();
    let mut position = Position::default();
    let mut resumed = 0;
    loop {
        let scan = client.scan(&DealList::new()).parallel(threads);
        let mut scan = if descending { scan.descending() } else { scan }.from(position);
        let mut failed = false;
        for row in scan.by_ref() {
            match row {
                Ok(row) => found.push(row.id()),
                Err(error) => {
                    assert_eq!(
                        error.position().to_string(),
                        match found.last() {
                            None => "start".to_owned(),
                            Some(id) if descending => format!("id<{id}"),
                            Some(id) => format!("id>{id}"),
                        }
                    );
                    position = error.position();
                    failed = true;
                }
            }
        }
        if !failed {
            break;
        }
        resumed += 1;
        assert!(resumed < 50, "seed {seed}: it never ends");
    }
    if descending {
        found.reverse();
    }
    assert!(
        found.is_sorted_by(|one, next| one < next),
        "seed {seed}: out of order, or twice"
    );
    let missed: Vec<u64> = deals
        .lasting()
        .iter()
        .filter(|id| found.binary_search(id).is_err())
        .collect();
    assert!(
        missed.is_empty(),
        "seed {seed}: {missed:?} of {count} are missing"
    );
    resumed
}

#[test]
fn every_row_that_lasts_comes_once_or_an_error_says_where_to_go_on() {
    let resumed: usize = (0..90).map(walk).sum();
    assert!(resumed > 5, "errors should be seen too: {resumed}");
}
