//! The crates that are built for a program.

use std::path::Path;

use super::project;

/// A crate in a tree of dependencies.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Crate {
    pub(crate) name: String,
    pub(crate) version: String,
    pub(crate) features: Vec<String>,
}

/// What is built for this machine, without what only tests need; `arguments` say for which package.
///
/// Asks no registry: versions are those of the project's lock file.
pub(crate) fn of(directory: &Path, arguments: &[&str]) -> Vec<Crate> {
    let mut command = project::cargo(directory);
    command.args(["tree", "--offline", "--edges", "normal,build", "--prefix", "none"]);
    command
        .args(["--no-dedupe", "--format", "{p}|{f}"])
        .args(arguments);
    let output = String::from_utf8(project::run(&mut command).stdout).unwrap();
    let mut crates: Vec<Crate> = output.lines().map(line).collect();
    crates.sort();
    crates.dedup();
    crates
}

/// `syn v3.0.10|derive,parsing`, perhaps with more behind the version.
fn line(line: &str) -> Crate {
    let (package, features) = line.split_once('|').unwrap();
    let mut words = package.split(' ').map(str::to_owned);
    Crate {
        name: words.next().unwrap(),
        version: words.next().unwrap(),
        features: features.split(',').map(str::to_owned).collect(),
    }
}
