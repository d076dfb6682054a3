//! What the compiler says: programs in `ui/` that must fail, with the exact words, and that must pass.

/// The exact words depend on the compiler, so they are compared on the pinned version only.
#[test]
fn ui() {
    let cases = trybuild::TestCases::new();
    cases.pass("ui/pass/*.rs");
    cases.compile_fail("ui/fail/*.rs");
}
