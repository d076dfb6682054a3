//! Everything that can go wrong with a call, as tables of what comes of it: of a call that reads, of one
//! that writes, and of a write of REST 3; when it goes wrong once, and when it goes wrong each time.
//!
//! `answers`, `renewals` and `redirects` are the tables. Each cell is tried with a client and a portal
//! of its own, on a clock that waiting turns; the tests say what holds for all of them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // in a test, a failure is a panic

mod answers;
mod calls;
#[cfg(feature = "tracing")]
mod collector;
mod costly_renewals;
#[path = "../faults/disguise.rs"]
mod disguise;
mod laws;
mod redirects;
mod renewals;
mod row;
mod sandbox;
mod sequences;
mod shown;
mod trials;
#[path = "../turned.rs"]
mod turned;
mod unsent;
