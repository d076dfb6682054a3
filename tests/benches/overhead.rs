//! What the way from a declared method to its typed answer costs beyond the transport, when nothing
//! waits: against the same request and the same answer by hand, both over a transport in memory.

#![allow(clippy::unwrap_used, clippy::print_stdout)] // a program for a person to look at

mod answer;
mod measure;
mod plain;

use std::alloc::System;

use b24::{Client, Limits, Transport, TransportError};
use plain::{PlainAnswer, PlainChatAdd};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

const WEBHOOK: &str = "https://example.bitrix24.com/rest/1/sandboxcode0000/";

/// Answers at once.
struct Memory;

impl Transport for Memory {
    fn send(
        &self,
        request: http::Request<Vec<u8>>,
        _: &Limits,
    ) -> Result<http::Response<Vec<u8>>, TransportError> {
        std::hint::black_box(request);
        Ok(http::Response::new(answer::ANSWER.as_bytes().to_vec()))
    }
}

fn main() {
    println!("a call over a transport in memory; at most 10 µs more than by hand is the aim");
    let client = Client::builder()
        .webhook(WEBHOOK)
        .transport(Memory)
        .pace(b24::Pace::unlimited())
        .build()
        .unwrap();
    let (declared, plain) = plain::chats(60);
    let typed = || assert_eq!(declared.call(&client).unwrap().result, 2725);
    let hand = || by_hand(&plain);
    measure::compare("seed", "by hand", 400, 500, hand, typed);
    println!(
        "allocations a call: {} and {} by hand",
        allocations(typed),
        allocations(hand)
    );
}

/// How many times one run allocates.
fn allocations(run: impl Fn()) -> usize {
    run();
    let region = Region::new(ALLOCATOR);
    run();
    let change = region.change();
    change.allocations + change.reallocations
}

fn by_hand(chat: &PlainChatAdd) {
    let request = http::Request::post(format!("{WEBHOOK}imbot.chat.add"))
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .header("User-Agent", "by-hand/1.0")
        .body(serde_json::to_vec(chat).unwrap())
        .unwrap();
    let answer = Memory.send(request, &Limits::default()).unwrap();
    let answer: PlainAnswer = serde_json::from_slice(answer.body()).unwrap();
    assert_eq!(answer.result, 2725);
    std::hint::black_box(answer.time);
}
