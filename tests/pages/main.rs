//! Pages of the documentation, and what b24 makes of the methods that they describe.
//!
//! Without the documentation these tests are skipped, loudly; with `B24_REQUIRE_DOCS=1` they fail
//! instead. `B24_DOCS` names the checkout, the folder with `api-reference`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // in a test, a failure is a panic
// Declarations are whole, and their examples do not use all of them.
#![allow(dead_code)]

mod bots;
mod checkout;
mod content;
mod items;
mod lists;
mod page;
mod proof;
mod samples;
mod shop;
mod tasks;
mod userfields;
