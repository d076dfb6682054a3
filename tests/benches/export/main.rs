//! What the export of a long list costs: the portal's time against its own ceilings, decoding against
//! serde alone, memory, and the processor's time.
//!
//! `ROWS=100000` makes it shorter; what is measured on the real clock takes ten seconds all the same.

#![allow(clippy::unwrap_used, clippy::print_stdout)] // a program for a person to look at

#[path = "../../ceiling.rs"]
mod ceiling;
mod decoding;
mod parallel;
mod portal_time;
mod process;
mod real_time;
#[path = "../../turned.rs"]
mod turned;

use b24::{b24_method, b24_object};

/// A deal, as far as one would export it.
#[allow(dead_code)] // decoded, and not looked at
#[b24_object(result)]
#[derive(Debug)]
pub(crate) struct Deal {
    #[b24(rename = "ID")]
    id: u64,
    title: String,
    stage_id: String,
    opportunity: f64,
    currency_id: String,
    assigned_by_id: u64,
    contact_id: Option<u64>,
    date_create: String,
}

#[allow(deprecated)] // Bitrix24 deprecates this method: `crm.item.list` follows it
#[b24_method("crm.deal.list", returns = Vec<Deal>)]
pub(crate) struct DealList;

fn main() {
    // As a process of its own it exports from there, and tells what that took.
    if let Ok(webhook) = std::env::var("EXPORT_FROM") {
        return process::export(&webhook);
    }
    let rows = std::env::var("ROWS").map_or(1_000_000, |rows| rows.parse().unwrap());
    portal_time::against_requests(rows);
    portal_time::against_computing_time(rows);
    real_time::against_requests();
    decoding::against_serde();
    parallel::against_one_thread();
    process::measure(rows);
}
