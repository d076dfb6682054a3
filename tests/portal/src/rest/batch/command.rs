//! One command: `method?parameters`, as PHP takes a URL apart.

use super::{super::Failure, reference, results::Results};
use crate::php::{self, Array};

/// Methods that may not stand in a batch.
const REFUSED: [&str; 3] = ["batch", "download", "upload"];

/// A command, its references resolved.
pub(super) struct Command {
    method: String,
    pub(super) parameters: Array,
}

impl Command {
    /// What is no URL calls no method, and neither does one with a host.
    pub(super) fn read(text: &[u8], results: &Results) -> Self {
        let url = php::parse_url(text).unwrap_or_default();
        Self {
            method: String::from_utf8_lossy(&url.path).into_owned(),
            parameters: reference::resolved(&php::parse_form(&url.query), results),
        }
    }

    pub(super) fn method(&self) -> Result<&str, Failure> {
        let method = self.method.as_str();
        if REFUSED.iter().any(|refused| method.eq_ignore_ascii_case(refused)) {
            return Err(Failure::wrong(
                "ERROR_BATCH_METHOD_NOT_ALLOWED",
                "Method is not allowed for batch usage",
            ));
        }
        Ok(method)
    }
}
