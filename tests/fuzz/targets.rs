//! What is fuzzed: each target takes any bytes, and panics where b24 breaks a promise.

mod address;
mod answer;
mod batch;
mod canned;
mod declared;
mod form;
mod input;
mod list;
mod location;
mod meter;
mod recorder;
mod replay;
mod shown;
mod tokens;

/// Takes the bytes that were made up.
pub(crate) type Target = fn(&[u8]);

/// All targets, by name.
pub(crate) const ALL: [(&str, Target); 9] = [
    ("address", address::run),
    ("answer", answer::run),
    ("batch", batch::run),
    ("form", form::run),
    ("list", list::run),
    ("location", location::run),
    ("recorder", recorder::run),
    ("replay", replay::run),
    ("tokens", tokens::run),
];
