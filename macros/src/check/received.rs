//! An object that is only decoded: nothing that speaks of sending has a meaning there.

use syn::ext::IdentExt;

use crate::errors::Errors;
use crate::parse::{FieldDeclaration, ObjectOptions};

/// The options of a field that decoding knows too.
const DECODED: [&str; 4] = ["rename", "default", "flatten", "skip"];

pub(super) fn check(fields: &[FieldDeclaration], options: &ObjectOptions, errors: &mut Errors) {
    if let Some(default) = &options.default {
        errors.at(
            default.span,
            "`default` is `new()` by another name, and what is only decoded has no `new`: remove `default`, and derive `Default`",
        );
    }
    let sound = fields.iter().filter(|field| !field.broken);
    for key in sound.flat_map(|field| &field.options.keys) {
        let option = key.unraw().to_string();
        if !DECODED.contains(&option.as_str()) {
            errors.at(
                key.span(),
                format!("`{option}` is for what is sent, and this object is only decoded: remove `{option}` here, or `result` above"),
            );
        }
    }
}
