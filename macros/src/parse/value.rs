//! Values of options: texts, lists, bounds, defaults.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::ParseStream;
use syn::spanned::Spanned;
use syn::{Expr, Lit, LitStr, Token, bracketed, token};

use super::{Allowed, At};

/// A bound of `range`, `length` or `items`.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Number {
    Integer(i128),
    Float(f64),
}

/// One end of bounds.
pub(crate) type Bound = Option<At<Number>>;

/// `1..=50`, `..0.5`, `1..`: as written.
#[derive(Clone)]
pub(crate) struct Bounds {
    pub(crate) min: Bound,
    pub(crate) max: Bound,
    /// Whether `max` itself is outside: `..` and not `..=`.
    pub(crate) exclusive: bool,
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
pub(super) fn text(input: ParseStream<'_>, example: &str) -> syn::Result<At<String>> {
    let literal: LitStr = input.parse().map_err(|error| {
        syn::Error::new(
            error.span(),
            format!("expected a text in quotation marks: write `{example}`"),
        )
    })?;
    Ok(At::new(literal.value(), literal.span()))
}

/// A number, perhaps negative.
fn number(input: ParseStream<'_>, expected: &str) -> syn::Result<At<Number>> {
    let minus: Option<Token![-]> = input.parse()?;
    let literal: Lit = input
        .parse()
        .map_err(|error| syn::Error::new(error.span(), format!("expected {expected}")))?;
    let number = match &literal {
        Lit::Int(literal) if literal.suffix().is_empty() => {
            let value: i128 = literal.base10_parse()?;
            Number::Integer(if minus.is_some() { -value } else { value })
        }
        Lit::Float(literal) if literal.suffix().is_empty() => {
            let value: f64 = literal.base10_parse()?;
            Number::Float(if minus.is_some() { -value } else { value })
        }
        other => return Err(syn::Error::new(other.span(), format!("expected {expected}"))),
    };
    let mut tokens = minus.to_token_stream();
    literal.to_tokens(&mut tokens);
    Ok(At::new(number, tokens.span()))
}

/// `["OPEN", "CHAT"]` or `[1, 2]`.
pub(super) fn allowed(input: ParseStream<'_>, example: &str) -> syn::Result<At<Vec<At<Allowed>>>> {
    if !input.peek(token::Bracket) {
        return Err(input.error(format!("expected a list: write `{example}`")));
    }
    let content;
    let brackets = bracketed!(content in input);
    let mut values = Vec::new();
    while !content.is_empty() {
        values.push(if content.peek(LitStr) {
            let literal: LitStr = content.parse()?;
            At::new(Allowed::Text(literal.value()), literal.span())
        } else {
            let value = number(&content, "a text in quotation marks or a whole number")?;
            match value.value {
                Number::Integer(integer) => At::new(Allowed::Integer(integer), value.span),
                Number::Float(_) => {
                    return Err(syn::Error::new(
                        value.span,
                        "expected a text in quotation marks or a whole number",
                    ));
                }
            }
        });
        if !content.is_empty() {
            content.parse::<Token![,]>()?;
        }
    }
    Ok(At::new(values, brackets.span.join()))
}

/// `1..=50`, `..0.5`, `1..`.
pub(super) fn bounds(input: ParseStream<'_>, example: &str) -> syn::Result<At<Bounds>> {
    let expected = format!("a number: write `{example}`");
    let min = if input.peek(Token![..]) {
        None
    } else {
        Some(number(input, &expected)?)
    };
    let (dots, exclusive) = if input.peek(Token![..=]) {
        (input.parse::<Token![..=]>()?.to_token_stream(), false)
    } else if input.peek(Token![..]) {
        (input.parse::<Token![..]>()?.to_token_stream(), true)
    } else {
        return Err(input.error(format!("expected bounds: write `{example}`")));
    };
    let max = if input.is_empty() || input.peek(Token![,]) {
        None
    } else {
        Some(number(input, &expected)?)
    };
    if max.is_none() && (min.is_none() || !exclusive) {
        return Err(syn::Error::new_spanned(
            dots,
            format!("the bounds have no end: write `{example}`"),
        ));
    }
    let ends = [min.as_ref(), max.as_ref()]
        .into_iter()
        .flatten()
        .map(|end| end.span);
    let span = ends.reduce(|first, last| first.join(last).unwrap_or(first));
    Ok(At::new(
        Bounds { min, max, exclusive },
        span.unwrap_or_else(|| dots.span()),
    ))
}

/// Any expression; without syn's `full`, an array has to be taken as a token.
pub(super) fn default(input: ParseStream<'_>) -> syn::Result<At<Default>> {
    if input.peek(token::Bracket) {
        let list: TokenTree = input.parse()?;
        let span = list.span();
        let items = items(&list);
        return Ok(At::new(
            Default {
                tokens: list.into(),
                literal: items.map(Literal::List),
            },
            span,
        ));
    }
    let expression: Expr = input.parse()?;
    let default = Default {
        literal: literal(&expression),
        tokens: expression.to_token_stream(),
    };
    Ok(At::new(default, expression.span()))
}

/// How many items a list `[a, b]` has; not told for `[a; n]`.
fn items(list: &TokenTree) -> Option<usize> {
    let TokenTree::Group(group) = list else {
        return None;
    };
    let (mut items, mut open) = (0, false);
    for tree in group.stream() {
        match tree {
            TokenTree::Punct(punct) if punct.as_char() == ',' => open = false,
            // Either `[a; n]`, or a comma further on may belong to generic arguments.
            TokenTree::Punct(punct) if matches!(punct.as_char(), ';' | '<') => return None,
            _ if !open => {
                open = true;
                items += 1;
            }
            _ => {}
        }
    }
    Some(items)
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
