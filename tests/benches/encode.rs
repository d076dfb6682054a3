//! What the declaration costs before anything is sent: checking and writing the parameters, against
//! serde's derive that only writes them.

#![allow(clippy::unwrap_used, clippy::print_stdout)] // a program for a person to look at

mod measure;
#[allow(dead_code)] // the answer is for the other benchmark
mod plain;

use std::hint::black_box;

fn main() {
    println!("validate and encode; at most 1.2 times the baseline is the aim");
    for (name, avatar, turns, times) in [
        ("seed", 60, 2_000, 200),
        ("seed, avatar of 100 KB", 100_000, 1_000, 2),
    ] {
        let (declared, plain) = plain::chats(avatar);
        measure::compare(
            name,
            "serde_json::to_vec of a derived struct",
            turns,
            times,
            || {
                black_box(serde_json::to_vec(black_box(&plain)).unwrap());
            },
            || {
                let declared = black_box(&declared);
                declared.validate().unwrap();
                black_box(serde_json::to_vec(declared).unwrap());
            },
        );
    }
}
