//! The options of `#[b24_method(...)]`.

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Attribute, Ident, Lit, LitStr, Token, Type, bracketed, parenthesized, token};

use super::options::{self, CRATE, Grammar, Known, RENAME_ALL, equals, flag, set, set_at, unquoted};
use super::{At, MethodOptions, catalog, field, list, object, value};
use crate::errors::Errors;
use crate::model::Effect;

const GRAMMAR: Grammar = Grammar {
    known: KNOWN,
    text_alone: "a text alone is the method's name, which goes first, and once",
    elsewhere: &[
        (
            field::KNOWN,
            ["a field, not of the method: write `#[b24(", ")]` on the field"],
        ),
        (
            object::KNOWN,
            ["an object, as in `#[b24_object(", ")]`, and not of a method"],
        ),
    ],
};

pub(super) const KNOWN: &[Known] = &[
    Known {
        key: "returns",
        example: RETURNS,
    },
    Known {
        key: "at",
        example: AT,
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
        key: "list",
        example: list::LIST,
    },
    Known {
        key: "default",
        example: "default",
    },
    catalog::API,
    catalog::FACTS,
    catalog::UNLISTED,
    Known {
        key: "crate",
        example: CRATE,
    },
];

const NAME: &str = "#[b24_method(\"im.chat.add\")]";
const RETURNS: &str = "returns = b24::Id";
const AT: &str = "at = \"task\"";
const ERRORS: &str = "errors(BOT_ID_ERROR, \"expired_token\", 100)";
const ERRORS_NAME: &str = "errors_name = ChatAddError";
const EFFECT: &str = "effect = read";

/// Reads `#[__b24_method("name", ...)]` on the struct whose name is at `ident`.
pub(super) fn read(attribute: &Attribute, ident: Span, options: &mut MethodOptions, errors: &mut Errors) {
    let parsed = attribute.parse_args_with(|input: ParseStream<'_>| {
        match name(input, ident) {
            Ok(name) => options.name = name,
            Err(error) => {
                errors.push(error);
                options::skip_to_comma(input)?;
            }
        }
        if input.peek(Token![,]) {
            input.parse::<Token![,]>()?;
        } else if options.name.is_some() && !input.is_empty() {
            errors.push(input.error("expected a comma before this"));
        }
        options::list(input, &GRAMMAR, errors, |key, input, errors| {
            option(key, input, options, errors)
        })
    });
    if let Err(error) = parsed {
        errors.push(error);
    }
}

/// The method's name, which comes first; `None` where it comes later, which is reported there.
fn name(input: ParseStream<'_>, ident: Span) -> syn::Result<Option<At<String>>> {
    if input.is_empty() {
        // The place is that of the attribute, but the words are not the derive's.
        return Err(syn::Error::new(
            ident.located_at(Span::call_site()),
            format!("the method's name is missing: write `{NAME}`"),
        ));
    }
    if starts_with_option(input) {
        return if has_text_alone(&input.fork())? {
            Ok(None)
        } else {
            Err(input.error(format!(
                "the method's name is missing, and comes first: write `{NAME}`"
            )))
        };
    }
    if !input.peek(LitStr) {
        return Err(unquoted_name(input));
    }
    let literal: LitStr = input.parse()?;
    if !literal.suffix().is_empty() {
        return Err(syn::Error::new(
            literal.span(),
            "the method's name has a suffix: leave it out",
        ));
    }
    Ok(Some(At::new(literal.value(), literal.span())))
}

/// Something stands where the name's text belongs.
fn unquoted_name(input: ParseStream<'_>) -> syn::Error {
    let expected = "expected the method's name in quotation marks";
    match unquoted(input) {
        Some((name, tokens)) if name.contains('.') => {
            syn::Error::new_spanned(tokens, format!("{expected}: write `\"{name}\"`"))
        }
        Some((_, tokens)) => syn::Error::new_spanned(
            tokens,
            format!("{expected}, for no constant is known yet: write `{NAME}`"),
        ),
        None => input.error(format!("{expected}: write `{NAME}`")),
    }
}

