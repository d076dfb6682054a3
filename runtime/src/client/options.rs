//! What can differ from call to call.

use std::sync::Arc;
use std::time::Duration;

use crate::error::ConfigError;
use crate::retry::Retry;

/// Longer than a method's computing time takes to come back (ten minutes), with room for retries.
const DEADLINE: Duration = Duration::from_mins(15);

/// How a call is made.
#[derive(Debug, Clone)]
pub(super) struct Options {
    pub(super) deadline: Duration,
    pub(super) at_once: bool,
    pub(super) retry: Retry,
    pub(super) idempotency_key: Option<Arc<str>>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            deadline: DEADLINE,
            at_once: false,
            retry: Retry::default(),
            idempotency_key: None,
        }
    }
}

/// The longest `Idempotency-Key` that a portal takes.
const LONGEST_KEY: usize = 255;

/// Checks a key of the user's own.
pub(super) fn idempotency_key(key: &str) -> Result<Arc<str>, ConfigError> {
    let fits = (1..=LONGEST_KEY).contains(&key.len());
    if fits && key.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Ok(key.into());
    }
    Err(ConfigError::new(
        "idempotency key",
        format!(
            "{} is not one; expected 1 to {LONGEST_KEY} visible ASCII characters",
            crate::error::quoted(key)
        ),
    ))
}
