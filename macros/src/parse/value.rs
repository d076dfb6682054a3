//! Values of options: texts, lists, bounds, defaults.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::spanned::Spanned;
use syn::{Expr, Ident, Lit, LitStr, Path, Token, bracketed, token};

use super::options::{unquoted, values};
use super::{Allowed, At};
use crate::errors::Errors;
use crate::model::Number;

/// One end of bounds.
pub(crate) type Bound = Option<At<Number>>;

/// `1..=50`, `..0.5`, `1..`: as written.
#[derive(Clone)]
pub(crate) struct Bounds {
    pub(crate) min: Bound,
    pub(crate) max: Bound,
    /// Whether `max` itself is outside: `..` and not `..=`.
    pub(crate) exclusive: bool,
    /// All of it, as it was written.
    pub(crate) tokens: TokenStream,
}

/// The value of `default`: an expression, and what it says if it is a literal.
#[derive(Clone)]
pub(crate) struct Default {
    pub(crate) tokens: TokenStream,
    pub(crate) literal: Option<Literal>,
}

/// What a literal default says.
#[derive(Clone)]
pub(crate) enum Literal {
    Text(String),
    Number(Number),
    /// A list of that many items.
    List(usize),
}

/// A text in quotation marks.
pub(super) fn text(key: &Ident, input: ParseStream<'_>, example: &str) -> syn::Result<At<String>> {
    if !input.peek(LitStr) {
        let expected = "expected a text in quotation marks: write";
        return Err(match unquoted(input) {
            Some((text, tokens)) => {
                syn::Error::new_spanned(tokens, format!("{expected} `{key} = \"{text}\"`"))
            }
            None => input.error(format!("{expected} `{example}`")),
        });
    }
    let literal: LitStr = input.parse()?;
    Ok(At::new(literal.value(), literal.span()))
}

/// `[entity_id, entity_type]`: fields of the same struct; `None` where something in it is wrong, and
/// reported.
pub(super) fn fields(
    input: ParseStream<'_>,
    example: &str,
    errors: &mut Errors,
) -> syn::Result<Option<At<Vec<Ident>>>> {
    if !input.peek(token::Bracket) {
        return Err(input.error(format!("expected a list of fields: write `{example}`")));
    }
    let content;
    let brackets = bracketed!(content in input);
    let before = errors.count();
    let fields = values(&content, errors, |content| {
        if content.peek(LitStr) {
            let text: LitStr = content.parse()?;
            let message = format!("expected a field, without quotation marks: write `{example}`");
            return Err(syn::Error::new(text.span(), message));
        }
        content
            .call(Ident::parse_any)
            .map_err(|error| syn::Error::new(error.span(), format!("expected a field: write `{example}`")))
    })?;
    let whole = errors.count() == before;
    Ok(whole.then(|| At::new(fields, brackets.span.join())))
}

/// The path of a function.
pub(super) fn path(input: ParseStream<'_>, example: &str) -> syn::Result<At<Path>> {
    if let Ok(text) = input.fork().parse::<LitStr>() {
        let message = format!(
            "expected a function, without quotation marks: write `validate = {}`",
            text.value()
        );
        return Err(syn::Error::new(text.span(), message));
    }
    let path: Path = input
        .parse()
        .map_err(|error| syn::Error::new(error.span(), format!("expected a function: write `{example}`")))?;
    let span = path.span();
    Ok(At::new(path, span))
}

/// A number, perhaps negative, and how it was written.
fn number(input: ParseStream<'_>, expected: &str) -> syn::Result<(At<Number>, TokenStream)> {
    let wrong = |span| syn::Error::new(span, format!("expected {expected}"));
    let minus: Option<Token![-]> = input.parse()?;
    let literal: Lit = input.parse().map_err(|error| wrong(error.span()))?;
    let number = match &literal {
        Lit::Int(literal) if literal.suffix().is_empty() => {
            let value: i128 = literal.base10_parse()?;
            Number::Integer(if minus.is_some() { -value } else { value })
        }
        Lit::Float(literal) if literal.suffix().is_empty() => {
            let value: f64 = literal.base10_parse()?;
            if !value.is_finite() {
                return Err(syn::Error::new(literal.span(), "no number is as large as this"));
            }
            Number::Float(if minus.is_some() { -value } else { value })
        }
        other => return Err(wrong(other.span())),
    };
    let mut tokens = minus.to_token_stream();
    literal.to_tokens(&mut tokens);
    Ok((At::new(number, tokens.span()), tokens))
}

/// `["OPEN", "CHAT"]` or `[1, 2]`; `None` where something in it is wrong, and reported.
pub(super) fn allowed(
    input: ParseStream<'_>,
    example: &str,
    errors: &mut Errors,
) -> syn::Result<Option<At<Vec<At<Allowed>>>>> {
    if !input.peek(token::Bracket) {
        return Err(input.error(format!("expected a list: write `{example}`")));
    }
    let content;
    let brackets = bracketed!(content in input);
    let before = errors.count();
    let values = values(&content, errors, allowed_value)?;
    // What is left of a list with a mistake would only lead to errors that follow from it.
    let whole = errors.count() == before;
    Ok(whole.then(|| At::new(values, brackets.span.join())))
}

