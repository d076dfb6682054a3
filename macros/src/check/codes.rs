//! Error codes, and the variants that stand for them.

use proc_macro2::Ident;
use syn::ext::IdentExt;
use syn::parse::Parser;

use crate::case::pascal;
use crate::errors::Errors;
use crate::model::{At, Code};

/// Codes that differ in case alone are one; the empty code has no variant.
pub(super) fn check(declared: Vec<At<String>>, errors: &mut Errors) -> Vec<Code> {
    let mut codes: Vec<Code> = Vec::new();
    for At { value: code, span } in declared {
        if code.is_empty() {
            continue;
        }
        if let Some(known) = codes.iter().find(|known| known.code.eq_ignore_ascii_case(&code)) {
            if known.code == code {
                errors.at(
                    span,
                    format!("the code `{code}` is given twice: keep one of them"),
                );
            }
            continue;
        }
        let variant = variant(&code);
        if Ident::parse_any.parse_str(&variant).is_err() {
            errors.at(
                span,
                format!("`{code}` is not an error code: expected letters, digits and `_`"),
            );
            continue;
        }
        if let Some(known) = codes.iter().find(|known| known.variant == variant) {
            let message = format!(
                "the codes `{}` and `{code}` would both be the variant `{variant}`",
                known.code
            );
            errors.at(span, format!("{message}: leave one of them to `Other`"));
            continue;
        }
        codes.push(Code {
            code,
            variant: Ident::new(&variant, span),
        });
    }
    codes
}

/// `BOT_ID_ERROR` as `BotIdError`, `100` as `Code100`.
fn variant(code: &str) -> String {
    let name = pascal(code);
    match name.as_str() {
        // `Other` is the open variant, and `Self` a keyword.
        "Other" | "Self" => format!("{name}Code"),
        _ if name.starts_with(|letter: char| letter.is_ascii_digit()) => format!("Code{name}"),
        _ => name,
    }
}
