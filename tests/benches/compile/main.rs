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
use sides::{COMPARISONS, Comparison, Side};

const STRUCTS: u32 = 300;

fn main() {
    let directory = project::directory("compile");
    sides::write(&directory, STRUCTS);
    // One comparison alone is run by a part of what it is called: `-- results`.
    let wanted = std::env::args()
        .skip(1)
        .find(|argument| !argument.starts_with('-'));
    let is_wanted = |comparison: &&Comparison| {
        wanted
            .as_ref()
            .is_none_or(|wanted| comparison.what.contains(wanted.as_str()))
    };
    for command in ["check", "build"] {
        // The dependencies, and whatever is wrong with the sides.
        project::run(cargo(&directory, command).arg("--workspace"));
        for comparison in COMPARISONS.iter().filter(is_wanted) {
            compare(&directory, command, comparison);
        }
    }
}

fn compare(directory: &Path, command: &str, comparison: &Comparison) {
    let Comparison { what, sides } = comparison;
    for side in *sides {
        measured(directory, command, side);
    }
    let rounds = cost::rounds(5);
    let mut costs: Vec<Vec<Cost>> = sides.iter().map(|_| Vec::new()).collect();
    for _ in 0..rounds {
        for (side, costs) in sides.iter().zip(&mut costs) {
            costs.push(measured(directory, command, side));
        }
    }
    println!("\ncargo {command}, {STRUCTS} {what}, {rounds} rounds, seconds");
    let wall = costs
        .iter()
        .map(|costs| summary(costs.iter().map(|cost| cost.wall)));
    report("wall", sides, &wall.collect::<Vec<_>>());
    let cpu = costs
        .iter()
        .map(|costs| summary(costs.iter().filter_map(|cost| cost.cpu)));
    report("cpu", sides, &cpu.collect::<Vec<_>>());
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

fn report(of: &str, sides: &[Side], summaries: &[Option<Summary>]) {
    let [Some(floor), Some(b24), baselines @ ..] = summaries else {
        println!("{of}: this system does not tell");
        return;
    };
    println!(
        "{of:<4} {:<52} {:>8} {:>8} {:>8}",
        "", "median", "least", "ms each*"
    );
    for (side, figure) in sides.iter().zip(summaries) {
        if let Some(Summary { median, least }) = figure {
            let each = (median - floor.median) / f64::from(STRUCTS) * 1e3;
            println!(
                "     {:<52} {median:>8.2} {least:>8.2} {each:>8.2}",
                side.description
            );
        }
    }
    for (side, figure) in sides.iter().skip(2).zip(baselines) {
        if let Some(baseline) = figure {
            let whole = b24.median / baseline.median;
            let least = b24.least / baseline.least;
            let beyond = (b24.median - floor.median) / (baseline.median - floor.median);
            let aim = side
                .aim
                .map_or_else(String::new, |aim| format!("; at most {aim} is the aim"));
            let baseline = side.description;
            println!("     b24 to {baseline}: {whole:.2} (of the least {least:.2}, of * {beyond:.2}){aim}");
        }
    }
    println!("     * beyond the structs with Debug and Clone alone, and what cargo needs for them");
}
