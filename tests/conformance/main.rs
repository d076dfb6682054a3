//! What a user relies on: the requests that leave, what the answers become, what is refused before.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // in a test, a failure is a panic

mod canned;
mod client;
mod decoding;
mod derives;
mod documented;
mod documented_calls;
mod enums;
mod envelope;
mod environment;
mod filter;
mod filter_random;
mod filter_refusals;
mod kinds;
mod lenient;
mod moved;
mod objects;
mod patch;
mod recordings;
mod refusals;
mod relations;
mod rest3;
mod results;
mod seed_answer;
mod seed_request;
mod system_errors;
mod tagged;
mod values;