/// Whether a text stands among the options like one of them.
fn has_text_alone(input: ParseStream<'_>) -> syn::Result<bool> {
    while !input.is_empty() {
        if input.peek(LitStr) {
            return Ok(true);
        }
        options::skip_to_comma(input)?;
        input.parse::<Option<Token![,]>>()?;
    }
    Ok(false)
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
            set(&mut options.returns, key, returns(input)?, errors);
        }
        "at" => {
            equals(key, input, AT)?;
            let member = value::text(key, input, AT)?;
            set_at(&mut options.at, key, member, errors);
        }
        "rename_all" => {
            options::rename_all(key, input, &mut options.rename_all, errors)?;
        }
        "errors" => {
            let codes = codes(key, input, errors)?;
            set(&mut options.errors, key, codes, errors);
        }
        "errors_name" => {
            equals(key, input, ERRORS_NAME)?;
            let name: Ident = expected(input, "a name", ERRORS_NAME)?;
            set(&mut options.errors_name, key, name, errors);
        }
        "effect" => {
            equals(key, input, EFFECT)?;
            let effect = effect(input)?;
            set(&mut options.effect, key, effect, errors);
        }
        "list" => {
            let list = list::read(key, input, errors)?;
            set(&mut options.list, key, list, errors);
        }
        "default" => {
            if flag(key, input, errors)? {
                set(&mut options.default, key, (), errors);
            }
        }
        _ if catalog::option(key, input, &mut options.catalog, errors)? => {}
        // `crate`, for `KNOWN` holds no more.
        _ => {
            options::krate(key, input, &mut options.krate, errors)?;
        }
    }
    Ok(())
}

fn effect(input: ParseStream<'_>) -> syn::Result<Effect> {
    let expected = "expected `effect = read`, which changes nothing on the portal, or `effect = write`";
    let word: Ident = input
        .parse()
        .map_err(|error| syn::Error::new(error.span(), expected))?;
    match word.to_string().as_str() {
        "read" => Ok(Effect::Read),
        "write" => Ok(Effect::Write),
        _ => Err(syn::Error::new(word.span(), expected)),
    }
}

fn returns(input: ParseStream<'_>) -> syn::Result<Type> {
    if let Ok(text) = input.fork().parse::<LitStr>() {
        let message = format!(
            "expected a type, without quotation marks: write `returns = {}`",
            text.value()
        );
        return Err(syn::Error::new(text.span(), message));
    }
    expected(input, "a type", RETURNS)
}

pub(super) fn expected<T: syn::parse::Parse>(
    input: ParseStream<'_>,
    what: &str,
    example: &str,
) -> syn::Result<T> {
    input
        .parse()
        .map_err(|error| syn::Error::new(error.span(), format!("expected {what}: write `{example}`")))
}

/// `(CODE, "code", 100)`.
fn codes(key: &Ident, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Vec<At<String>>> {
    let content;
    if input.peek(token::Paren) {
        parenthesized!(content in input);
    } else {
        errors.at(
            key.span(),
            format!("`errors` needs a list in parentheses: write `{ERRORS}`"),
        );
        // Codes in brackets are read for the sake of the code that uses them.
        input.parse::<Option<Token![=]>>()?;
        if !input.peek(token::Bracket) {
            return Ok(Vec::new());
        }
        bracketed!(content in input);
    }
    options::values(&content, errors, code)
}

fn code(input: ParseStream<'_>) -> syn::Result<At<String>> {
    let wrong = |span| syn::Error::new(span, format!("not an error code: write `{ERRORS}`"));
    if !input.peek(Lit) {
        let code = input
            .call(Ident::parse_any)
            .map_err(|error| wrong(error.span()))?;
        return if input.is_empty() || input.peek(Token![,]) || input.peek(Ident::peek_any) || input.peek(Lit)
        {
            Ok(At::new(code.unraw().to_string(), code.span()))
        } else {
            Err(wrong(code.span()))
        };
    }
    match input.parse()? {
        Lit::Str(text) => Ok(At::new(text.value(), text.span())),
        Lit::Int(number) => Ok(At::new(number.to_string(), number.span())),
        other => Err(wrong(other.span())),
    }
}
