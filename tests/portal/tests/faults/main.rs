//! Faults on demand: whom they strike, what they do to the answer, and whether the method runs.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "in a test, what fails should stop it"
)]

mod answers;
mod door;
mod raw;
mod rules;
mod socket;
#[path = "../wire/mod.rs"]
mod wire;