/// `"OPEN"` or `1`.
pub(super) fn allowed_value(input: ParseStream<'_>) -> syn::Result<At<Allowed>> {
    let expected = "a text in quotation marks or a whole number";
    if input.peek(LitStr) {
        let literal: LitStr = input.parse()?;
        return Ok(At::new(Allowed::Text(literal.value()), literal.span()));
    }
    if let Some((text, tokens)) = unquoted(input) {
        let message = format!("expected {expected}: write `\"{text}\"`");
        return Err(syn::Error::new_spanned(tokens, message));
    }
    let (At { value, span }, _) = number(input, expected)?;
    match value {
        Number::Integer(integer) => Ok(At::new(Allowed::Integer(integer), span)),
        Number::Float(_) => Err(syn::Error::new(span, format!("expected {expected}"))),
    }
}

/// `1..=50`, `..0.5`, `1..`.
pub(super) fn bounds(input: ParseStream<'_>, example: &str) -> syn::Result<At<Bounds>> {
    let expected = format!("a number, written out and without a suffix; for example `{example}`");
    let mut tokens = TokenStream::new();
    let end = |input: ParseStream<'_>, tokens: &mut TokenStream| {
        let (number, written) = number(input, &expected)?;
        tokens.extend(written);
        Ok::<_, syn::Error>(number)
    };
    let min = if input.peek(Token![..]) {
        None
    } else {
        Some(end(input, &mut tokens)?)
    };
    let (dots, exclusive) = if input.peek(Token![..=]) {
        (input.parse::<Token![..=]>()?.to_token_stream(), false)
    } else if input.peek(Token![..]) {
        (input.parse::<Token![..]>()?.to_token_stream(), true)
    } else {
        let message = format!("expected bounds, from and to; for example `{example}`");
        return Err(syn::Error::new_spanned(tokens, message));
    };
    tokens.extend(dots.clone());
    let max = if input.is_empty() || input.peek(Token![,]) {
        None
    } else {
        Some(end(input, &mut tokens)?)
    };
    if max.is_none() && (min.is_none() || !exclusive) {
        return Err(syn::Error::new_spanned(
            dots,
            format!("the bounds have no end: write `{example}`"),
        ));
    }
    let bounds = Bounds {
        min,
        max,
        exclusive,
        tokens,
    };
    Ok(At::new(bounds, dots.span()))
}

/// Any expression; without syn's `full`, a list has to be read by hand.
pub(super) fn default(input: ParseStream<'_>) -> syn::Result<At<Default>> {
    if input.peek(token::Bracket) {
        return list(input);
    }
    let expression: Expr = input.parse().map_err(|error| {
        syn::Error::new(
            error.span(),
            "expected a value, or a call of a function: write `default = \"CHAT\"`",
        )
    })?;
    let default = Default {
        literal: literal(&expression),
        tokens: expression.to_token_stream(),
    };
    Ok(At::new(default, expression.span()))
}

/// `[a, b]`, or `[a; n]`, of which the number of items is not told.
fn list(input: ParseStream<'_>) -> syn::Result<At<Default>> {
    let tree: TokenTree = input.fork().parse()?;
    let content;
    let brackets = bracketed!(content in input);
    let mut items = Some(0);
    while !content.is_empty() {
        default(&content)?;
        items = items.map(|items| items + 1);
        if content.peek(Token![;]) && items == Some(1) {
            content.parse::<Token![;]>()?;
            content.parse::<Expr>()?;
            items = None;
            if !content.is_empty() {
                return Err(content.error("expected the end of the list"));
            }
        } else if !content.is_empty() {
            content.parse::<Token![,]>()?;
        }
    }
    let default = Default {
        tokens: tree.into(),
        literal: items.map(Literal::List),
    };
    Ok(At::new(default, brackets.span.join()))
}

fn literal(expression: &Expr) -> Option<Literal> {
    match expression {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Str(text) => Some(Literal::Text(text.value())),
            Lit::Int(number) => Some(Literal::Number(Number::Integer(number.base10_parse().ok()?))),
            Lit::Float(number) => Some(Literal::Number(Number::Float(number.base10_parse().ok()?))),
            _ => None,
        },
        Expr::Unary(unary) if matches!(unary.op, syn::UnOp::Neg(_)) => match self::literal(&unary.expr)? {
            Literal::Number(Number::Integer(number)) => Some(Literal::Number(Number::Integer(-number))),
            Literal::Number(Number::Float(number)) => Some(Literal::Number(Number::Float(-number))),
            _ => None,
        },
        _ => None,
    }
}
