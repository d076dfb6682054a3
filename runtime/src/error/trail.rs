//! What a call went through before it failed.

use std::sync::Arc;

/// How often a call was sent, and under which key.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Trail {
    /// 0 where nobody counted, or nothing was sent.
    pub(crate) attempts: u32,
    pub(crate) idempotency_key: Option<Arc<str>>,
}
