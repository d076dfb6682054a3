//! What b24 brings into a user's tree of dependencies, by the versions that the workspace is locked to.
#![allow(clippy::unwrap_used)] // also outside of the test functions

#[path = "benches/cold/crates.rs"]
mod crates;
#[path = "benches/compile/project.rs"]
mod project;

use std::collections::BTreeSet;

use crates::Crate;

/// Raise it with a reason only: each crate is one more to trust and to compile.
const MOST_CRATES: usize = 5;

/// The tree of someone who uses b24.
fn user() -> Vec<Crate> {
    crates::of(&project::workspace(), &["--locked", "--package", "b24"])
}

/// The tree of someone who does without. A project of its own, since in the workspace what other
/// members ask of the same crates would be in it; resolved from the same lock file.
fn plain() -> Vec<Crate> {
    let directory = project::directory("plain-tree");
    let manifest = "[package]\nname = 'plain'\nversion = '0.0.0'\nedition = '2024'\n\n[workspace]\n\n\
        [dependencies]\nureq = '3.5.2'\nserde_json = '1'\nserde = { version = '1', features = ['derive'] }\n";
    let files = [("Cargo.toml", manifest.to_owned()), ("src/lib.rs", String::new())];
    project::write(&directory, files);
    crates::of(&directory, &[])
}

#[test]
fn a_user_gets_few_crates_beyond_those_of_a_plain_program() {
    let names = |tree: Vec<Crate>| -> BTreeSet<String> {
        let crates = tree.into_iter();
        crates.map(|of| format!("{} {}", of.name, of.version)).collect()
    };
    let (user, plain) = (names(user()), names(plain()));
    let brought: Vec<&str> = user.difference(&plain).map(String::as_str).collect();
    assert!(
        brought.iter().any(|of| of.starts_with("b24 ")),
        "the trees are not those of users"
    );
    assert!(
        brought.len() <= MOST_CRATES,
        "b24 brings {} crates, and {MOST_CRATES} at most: {}",
        brought.len(),
        brought.join(", ")
    );
}

#[test]
fn features_that_cost_the_whole_tree_stay_off() {
    let tree = user();
    for (name, unwanted) in [
        // A derive sees no statements, and syn takes far longer to compile with them.
        ("syn", "full"),
        // Both change what the user's own code gets from serde_json.
        ("serde_json", "preserve_order"),
        ("serde_json", "arbitrary_precision"),
    ] {
        let found: Vec<&Crate> = tree.iter().filter(|of| of.name == name).collect();
        assert!(!found.is_empty(), "{name} is not in the tree at all");
        for of in found {
            let enabled = of.features.iter().any(|feature| feature == unwanted);
            assert!(!enabled, "{name} {} is built with `{unwanted}`", of.version);
        }
    }
}
