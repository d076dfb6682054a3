//! Walks through lists of the sandbox portal: by pages, by ids, and while rows come and go.
#![allow(clippy::unwrap_used, clippy::panic)] // also outside of the test functions

#[path = "../ceiling.rs"]
mod ceiling;
mod changes;
mod families;
mod methods;
mod odd;
mod packs;
mod parallel;
mod refused;
mod speed;
#[path = "../turned.rs"]
mod turned;

use b24::{Client, List, ListError, Scan};
use b24_portal::{Builder, Portal, TurnedClock};

use turned::Turned;

/// A portal, and a client of it; both live by a clock that waiting turns.
fn start(builder: Builder) -> (Portal, Client) {
    let clock = TurnedClock::new();
    let portal = builder.clock(&clock).start().unwrap();
    let client = Client::builder()
        .webhook(portal.webhook())
        .clock(Turned(clock))
        .build()
        .unwrap();
    (portal, client)
}

/// A row that has an id.
trait Row {
    fn id(&self) -> u64;
}

/// The ids of all rows, up to the error, if there is one.
fn walked<R: Row>(rows: impl Iterator<Item = Result<R, ListError>>) -> (Vec<u64>, Option<ListError>) {
    let mut ids = Vec::new();
    for row in rows {
        match row {
            Ok(row) => ids.push(row.id()),
            Err(error) => return (ids, Some(error)),
        }
    }
    (ids, None)
}

fn scanned<M: Scan<Item: Row>>(client: &Client, method: &M) -> Vec<u64> {
    let (ids, error) = walked(client.scan(method));
    assert!(error.is_none(), "{error:?}");
    ids
}

fn paged<M: List<Item: Row>>(client: &Client, method: &M) -> Vec<u64> {
    let (ids, error) = walked(client.pages(method));
    assert!(error.is_none(), "{error:?}");
    ids
}
