//! Sixty-four threads on one client, through expiring tokens, limits and storms of refusals: nobody
//! starves, nothing hangs, nothing is sent twice.
#![allow(clippy::unwrap_used, clippy::panic)] // also outside of the test functions

mod crowd;
mod hands;
mod limits;
mod tokens;
