//! Ctrl-C, as a question that a loop can ask.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// From now on Ctrl-C ends nothing by itself, but makes this answer `true`.
///
/// # Errors
/// If the program has asked before, or the system refuses.
pub fn on_interrupt() -> Result<impl Fn() -> bool, ctrlc::Error> {
    let interrupted = Arc::new(AtomicBool::new(false));
    let told = Arc::clone(&interrupted);
    ctrlc::set_handler(move || told.store(true, Ordering::Relaxed))?;
    Ok(move || interrupted.load(Ordering::Relaxed))
}
