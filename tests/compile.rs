//! What the compiler says: programs in `ui/` that must fail, with the exact words, and that must pass.
//!
//! The words of the compiler's own errors change from version to version, so those that must fail are
//! compared on [`PINNED`] alone; elsewhere the test says on its standard error what it left out.
//! After a deliberate change `TRYBUILD=overwrite cargo test -p b24-tests --test compile` writes the
//! `.stderr` files anew: read each of them as a newcomer would.
#![allow(clippy::unwrap_used)] // also outside of the test functions

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::Path;

/// The compiler whose words are in the `.stderr` files.
const PINNED: &str = "stable 1.95";

#[test]
fn ui() {
    let cases = trybuild::TestCases::new();
    cases.pass("ui/pass/*.rs");
    if rustversion::cfg!(stable(1.95)) {
        cases.compile_fail("ui/fail/*.rs");
    } else {
        let count = stems("rs").len();
        let note = format!("SKIPPED: {count} programs in ui/fail are compared on {PINNED} only\n");
        // Not `eprintln!`, which is not shown where a test passes.
        std::io::stderr().write_all(note.as_bytes()).unwrap();
    }
}

/// A program without recorded words would be compared with nothing.
#[test]
fn every_failing_program_has_its_words() {
    assert_eq!(stems("rs"), stems("stderr"));
}

/// The names in `ui/fail` with this extension.
fn stems(extension: &str) -> BTreeSet<String> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/fail");
    let files = std::fs::read_dir(directory)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    files
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .collect()
}
