//! The features of b24, which are off in the build of everything else.
//!
//! Were they on here, they would be on for the examples too, which are to build with little.

use std::process::Command;

#[test]
fn dates() {
    assert_pass(&["--features", "b24-tests/dates", "--test", "dates"]);
}

#[test]
fn tracing() {
    assert_pass(&["--package", "b24", "--features", "tracing", "--lib", "tracing"]);
    // No secret is in its events, whatever goes wrong.
    assert_pass(&[
        "--features",
        "b24-tests/tracing",
        "--test",
        "fault_table",
        "no_secret_is_shown",
    ]);
}

#[allow(clippy::unwrap_used)] // in a test, a failure is a panic
fn assert_pass(tests: &[&str]) {
    // It shares the directory of this build, which is free while the tests run.
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let output = cargo.arg("test").args(tests).output().unwrap();
    let words = [output.stderr, output.stdout].concat();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&words));
}
