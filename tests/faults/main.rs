//! What can go wrong: each fault has its own error, that says truly whether the call was executed,
//! and that shows no secret.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // in a test, a failure is a panic

mod addresses;
#[path = "../conformance/canned.rs"]
mod canned;
mod connections;
mod content;
#[allow(dead_code)] // other tests throw them otherwise
#[path = "../mutations/dice.rs"]
mod dice;
mod disguise;
mod echoes;
mod hidden;
mod limits;
#[allow(dead_code)] // `input` is for the fuzzer's targets
#[path = "../fuzz/mutated.rs"]
mod mutated;
mod proxies;
mod random;
mod redirects;
mod roots;
mod server;
mod tls;
mod wire;

use b24::retry::Retry;
use b24::{Advice, Client, ClientBuilder, Error, Outcome, Pace, TransportErrorKind};

/// A client that sends each call once, whatever comes of it.
fn once() -> ClientBuilder {
    Client::builder().retry(Retry::never()).pace(Pace::unlimited())
}

/// The error of a call through `client`; it shows no secret.
#[track_caller]
fn failure(client: &Client) -> Error {
    hidden::checked(client.call_raw("app.info", &()).unwrap_err())
}

/// That the way to the portal failed so, and what is said about it.
#[track_caller]
fn assert_transport(error: &Error, kind: TransportErrorKind, outcome: Outcome, advice: Advice) {
    match error {
        Error::Transport(error) => assert_eq!(error.kind(), kind, "{error}"),
        other => panic!("{other:?}"),
    }
    assert_eq!((error.outcome(), error.advice()), (outcome, advice), "{error}");
}
