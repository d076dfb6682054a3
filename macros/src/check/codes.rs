//! Error codes, and the variants that stand for them.

use b24_catalog::{ErrorCode, Method};
use proc_macro2::{Ident, Span};
use syn::ext::IdentExt;
use syn::parse::Parser;

use crate::case::pascal;
use crate::errors::Errors;
use crate::model::{At, Code};

/// The documented codes, then those that are declared beside them. Codes that differ in case alone are
/// one; the empty code has no variant.
pub(super) fn check(declared: Vec<At<String>>, facts: Option<&Method>, errors: &mut Errors) -> Vec<Code> {
    let mut codes = facts.map_or_else(Vec::new, documented);
    let before = codes.len();
    for At { value: code, span } in declared {
        if code.is_empty() {
            continue;
        }
        if let Some(place) = codes
            .iter()
            .position(|known| known.code.eq_ignore_ascii_case(&code))
        {
            if place >= before && codes[place].code == code {
                errors.at(
                    span,
                    format!("the code `{code}` is given twice: keep one of them"),
                );
            }
            continue;
        }
        let Some(variant) = variant(&code) else {
            errors.at(
                span,
                format!("`{code}` is not an error code: expected letters, digits and `_`"),
            );
            continue;
        };
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

/// Those that can be variants; the others are left to `Other`.
fn documented(method: &Method) -> Vec<Code> {
    let mut codes: Vec<Code> = Vec::new();
    for ErrorCode { code, .. } in &method.errors {
        let Some(variant) = variant(code).filter(|_| !code.is_empty()) else {
            continue;
        };
        let known = |known: &Code| known.variant == variant || known.code.eq_ignore_ascii_case(code);
        if !codes.iter().any(known) {
            codes.push(Code {
                code: code.clone(),
                variant: Ident::new(&variant, Span::call_site()),
            });
        }
    }
    codes
}

/// `BOT_ID_ERROR` as `BotIdError`, `100` as `Code100`; `None` where it makes no name.
fn variant(code: &str) -> Option<String> {
    let name = pascal(code);
    let name = match name.as_str() {
        // `Other` is the open variant, and `Self` a keyword.
        "Other" | "Self" => format!("{name}Code"),
        _ if name.starts_with(|letter: char| letter.is_ascii_digit()) => format!("Code{name}"),
        _ => name,
    };
    Ident::parse_any.parse_str(&name).is_ok().then_some(name)
}
