//! A process that does nothing but export: its memory and its processor's time.

use std::hint::black_box;
use std::process::Command;
use std::time::Instant;

use b24::{Client, Pace};
use b24_portal::Portal;

use crate::DealList;

/// Exports all, and tells what that took.
pub(crate) fn export(webhook: &str) {
    let client = Client::builder()
        .webhook(webhook)
        .pace(Pace::unlimited())
        .build()
        .unwrap();
    let begun = Instant::now();
    let mut rows = 0_u32;
    for deal in client.scan(&DealList::new()) {
        black_box(deal.unwrap());
        rows += 1;
    }
    let took = begun.elapsed().as_secs_f64();
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let peak = peak.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    let rows = f64::from(rows);
    println!(
        "{rows} rows over loopback in {took:.1} s; peak memory {:.1} MiB (aim 40); processor {:.2} µs a row",
        peak.unwrap_or_default() / 1024.0,
        processor() / rows * 1e6
    );
}

/// How long the process has used the processor, in seconds; Linux counts in hundredths.
fn processor() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = stat
        .rsplit(')')
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .collect();
    let ticks = |place: usize| fields.get(place).and_then(|ticks| ticks.parse::<f64>().ok());
    (ticks(11).unwrap_or_default() + ticks(12).unwrap_or_default()) / 100.0
}

pub(crate) fn measure(rows: u64) {
    let portal = Portal::builder().unlimited().keep_requests(1).start().unwrap();
    portal.fill("crm.deal.list", rows);
    let own = std::env::current_exe().unwrap();
    let done = Command::new(own)
        .env("EXPORT_FROM", portal.webhook())
        .status()
        .unwrap();
    assert!(done.success());
}
