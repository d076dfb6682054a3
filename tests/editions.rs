//! Declarations in crates of earlier editions, under the same strict lints as in ours.
//!
//! Lints such as `rust_2024_compatibility` have something to say there only.
#![allow(clippy::unwrap_used)] // also outside of the test functions

#[path = "benches/compile/project.rs"]
mod project;

const EDITIONS: [&str; 2] = ["2018", "2021"];

#[test]
fn a_crate_of_an_earlier_edition_gets_no_warning() {
    let workspace = project::workspace().canonicalize().unwrap();
    let program = std::fs::read_to_string(workspace.join("tests/ui/pass/strict_lints.rs")).unwrap();
    // With this, a warning is an error.
    assert!(program.contains("#![deny(\n    warnings,") && program.contains("rust_2024_compatibility"));

    let runtime = workspace.join("runtime");
    let members = EDITIONS.map(|edition| format!("'in-{edition}'")).join(", ");
    let manifest = format!("[workspace]\nresolver = '3'\nmembers = [{members}]\n");
    let directory = project::directory("editions");
    for edition in EDITIONS {
        let manifest = format!(
            "[package]\nname = 'in-{edition}'\nversion = '0.0.0'\nedition = '{edition}'\n\n\
             [dependencies]\nb24.path = '{}'\n",
            runtime.display()
        );
        let directory = directory.join(format!("in-{edition}"));
        let files = [("Cargo.toml", manifest), ("src/main.rs", program.clone())];
        project::write(&directory, files);
    }
    project::write(&directory, [("Cargo.toml", manifest)]);
    let mut cargo = project::cargo(&directory);
    cargo.args(["check", "--workspace", "--offline"]);
    // Not the directory of this build, which is locked while cargo runs it.
    cargo.env("CARGO_TARGET_DIR", directory.join("target"));
    project::run(&mut cargo);
}
