//! What a crate with all documented methods costs its compiler, as `b24 declare` prints them: time, and
//! the most memory; beside the same structs with `Debug` and `Clone` alone.
//!
//! `B24_BENCH_ROUNDS` sets how many rounds are measured. The first run fetches what the others need.

// A program for a person to look at.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

#[path = "../compile/cost.rs"]
mod cost;
mod memory;
#[path = "../compile/project.rs"]
mod project;

use std::fmt::Write as _;
use std::fs::File;
use std::path::Path;
use std::time::SystemTime;

use b24_catalog::Method;
use b24_cli::declare::{Declaration, Options};
use b24_cli::render;
use cost::Summary;

/// A crate with the declarations.
struct Side {
    package: &'static str,
    description: &'static str,
}

const SIDES: [Side; 2] = [
    Side {
        package: "plain",
        description: "Debug and Clone alone",
    },
    Side {
        package: "declared",
        description: "b24, with new, setters, validate and codes",
    },
];

fn main() {
    let directory = project::directory("declared");
    write(&directory);
    for command in ["check", "build"] {
        let rounds = cost::rounds(3);
        println!("\ncargo {command}, {rounds} rounds");
        let mut plain = None;
        for Side { package, description } in &SIDES {
            // The dependencies.
            built(&directory, command, package);
            let costs: Vec<_> = (0..rounds).map(|_| built(&directory, command, package)).collect();
            let Summary { median, least } =
                cost::summary(costs.iter().map(|(cost, _)| cost.cpu.unwrap_or(cost.wall))).unwrap();
            let memory = costs.iter().filter_map(|(_, memory)| *memory).max();
            let ratio = median / *plain.get_or_insert(median);
            let memory = memory.map_or_else(String::new, |memory| format!(", {memory} MiB at most"));
            println!("  {description:<44} {median:>6.2} s (least {least:>6.2}), {ratio:.2}{memory}");
        }
    }
}

/// A workspace with both crates, of which each method is a module.
fn write(directory: &Path) {
    let methods: Vec<Method> = b24_catalog::names().filter_map(|entry| entry.read()).collect();
    let printed = methods
        .iter()
        .map(|method| render::file(&[Declaration::of(method, &Options::default())]));
    let (mut declared, mut structs) = (String::from("#![allow(deprecated)]\n"), 0);
    for (number, text) in printed.enumerate() {
        structs += text.matches("pub struct ").count();
        // Into a text: cannot fail.
        let _ = writeln!(declared, "pub mod method{number} {{\n{text}\n}}");
    }
    println!("{} methods, {structs} structs", methods.len());
    let runtime = project::workspace().join("runtime");
    let runtime = runtime.canonicalize().unwrap().display().to_string();
    let manifest = |name: &str| {
        format!(
            "[package]\nname = '{name}'\nversion = '0.0.0'\nedition = '2024'\n\n[dependencies]\n\
             b24 = {{ path = '{runtime}' }}\nserde_json = '1'\n"
        )
    };
    let files = [
        (
            "Cargo.toml",
            "[workspace]\nresolver = '3'\nmembers = ['plain', 'declared']\n".to_owned(),
        ),
        ("plain/Cargo.toml", manifest("plain")),
        ("plain/src/lib.rs", plain(&declared)),
        ("declared/Cargo.toml", manifest("declared")),
        ("declared/src/lib.rs", declared),
    ];
    project::write(directory, files);
    project::run(project::cargo(directory).arg("fetch"));
}

/// The declarations without the attributes of b24.
fn plain(declared: &str) -> String {
    let mut text = String::from("#![allow(unused_imports)]\n");
    let mut inside = false;
    for line in declared.lines() {
        inside |= line.trim_start().starts_with("#[b24");
        if !inside {
            text.push_str(line);
            text.push('\n');
        }
        inside &= !line.trim_end().ends_with(']');
    }
    text
}

/// What it costs to build the crate, and the most MiB that one compiler had.
fn built(directory: &Path, command: &str, package: &str) -> (cost::Cost, Option<u64>) {
    let source = directory.join(package).join("src/lib.rs");
    let file = File::options().append(true).open(source).unwrap();
    file.set_modified(SystemTime::now()).unwrap();
    let mut cargo = project::cargo(directory);
    cargo.env("CARGO_INCREMENTAL", "0").args([
        command,
        "--offline",
        "--quiet",
        "--target-dir",
        "target",
        "--package",
        package,
    ]);
    let ((cost, _), memory) = memory::watched(package, || cost::of(&mut cargo));
    (cost, memory)
}
