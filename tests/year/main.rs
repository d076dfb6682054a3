//! A year in the life of a client, on a clock that waiting turns: bursts, heavy methods, quiet nights,
//! outages, a portal that gets another name, another program at the same address, and every fault that
//! the sandbox portal knows.
//!
//! Chance has a seed, which is printed. `B24_YEAR_SEED=7 cargo test -p b24-tests --test year` tries
//! another year.
#![allow(clippy::unwrap_used)] // also outside of the test functions

mod books;
#[path = "../portal/tests/dice/mod.rs"]
mod dice;
mod lost;
mod program;
mod refusals;
mod renewals;
#[path = "../turned.rs"]
mod turned;
mod weather;
mod work;

use std::alloc::System;

use program::Program;
use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

const DAYS: usize = 364;

fn seed() -> u64 {
    match std::env::var("B24_YEAR_SEED") {
        Ok(seed) => seed.parse().unwrap(),
        Err(_) => 20_260_101,
    }
}

#[test]
fn a_year_goes_by() {
    let seed = seed();
    println!("B24_YEAR_SEED={seed}");
    let mut program = Program::new(seed);
    let spring = quarter(&mut program);
    program.rename();
    let held = [
        spring,
        quarter(&mut program),
        quarter(&mut program),
        quarter(&mut program),
    ];

    let Program {
        books,
        portal,
        refusals,
        ..
    } = &program;
    println!("{} calls\n{books}", books.calls());
    println!("{} faults, {} refusals", portal.faults(), refusals.own);

    let (demanded, told) = program.renewals.counts();
    let lost = program.lost_renewals;
    println!("{demanded} renewals, and {lost} whose answer was lost");
    assert_eq!(told, demanded);
    assert_eq!(portal.renewals(), demanded + lost);

    println!("at least {held:?} bytes in use");
    // The portal remembers all the tokens that it has given.
    let remembered = 256 << 10;
    assert!(held[3] < held[1] + remembered, "it grows");
}

/// How much memory was in use at least: connections come and go.
fn quarter(program: &mut Program) -> usize {
    let held = (0..DAYS / 4).map(|_| {
        program.day();
        let stats = ALLOCATOR.stats();
        stats.bytes_allocated - stats.bytes_deallocated
    });
    held.min().unwrap_or_default()
}
