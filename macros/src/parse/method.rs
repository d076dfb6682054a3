//! The options of `#[b24_method(...)]`.

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Attribute, Ident, Lit, LitStr, Path, Token, Type, parenthesized, token};

use super::options::{self, Known, equals, flag, set, set_at};
use super::{At, MethodOptions, value};
use crate::case::Case;
use crate::errors::Errors;
use crate::model::Effect;
use crate::suggest::did_you_mean;

const KNOWN: &[Known] = &[
    Known {
        key: "returns",
        example: RETURNS,
    },
    Known {
        key: "rename_all",
        example: RENAME_ALL,
    },
    Known {
        key: "errors",
        example: ERRORS,
    },
    Known {
        key: "errors_name",
        example: ERRORS_NAME,
    },
    Known {
        key: "effect",
        example: EFFECT,
    },
    Known {
        key: "default",
        example: "default",
    },
    Known {
        key: "crate",
        example: CRATE,
    },
];

const NAME: &str = "#[b24_method(\"imbot.chat.add\")]";
const RETURNS: &str = "returns = b24::Id";
const RENAME_ALL: &str = "rename_all = \"camelCase\"";
const ERRORS: &str = "errors(BOT_ID_ERROR, \"expired_token\", 100)";
const ERRORS_NAME: &str = "errors_name = ChatAddError";
const EFFECT: &str = "effect = read";
const CRATE: &str = "crate = my_b24";

/// Reads `#[__b24_method("name", ...)]`.
pub(super) fn read(attribute: &Attribute, options: &mut MethodOptions, errors: &mut Errors) {
    let parsed = attribute.parse_args_with(|input: ParseStream<'_>| {
        match name(input) {
            Ok(name) => options.name = Some(name),
            Err(error) => {
                errors.push(error);
                if !starts_with_option(input) {
                    options::skip_to_comma(input)?;
                }
            }
        }
        if !starts_with_option(input) {
            options::comma(input)?;
        }
        options::list(input, KNOWN, errors, |key, input, errors| {
            option(key, input, options, errors)
        })
    });
    if let Err(error) = parsed {
        errors.push(error);
    }
}

/// The method's name, which comes first.
fn name(input: ParseStream<'_>) -> syn::Result<At<String>> {
    if input.is_empty() {
        // The place is that of the whole attribute.
        return Err(syn::Error::new(
            Span::call_site(),
            format!("the method's name is missing: write `{NAME}`"),
        ));
    }
    if starts_with_option(input) {
        return Err(input.error(format!("the method's name comes first: write `{NAME}`")));
    }
    let literal: LitStr = input.parse().map_err(|error| {
        syn::Error::new(
            error.span(),
            format!("expected the method's name in quotation marks: write `{NAME}`"),
        )
    })?;
    if !literal.suffix().is_empty() {
        return Err(syn::Error::new(
            literal.span(),
            "the method's name has a suffix: leave it out",
        ));
    }
    Ok(At::new(literal.value(), literal.span()))
}

/// Whether what comes is one of the options, and not a mistyped name.
fn starts_with_option(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    ahead.call(Ident::parse_any).is_ok_and(|word| {
        let known = KNOWN.iter().any(|option| word == option.key);
        known
            && (ahead.is_empty()
                || ahead.peek(Token![=])
                || ahead.peek(Token![,])
                || ahead.peek(token::Paren))
    })
}

fn option(
    key: &Ident,
    input: ParseStream<'_>,
    options: &mut MethodOptions,
    errors: &mut Errors,
) -> syn::Result<()> {
    match key.unraw().to_string().as_str() {
        "returns" => {
            equals(key, input, RETURNS)?;
            let returns: Type = input.parse()?;
            set(&mut options.returns, key, returns, errors);
        }
        "rename_all" => {
            equals(key, input, RENAME_ALL)?;
            let style = value::text(input, RENAME_ALL)?;
            set_at(&mut options.rename_all, key, case(&style)?, errors);
        }
        "errors" => {
            let codes = codes(key, input)?;
            set(&mut options.errors, key, codes, errors);
        }
        "errors_name" => {
            equals(key, input, ERRORS_NAME)?;
            let name: Ident = input.parse()?;
            set(&mut options.errors_name, key, name, errors);
        }
        "effect" => {
            equals(key, input, EFFECT)?;
            let effect = effect(input)?;
            set(&mut options.effect, key, effect, errors);
        }
        "default" => {
            flag(key, input)?;
            set(&mut options.default, key, (), errors);
        }
        // `crate`, for `KNOWN` holds no more.
        _ => {
            equals(key, input, CRATE)?;
            let path = input.call(Path::parse_mod_style)?;
            set(&mut options.krate, key, path, errors);
        }
    }
    Ok(())
}

fn case(style: &At<String>) -> syn::Result<At<Case>> {
    let known = Case::ALL.iter().find(|(name, _)| *name == style.value);
    known.map(|(_, case)| At::new(*case, style.span)).ok_or_else(|| {
        let names = Case::ALL.map(|(name, _)| name);
        let message = format!(
            "unknown style `{}`{}\nknown are: {}",
            style.value,
            did_you_mean(&style.value, names),
            names.join(", ")
        );
        syn::Error::new(style.span, message)
    })
}

fn effect(input: ParseStream<'_>) -> syn::Result<Effect> {
    let expected = "expected `read` or `write`: a method that changes nothing has `effect = read`";
    let word: Ident = input
        .parse()
        .map_err(|error| syn::Error::new(error.span(), expected))?;
    match word.to_string().as_str() {
        "read" => Ok(Effect::Read),
        "write" => Ok(Effect::Write),
        _ => Err(syn::Error::new(word.span(), expected)),
    }
}

/// `(CODE, "code", 100)`.
fn codes(key: &Ident, input: ParseStream<'_>) -> syn::Result<Vec<At<String>>> {
    if !input.peek(token::Paren) {
        return Err(syn::Error::new(
            key.span(),
            format!("`errors` needs a list: write `{ERRORS}`"),
        ));
    }
    let content;
    parenthesized!(content in input);
    let mut codes = Vec::new();
    while !content.is_empty() {
        codes.push(if content.peek(Lit) {
            match content.parse()? {
                Lit::Str(text) => At::new(text.value(), text.span()),
                Lit::Int(number) => At::new(number.to_string(), number.span()),
                other => {
                    return Err(syn::Error::new(
                        other.span(),
                        format!("not an error code: write `{ERRORS}`"),
                    ));
                }
            }
        } else {
            let code = content.call(Ident::parse_any).map_err(|error| {
                syn::Error::new(error.span(), format!("not an error code: write `{ERRORS}`"))
            })?;
            At::new(code.unraw().to_string(), code.span())
        });
        options::comma(&content)?;
    }
    Ok(codes)
}
