//! The targets of the fuzzer, run on the compiler that everything else needs: over the seeds, over what a
//! fuzzer has found, and over changes of these that chance makes.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr)] // in a test, a failure is a panic

#[allow(dead_code)] // other tests throw them otherwise
#[path = "../mutations/dice.rs"]
mod dice;
mod mutated;
mod targets;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use dice::Dice;
use targets::Target;

/// How many changed inputs each target gets, unless `B24_FUZZ_ROUNDS` says otherwise.
const ROUNDS: usize = 1_000;

/// The bytes that are allocated are counted for the whole process.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// The files of a target, in an order that is the same everywhere.
fn seeds(name: &str) -> Vec<Vec<u8>> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz/seeds")
        .join(name);
    let files = fs::read_dir(directory).unwrap();
    let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| fs::read(file).unwrap()).collect()
}

fn setting(name: &str) -> Option<u64> {
    Some(std::env::var(name).ok()?.parse().unwrap())
}

/// Runs the target; a panic tells what it was given.
fn run(target: Target, data: &[u8], origin: &str) {
    if let Err(panic) = catch_unwind(AssertUnwindSafe(|| target(data))) {
        eprintln!("{origin}: {}", data.escape_ascii());
        resume_unwind(panic);
    }
}

fn fuzz(name: &str) {
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let (_, target) = *targets::ALL.iter().find(|(known, _)| *known == name).unwrap();
    let seeds = seeds(name);
    for seed in &seeds {
        run(target, seed, "a seed");
    }
    let seed = setting("B24_FUZZ_SEED").unwrap_or(2_725);
    let rounds = setting("B24_FUZZ_ROUNDS").map_or(ROUNDS, |rounds| rounds.try_into().unwrap());
    let mut dice = Dice(seed);
    for round in 0..rounds {
        let data = mutated::input(&mut dice, &seeds);
        run(target, &data, &format!("round {round} of B24_FUZZ_SEED={seed}"));
    }
}

macro_rules! tests {
    ($($target:ident),+) => {
        $(#[test]
        fn $target() {
            fuzz(stringify!($target));
        })+

        #[test]
        fn every_target_is_run() {
            assert_eq!(targets::ALL.map(|(name, _)| name), [$(stringify!($target)),+]);
        }
    };
}

tests!(
    address, answer, batch, form, list, location, recorder, replay, tokens
);
