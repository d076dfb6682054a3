//! `kind = integer | list<text>`, as it was written.

use proc_macro2::TokenStream;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Ident, Lit, Token};

use super::At;

/// A kind, or several between which the documentation leaves the choice.
#[derive(Clone)]
pub(crate) struct Kind {
    pub(crate) members: Vec<At<Member>>,
    /// All of it, as it was written.
    pub(crate) tokens: TokenStream,
}

/// A word, and what stands in angle brackets behind it.
#[derive(Clone)]
pub(crate) struct Member {
    pub(crate) word: String,
    pub(crate) inner: Option<Kind>,
}

pub(super) fn read(input: ParseStream<'_>, example: &str) -> syn::Result<Kind> {
    let mut cursor = input.cursor();
    let mut members = vec![member(input, example)?];
    while input.parse::<Option<Token![|]>>()?.is_some() {
        members.push(member(input, example)?);
    }
    let mut tokens = TokenStream::new();
    while cursor != input.cursor()
        && let Some((tree, behind)) = cursor.token_tree()
    {
        tokens.extend([tree]);
        cursor = behind;
    }
    Ok(Kind { members, tokens })
}

fn member(input: ParseStream<'_>, example: &str) -> syn::Result<At<Member>> {
    if let Ok(Lit::Str(text)) = input.fork().parse() {
        let message = format!(
            "expected a kind, without quotation marks: write `kind = {}`",
            text.value()
        );
        return Err(syn::Error::new(text.span(), message));
    }
    let word = input
        .call(Ident::parse_any)
        .map_err(|error| syn::Error::new(error.span(), format!("expected a kind: write `{example}`")))?;
    let mut inner = None;
    if input.parse::<Option<Token![<]>>()?.is_some() {
        inner = Some(read(input, example)?);
        input.parse::<Token![>]>().map_err(|error| {
            let message = format!("expected `>` behind what `{word}` holds");
            syn::Error::new(error.span(), message)
        })?;
    }
    let member = Member {
        word: word.unraw().to_string(),
        inner,
    };
    Ok(At::new(member, word.span()))
}
