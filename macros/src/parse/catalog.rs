//! The options that tell where it stands what is documented: `api`, `facts`, `unlisted`.

use b24_catalog::Api;
use syn::parse::ParseStream;
use syn::{Ident, LitInt, LitStr, Token};

use super::options::{Known, equals, flag, set, set_at};
use super::{At, CatalogOptions, value};
use crate::errors::Errors;

pub(super) const API: Known = Known {
    key: "api",
    example: "api = 3",
};
pub(super) const FACTS: Known = Known {
    key: "facts",
    example: "facts = \"my_methods.txt\"",
};
pub(super) const UNLISTED: Known = Known {
    key: "unlisted",
    example: "unlisted",
};

const OF: &str = "#[b24_object(\"crm.deal.add\", \"fields\")]";

/// Reads one of them; false for any other option.
pub(super) fn option(
    key: &Ident,
    input: ParseStream<'_>,
    options: &mut CatalogOptions,
    errors: &mut Errors,
) -> syn::Result<bool> {
    if key == API.key {
        equals(key, input, API.example)?;
        set(&mut options.api, key, api(input)?, errors);
    } else if key == FACTS.key {
        equals(key, input, FACTS.example)?;
        let file = value::text(key, input, FACTS.example)?;
        set_at(&mut options.facts, key, file, errors);
    } else if key == UNLISTED.key {
        if flag(key, input, errors)? {
            set(&mut options.unlisted, key, (), errors);
        }
    } else {
        return Ok(false);
    }
    Ok(true)
}

fn api(input: ParseStream<'_>) -> syn::Result<Api> {
    let expected =
        "expected `api = 3`, for a method of REST 3; all others are of version 2, and need no `api`";
    let wrong = |span| syn::Error::new(span, expected);
    let number: LitInt = input.parse().map_err(|error| wrong(error.span()))?;
    match number.base10_digits() {
        "2" => Ok(Api::V2),
        "3" => Ok(Api::V3),
        _ => Err(wrong(number.span())),
    }
}

/// The method and the parameter for which an object stands: two texts at the beginning, or none.
pub(super) fn of(input: ParseStream<'_>) -> syn::Result<Option<(At<String>, At<String>)>> {
    if !input.peek(LitStr) {
        return Ok(None);
    }
    let text = || -> syn::Result<At<String>> {
        let missing = format!("an object stands for a parameter of a method: write `{OF}`");
        let literal: LitStr = input
            .parse()
            .map_err(|error| syn::Error::new(error.span(), &missing))?;
        let text = At::new(literal.value(), literal.span());
        if !input.is_empty() {
            input
                .parse::<Token![,]>()
                .map_err(|_| input.error("expected a comma before this"))?;
        }
        Ok(text)
    };
    let method = text()?;
    if input.is_empty() || !input.peek(LitStr) {
        return Err(syn::Error::new(
            method.span,
            format!("which parameter of the method does the object stand for? write `{OF}`"),
        ));
    }
    Ok(Some((method, text()?)))
}
