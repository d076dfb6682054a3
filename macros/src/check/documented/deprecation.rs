//! What is said of a deprecated method.

use b24_catalog::Method;

use crate::errors::Errors;
use crate::model::At;

/// Rustc's ordinary warning, which is silenced as such.
pub(in crate::check) fn check(method: &Method, name: &At<String>, errors: &mut Errors) {
    if let Some(deprecation) = &method.deprecation {
        let message = format!(
            "`{}` is deprecated by Bitrix24{}",
            method.name,
            deprecation.instead()
        );
        errors.warn(name.span, "method", message);
    }
}
