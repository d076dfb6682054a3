//! The portal's time, on a clock that waiting turns, against the least that its limits allow.

use std::time::Duration;

use crate::DealList;
use crate::ceiling::{by_computing_time, by_requests, export};

pub(crate) fn against_requests(rows: u64) {
    let Some(ceiling) = by_requests(rows) else {
        return println!("{rows} rows, no computing time: the fifty requests at once cover them all");
    };
    let took = export(&DealList::new(), rows, Duration::ZERO);
    println!(
        "{rows} rows, no computing time: {took:.1} s; the ceiling is {ceiling:.1} s; ratio {:.3} (aim 1.03)",
        took / ceiling
    );
}

pub(crate) fn against_computing_time(rows: u64) {
    for cost in [0.15, 0.5] {
        let page = Duration::from_secs_f64(cost);
        let took = export(&DealList::new(), rows, page);
        let ceiling = by_computing_time(rows, page);
        println!(
            "{rows} rows, {cost} s a page: {took:.0} s; the ceiling is {ceiling:.0} s; ratio {:.3} (aim 1.05)",
            took / ceiling
        );
    }
}
