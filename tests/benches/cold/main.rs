//! What the first build costs, with nothing built before: a program with one call against one that
//! does without b24, and the first command of the README.
//!
//! `B24_BENCH_ROUNDS` sets how many rounds are measured. The first run fetches what the others need.

// A program for a person to look at.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

mod copy;
#[path = "../compile/cost.rs"]
mod cost;
mod crates;
#[path = "../compile/project.rs"]
mod project;

use std::path::PathBuf;

use cost::{Cost, Summary, summary};

/// Something to build.
struct Start {
    description: &'static str,
    package: &'static str,
    directory: PathBuf,
    arguments: &'static [&'static str],
    /// How much longer than the first one it may take.
    aim: f64,
}

fn main() {
    let runtime = project::workspace().join("runtime");
    let starts = [
        Start {
            description: "a plain program: ureq, serde_json, serde",
            package: "plain",
            directory: program(
                "plain",
                "ureq = '3.5.2'\nserde_json = '1'\nserde = { version = '1', features = ['derive'] }",
                include_str!("programs/plain.rs"),
            ),
            arguments: &[],
            aim: 1.0,
        },
        Start {
            description: "a program with one call of b24",
            package: "with_b24",
            directory: program(
                "with_b24",
                &format!("b24 = {{ path = '{}' }}", runtime.display()),
                include_str!("programs/b24.rs"),
            ),
            arguments: &[],
            aim: 1.25,
        },
        Start {
            description: "the README's first command",
            package: "b24-examples",
            directory: copy::clean("cold/workspace"),
            arguments: &["--example", "imbot_chat_add"],
            aim: 3.0,
        },
    ];
    for start in &starts {
        project::run(project::cargo(&start.directory).arg("fetch"));
    }
    let rounds = cost::rounds(3);
    let mut costs = starts.each_ref().map(|_| Vec::new());
    for _ in 0..rounds {
        for (start, costs) in starts.iter().zip(&mut costs) {
            costs.push(built(start));
        }
    }
    println!("cold builds, {rounds} rounds, seconds; the ratio of the medians, and that of the least");
    let plain = figures(&costs[0]);
    for (start, costs) in starts.iter().zip(&costs) {
        let crates = crates::of(&start.directory, &["--package", start.package]).len();
        println!("{}: {crates} crates", start.description);
        for ((of, plain), (_, figure)) in plain.iter().zip(figures(costs)) {
            let (Some(plain), Some(Summary { median, least })) = (plain, figure) else {
                continue;
            };
            let (ratio, of_least) = (median / plain.median, least / plain.least);
            println!(
                "  {of:<4} {median:>7.2} (least {least:>6.2}), {ratio:.2} ({of_least:.2}); at most {} is the aim",
                start.aim
            );
        }
    }
}

fn figures(costs: &[Cost]) -> [(&'static str, Option<Summary>); 2] {
    [
        ("wall", summary(costs.iter().map(|cost| cost.wall))),
        ("cpu", summary(costs.iter().filter_map(|cost| cost.cpu))),
    ]
}

fn built(start: &Start) -> Cost {
    let target = project::directory("cold/target");
    copy::remove(&target);
    let mut command = project::cargo(&start.directory);
    command
        .args(["build", "--offline", "--target-dir"])
        .arg(&target)
        .args(start.arguments);
    let (cost, _) = cost::of(&mut command);
    copy::remove(&target);
    cost
}

/// A project with one program.
fn program(name: &str, dependencies: &str, source: &str) -> PathBuf {
    let directory = project::directory("cold").join(name);
    let manifest = format!(
        "[package]\nname = '{name}'\nversion = '0.0.0'\nedition = '2024'\n\n[workspace]\n\n[dependencies]\n{dependencies}\n"
    );
    project::write(
        &directory,
        [("Cargo.toml", manifest), ("src/main.rs", source.to_owned())],
    );
    directory
}
