//! Commands that are sent together: what the portal makes of them, and what is said about each.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // in a test, a failure is a panic

#[path = "../portal/tests/dice/mod.rs"]
mod dice;
mod failures;
mod forms;
mod injection;
mod php;
mod references;
mod rest3;
mod results;
#[path = "../turned.rs"]
mod turned;

use b24::{Client, Pace, b24_method};
use b24_portal::{Answer, Portal, TurnedClock};
use serde_json::{Map, Value};
use turned::Turned;

/// Gives back its parameters.
#[b24_method("acme.echo", unlisted, effect = read)]
#[derive(Debug, Clone)]
struct Echo {
    #[b24(flatten)]
    parameters: Map<String, Value>,
}

/// A portal that echoes, and a client of it; nobody waits.
fn echoing() -> (Portal, Client) {
    let clock = TurnedClock::new();
    let portal = Portal::builder().unlimited().clock(&clock).start().unwrap();
    portal.answer("acme.echo", Answer::echo());
    let client = client(&portal, clock);
    (portal, client)
}

fn client(portal: &Portal, clock: TurnedClock) -> Client {
    let client = Client::builder()
        .webhook(portal.webhook())
        .pace(Pace::unlimited())
        .clock(Turned(clock));
    client.build().unwrap()
}
