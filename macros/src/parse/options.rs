//! The grammar that all option lists share: `flag, key = value, key(list)`.

use proc_macro2::{TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Ident, LitBool, LitStr, Path, Token, token};

use super::{At, value};
use crate::case::Case;
use crate::errors::Errors;
use crate::suggest::{closest, did_you_mean};

/// A list of options: what may stand in it.
pub(super) struct Grammar {
    pub(super) known: &'static [Known],
    /// What a text without a key should have been.
    pub(super) text_alone: &'static str,
    /// The options of other lists, and the words around one that belongs there.
    pub(super) elsewhere: &'static [(&'static [Known], [&'static str; 2])],
}

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
    grammar: &Grammar,
    errors: &mut Errors,
    mut read: impl FnMut(&Ident, ParseStream<'_>, &mut Errors) -> syn::Result<()>,
) -> syn::Result<()> {
    while !input.is_empty() {
        if let Err(error) = one(input, grammar, errors, &mut read) {
            errors.push(error);
            skip_to_comma(input)?;
        }
        if input.peek(Token![,]) {
            input.parse::<Token![,]>()?;
        } else if !input.is_empty() {
            errors.push(input.error("expected a comma before this"));
            // A word begins the next option; anything else belongs to the mistake.
            if !input.peek(Ident::peek_any) {
                skip_to_comma(input)?;
            }
        }
    }
    Ok(())
}

fn one(
    input: ParseStream<'_>,
    grammar: &Grammar,
    errors: &mut Errors,
    read: &mut impl FnMut(&Ident, ParseStream<'_>, &mut Errors) -> syn::Result<()>,
) -> syn::Result<()> {
    let key: Ident = input.call(Ident::parse_any).map_err(|error| {
        let hint = if input.peek(LitStr) {
            grammar.text_alone.to_owned()
        } else {
            let examples = grammar.known.first().map(|option| option.example);
            format!("write for example `{}`", examples.unwrap_or_default())
        };
        syn::Error::new(error.span(), format!("expected an option: {hint}"))
    })?;
    let name = key.unraw().to_string();
    if grammar.known.iter().any(|option| option.key == name) {
        return read(&key, input, errors);
    }
    errors.at(key.span(), unknown(&name, grammar));
    // What was probably meant is read for the sake of the code that uses it.
    if let Some(meant) = closest(&name, grammar.known.iter().map(|option| option.key)) {
        let count = errors.count();
        let _ = read(&Ident::new(meant, key.span()), input, errors);
        errors.forget_beyond(count);
    }
    skip_to_comma(input)
}

fn unknown(name: &str, grammar: &Grammar) -> String {
    for (others, [before, behind]) in grammar.elsewhere {
        if let Some(option) = others.iter().find(|option| option.key == name) {
            return format!("`{name}` is an option of {before}{}{behind}", option.example);
        }
    }
    let keys = grammar.known.iter().map(|option| option.key);
    let suggestion = did_you_mean(name, keys.clone());
    let keys: Vec<_> = keys.collect();
    format!(
        "unknown option `{name}`{suggestion}\nknown are: {}",
        keys.join(", ")
    )
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

/// An option that takes no value; true unless it says `= false`.
pub(super) fn flag(key: &Ident, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<bool> {
    if !input.peek(Token![=]) && !input.peek(token::Paren) {
        return Ok(true);
    }
    let name = key.unraw();
    let set = !is_false(input);
    let problem = if set {
        "write it alone"
    } else {
        "leave it out for `false`"
    };
    errors.push(input.error(format!("`{name}` takes no value: {problem}")));
    skip_to_comma(input)?;
    Ok(set)
}

/// Whether `= false` comes.
pub(super) fn is_false(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    let equals = ahead.parse::<Option<Token![=]>>().is_ok();
    equals && ahead.parse().is_ok_and(|value: LitBool| !value.value)
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

/// Reads a list of values between brackets or parentheses, up to its end: a mistake costs the value
/// it is in.
pub(super) fn values<T>(
    content: ParseStream<'_>,
    errors: &mut Errors,
    mut read: impl FnMut(ParseStream<'_>) -> syn::Result<T>,
) -> syn::Result<Vec<T>> {
    let mut values = Vec::new();
    while !content.is_empty() {
        match read(content) {
            Ok(value) => values.push(value),
            Err(error) => {
                errors.push(error);
                skip_to_comma(content)?;
            }
        }
        if content.peek(Token![,]) {
            content.parse::<Token![,]>()?;
        } else if !content.is_empty() {
            errors.push(content.error("expected a comma before this"));
        }
    }
    Ok(values)
}

/// What was written where a text in quotation marks belongs: names joined by dots and the like.
pub(super) fn unquoted(input: ParseStream<'_>) -> Option<(String, TokenStream)> {
    let ahead = input.fork();
    let (mut text, mut tokens) = (String::new(), TokenStream::new());
    while !ahead.is_empty() && !ahead.peek(Token![,]) {
        let tree: TokenTree = ahead.parse().ok()?;
        match &tree {
            TokenTree::Ident(word) => text.push_str(&word.to_string()),
            TokenTree::Punct(punct) if matches!(punct.as_char(), '.' | '-') => text.push(punct.as_char()),
            _ => return None,
        }
        tokens.extend([tree]);
    }
    (!text.is_empty()).then_some((text, tokens))
}

pub(super) fn skip_to_comma(input: ParseStream<'_>) -> syn::Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}

pub(super) const RENAME_ALL: &str = "rename_all = \"camelCase\"";
pub(super) const CRATE: &str = "crate = my_b24";

/// `rename_all = "camelCase"`.
pub(super) fn rename_all(
    key: &Ident,
    input: ParseStream<'_>,
    slot: &mut Option<At<Case>>,
    errors: &mut Errors,
) -> syn::Result<()> {
    equals(key, input, RENAME_ALL)?;
    let style = value::text(key, input, RENAME_ALL)?;
    set_at(slot, key, case(&style)?, errors);
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

/// `crate = my_b24`.
pub(super) fn krate(
    key: &Ident,
    input: ParseStream<'_>,
    slot: &mut Option<At<Path>>,
    errors: &mut Errors,
) -> syn::Result<()> {
    equals(key, input, CRATE)?;
    let path = input
        .call(Path::parse_mod_style)
        .map_err(|error| syn::Error::new(error.span(), format!("expected a path: write `{CRATE}`")))?;
    set(slot, key, path, errors);
    Ok(())
}
