//! The grammar that all option lists share: `flag, key = value, key(list)`.

use proc_macro2::TokenTree;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Ident, Token};

use super::At;
use crate::errors::Errors;
use crate::suggest::did_you_mean;

/// An option that a list may hold.
pub(super) struct Known {
    pub(super) key: &'static str,
    /// How it is written, for messages.
    pub(super) example: &'static str,
}

/// Reads a list of options; `read` takes the value of a known one.
///
/// A mistake costs the option it is in; reading goes on behind the next comma.
pub(super) fn list(
    input: ParseStream<'_>,
    known: &'static [Known],
    errors: &mut Errors,
    mut read: impl FnMut(&Ident, ParseStream<'_>, &mut Errors) -> syn::Result<()>,
) -> syn::Result<()> {
    while !input.is_empty() {
        if let Err(error) = one(input, known, errors, &mut read) {
            errors.push(error);
            skip_to_comma(input)?;
        }
        comma(input)?;
    }
    Ok(())
}

/// The comma behind an option, or the end.
pub(super) fn comma(input: ParseStream<'_>) -> syn::Result<()> {
    if !input.is_empty() {
        input.parse::<Token![,]>()?;
    }
    Ok(())
}

fn one(
    input: ParseStream<'_>,
    known: &'static [Known],
    errors: &mut Errors,
    read: &mut impl FnMut(&Ident, ParseStream<'_>, &mut Errors) -> syn::Result<()>,
) -> syn::Result<()> {
    let key: Ident = input
        .call(Ident::parse_any)
        .map_err(|error| syn::Error::new(error.span(), "expected an option"))?;
    let name = key.unraw().to_string();
    let Some(option) = known.iter().find(|option| option.key == name) else {
        let keys = known.iter().map(|option| option.key);
        let mut message = format!("unknown option `{name}`{}", did_you_mean(&name, keys.clone()));
        message.push_str("\nknown are: ");
        message.push_str(&keys.collect::<Vec<_>>().join(", "));
        return Err(syn::Error::new(key.span(), message));
    };
    read(&key, input, errors)?;
    if input.is_empty() || input.peek(Token![,]) {
        Ok(())
    } else {
        Err(input.error(format!("expected a comma; write `{}`", option.example)))
    }
}

/// The `=` between a key and its value.
pub(super) fn equals(key: &Ident, input: ParseStream<'_>, example: &str) -> syn::Result<()> {
    if input.peek(Token![=]) {
        input.parse::<Token![=]>()?;
        if !input.is_empty() && !input.peek(Token![,]) {
            return Ok(());
        }
    }
    Err(syn::Error::new(
        key.span(),
        format!("`{}` needs a value: write `{example}`", key.unraw()),
    ))
}

/// An option that takes no value.
pub(super) fn flag(key: &Ident, input: ParseStream<'_>) -> syn::Result<()> {
    if input.is_empty() || input.peek(Token![,]) {
        Ok(())
    } else {
        Err(input.error(format!("`{}` takes no value: write it alone", key.unraw())))
    }
}

/// Keeps what an option says; an option given twice is an error at the second one.
pub(super) fn set<T>(slot: &mut Option<At<T>>, key: &Ident, value: T, errors: &mut Errors) {
    set_at(slot, key, At::new(value, key.span()), errors);
}

/// As [`set`], for a value with a place of its own.
pub(super) fn set_at<T>(slot: &mut Option<At<T>>, key: &Ident, value: At<T>, errors: &mut Errors) {
    if slot.is_some() {
        let key_name = key.unraw();
        errors.at(
            key.span(),
            format!("`{key_name}` is given twice: keep one of them"),
        );
    } else {
        *slot = Some(value);
    }
}

pub(super) fn skip_to_comma(input: ParseStream<'_>) -> syn::Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}
