//! What declarations cost a user's compiler, against serde's derive and against what one would
//! assemble without b24.
//!
//! `B24_BENCH_ROUNDS` sets how many rounds are measured. The first run fetches what the others need.

// A program for a person to look at.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

mod cost;
mod project;
mod sides;

use std::fs::File;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use cost::{Cost, Summary, summary};
use sides::{SIDES, Side};

const STRUCTS: u32 = 300;

fn main() {
    let directory = project::directory("compile");
    sides::write(&directory, STRUCTS);
    for command in ["check", "build"] {
        // The dependencies, and whatever is wrong with the sides.
        project::run(cargo(&directory, command).arg("--workspace"));
        for side in &SIDES {
            measured(&directory, command, side);
        }
        let rounds = cost::rounds(5);
        let mut costs = SIDES.each_ref().map(|_| Vec::new());
        for _ in 0..rounds {
            for (side, costs) in SIDES.iter().zip(&mut costs) {
                costs.push(measured(&directory, command, side));
            }
        }
        println!("\ncargo {command}, {STRUCTS} structs of 11 fields, {rounds} rounds, seconds");
        report(
            "wall",
            &costs
                .each_ref()
                .map(|costs| summary(costs.iter().map(|cost| cost.wall))),
        );
        report(
            "cpu",
            &costs
                .each_ref()
                .map(|costs| summary(costs.iter().filter_map(|cost| cost.cpu))),
        );
    }
}

/// Incremental builds are switched off: what the compiler has kept of a file that did not change
/// makes a build measure how well it keeps things.
fn cargo(directory: &Path, command: &str) -> Command {
    let mut cargo = project::cargo(directory);
    cargo
        .env("CARGO_INCREMENTAL", "0")
        .args([command, "--target-dir", "target"]);
    cargo
}

/// What it costs to build the crate of that side, and nothing else.
fn measured(directory: &Path, command: &str, side: &Side) -> Cost {
    let source = directory.join(side.name).join("src/lib.rs");
    loop {
        let file = File::options().append(true).open(&source).unwrap();
        file.set_modified(SystemTime::now()).unwrap();
        let (cost, output) = cost::of(cargo(directory, command).args(["--offline", "--package", side.name]));
        let words = String::from_utf8(output.stderr).unwrap();
        let built = words.lines().filter(|line| {
            let line = line.trim_start();
            line.starts_with("Checking") || line.starts_with("Compiling")
        });
        // Someone may have edited b24 meanwhile.
        if built.count() == 1 {
            return cost;
        }
    }
}

fn report(of: &str, summaries: &[Option<Summary>; SIDES.len()]) {
    let [Some(floor), b24, serialize, same_json, assembled] = *summaries else {
        println!("{of}: this system does not tell");
        return;
    };
    println!(
        "{of:<4} {:<52} {:>8} {:>8} {:>12}",
        "", "median", "least", "ms a struct*"
    );
    for (side, figure) in SIDES.iter().zip(summaries) {
        if let Some(Summary { median, least }) = figure {
            let each = (median - floor.median) / f64::from(STRUCTS) * 1e3;
            println!(
                "     {:<52} {median:>8.2} {least:>8.2} {each:>12.2}",
                side.description
            );
        }
    }
    for (baseline, figure, aim) in [
        ("derive(Serialize)", serialize, "; at most 1.1 is the aim"),
        ("derive(Serialize) of the same JSON", same_json, ""),
        ("what one would assemble", assembled, "; at most 0.2 is the aim"),
    ] {
        if let (Some(b24), Some(baseline_figure)) = (b24, figure) {
            let whole = b24.median / baseline_figure.median;
            let least = b24.least / baseline_figure.least;
            let beyond = (b24.median - floor.median) / (baseline_figure.median - floor.median);
            println!("     b24 to {baseline}: {whole:.2} (of the least {least:.2}, of * {beyond:.2}){aim}");
        }
    }
    println!("     * beyond the structs with Debug and Clone alone, and what cargo needs for them");
}
