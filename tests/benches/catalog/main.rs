//! What the size of the catalog costs: to compile the catalog itself, and declarations that are held
//! against it; with a tenth of the methods, with all, and with ten times as many.
//!
//! `B24_BENCH_ROUNDS` sets how many rounds are measured. The first run fetches what the others need.

// A program for a person to look at.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

#[path = "../cold/copy.rs"]
mod copy;
#[path = "../compile/cost.rs"]
mod cost;
#[path = "../compile/project.rs"]
mod project;

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use b24_catalog::Method;
use cost::{Cost, Summary, summary};

/// The method that is declared.
const NAME: &str = "timeman.timecontrol.settings.set";
const STRUCTS: u32 = 300;

/// A catalog, and a program whose declarations are held against it.
struct Size {
    description: &'static str,
    directory: PathBuf,
}

fn main() {
    let all: Vec<Method> = b24_catalog::names().filter_map(|entry| entry.read()).collect();
    let tenth = all.iter().enumerate();
    let tenth = tenth.filter(|(place, method)| place % 10 == 0 || method.name == NAME);
    let ten_times = (0..10).flat_map(|copy| {
        all.iter().map(move |method| {
            let mut method = method.clone();
            if copy > 0 {
                method.name = format!("copy{copy}.{}", method.name);
            }
            method
        })
    });
    let sizes = [
        size("all methods", "whole", &all),
        size(
            "a tenth",
            "tenth",
            &tenth.map(|(_, method)| method.clone()).collect::<Vec<_>>(),
        ),
        size("ten times as many", "ten_times", &ten_times.collect::<Vec<_>>()),
    ];
    for (what, package, source, aim) in [
        (
            "the catalog",
            "b24-catalog",
            "macros/catalog/src/lib.rs",
            "at most 1.5 seconds is the aim for all methods",
        ),
        (
            "300 declarations",
            "many",
            "many/src/lib.rs",
            "no difference is the aim",
        ),
    ] {
        compare(&sizes, what, package, source, aim);
    }
}

/// The workspace with another catalog, and the program beside it.
fn size(description: &'static str, name: &str, methods: &[Method]) -> Size {
    let directory = copy::clean(&format!("catalog/{name}"));
    for (path, text) in b24_cli::files::files(methods) {
        fs::write(directory.join("macros/catalog").join(path), text).unwrap();
    }
    let attribute = format!("#[b24::b24_method({NAME:?}, returns = bool)]\n");
    let declaration = |number: u32| {
        let settings = include_str!("../compile/sides/settings.rs");
        attribute.clone() + &settings.replace("Method0", &format!("Method{number}"))
    };
    let manifest = "[package]\nname = 'many'\nversion = '0.0.0'\nedition = '2024'\n\n[workspace]\n\n\
        [dependencies]\nb24 = { path = '../runtime' }\n";
    project::write(
        &directory.join("many"),
        [
            ("Cargo.toml", manifest.to_owned()),
            ("src/lib.rs", (0..STRUCTS).map(declaration).collect()),
        ],
    );
    project::run(project::cargo(&directory.join("many")).arg("fetch"));
    Size {
        description,
        directory,
    }
}

fn compare(sizes: &[Size], what: &str, package: &str, source: &str, aim: &str) {
    for size in sizes {
        built(size, package, source);
    }
    let rounds = cost::rounds(5);
    let mut costs: Vec<Vec<Cost>> = sizes.iter().map(|_| Vec::new()).collect();
    for _ in 0..rounds {
        for (size, costs) in sizes.iter().zip(&mut costs) {
            costs.push(built(size, package, source));
        }
    }
    println!("\n{what}, cargo build, {rounds} rounds, seconds; {aim}");
    let medians: Vec<Summary> = costs
        .iter()
        .filter_map(|costs| summary(costs.iter().map(|cost| cost.cpu.unwrap_or(cost.wall))))
        .collect();
    for (size, Summary { median, least }) in sizes.iter().zip(&medians) {
        println!(
            "  {:<20} {median:>6.2} (least {least:>6.2}), {:.2} of all methods",
            size.description,
            median / medians[0].median
        );
    }
}

/// What it costs to build that crate, with all below it built before.
fn built(size: &Size, package: &str, source: &str) -> Cost {
    let source = size.directory.join(source);
    touch(&source);
    // The program is a workspace of its own.
    let program = size.directory.join(package);
    let workspace = if program.exists() {
        &program
    } else {
        &size.directory
    };
    let mut cargo = project::cargo(workspace);
    cargo.env("CARGO_INCREMENTAL", "0").args([
        "build",
        "--offline",
        "--target-dir",
        "target",
        "--package",
        package,
    ]);
    let (cost, _) = cost::of(&mut cargo);
    cost
}

fn touch(source: &Path) {
    let file = File::options().append(true).open(source).unwrap();
    file.set_modified(SystemTime::now()).unwrap();
}
