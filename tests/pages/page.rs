//! A page's samples, where there is documentation.

use b24_cli::samples::Samples;

use crate::checkout;

/// Reads a page by its path below the root of the documentation. `None` where there is no
/// documentation, which has been said aloud then.
///
/// # Panics
///
/// If the page is missing, or anything on it that should be read cannot be.
pub(crate) fn read(path: &str) -> Option<Samples> {
    let samples = Samples::of(&checkout::text(path)?);
    if let Some(problem) = samples.unreadable().first() {
        panic!("{path}:{problem}");
    }
    Some(samples)
}
