//! Every documented method, as `b24 declare` prints it: it compiles, and what the documentation's pages
//! send is built with it, passes its validator, and is the same JSON again.
//!
//! Without the documentation this is skipped, loudly; with `B24_REQUIRE_DOCS=1` it fails instead.
//! `B24_DOCS` names the checkout, the folder with `api-reference`. The declarations are a cargo project
//! below the target directory, which is compiled once.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // in a test, a failure is a panic

#[allow(dead_code)] // the other tests look for pages there
#[path = "../pages/checkout.rs"]
mod checkout;
#[path = "../benches/compile/project.rs"]
mod project;

mod bodies;
mod built;
mod crates;
mod exceptions;
mod express;
mod modules;
mod verdict;

use std::io::{self, Write as _};

use verdict::Verdict;

#[test]
fn what_pages_send_is_what_declarations_send() {
    let Some(folder) = checkout::folder() else {
        return;
    };
    let pages = bodies::of(&folder);
    let modules = modules::all(&pages);
    let exceptions = exceptions::read();
    let verdict = Verdict::of(&modules, &crates::run(&modules));
    // Not `eprintln!`, which is not shown where a test passes.
    let counts = verdict.counts(&pages, &exceptions);
    io::stderr().write_all(counts.as_bytes()).unwrap();
    verdict.compare(&exceptions);
}
