//! Fuzzing of b24 by libFuzzer; `tests/fuzz/main.rs` runs the same targets without it.

mod targets;

/// Gives the bytes to the target of this name.
///
/// # Panics
/// If the target does, or there is none.
pub fn run(name: &str, data: &[u8]) {
    let (_, target) = targets::ALL.iter().find(|(known, _)| *known == name).unwrap();
    target(data);
}
