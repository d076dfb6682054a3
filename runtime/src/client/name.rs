//! The name of a method that is not declared.

use crate::error::{ConfigError, quoted};

/// What is no name is not shown in full where it looks like an address: that may be a secret.
pub(super) fn check(method: &str) -> Result<(), ConfigError> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    let is_part = |part: &str| !part.is_empty() && part.bytes().all(plain);
    let format = method.rsplit('.').next().unwrap_or_default();
    let problem = match method {
        _ if method.contains('/') => "an address or a path is not one".to_owned(),
        _ if ["json", "xml"].contains(&format) => {
            format!("{} ends in a format: leave that out", quoted(method))
        }
        _ if !method.split('.').all(is_part) => format!("{} is not one", quoted(method)),
        _ => return Ok(()),
    };
    Err(ConfigError::new(
        "method name",
        format!("{problem}; expected letters, digits and dots, as in im.chat.add"),
    ))
}
