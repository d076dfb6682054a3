//! The path of the runtime in generated code.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;

/// `::b24`, or what the option `crate` says.
///
/// Kept as single tokens, which `quote!` just adds: a stream within another one costs several calls
/// into the compiler, and this path is in every line.
#[derive(Clone)]
pub(crate) struct Runtime(Vec<TokenTree>);

impl Runtime {
    pub(crate) fn new(path: TokenStream) -> Self {
        Self(path.into_iter().collect())
    }

    /// The path in a piece of code that belongs to `span`: where a type does not fit, the compiler
    /// underlines that, and not the whole attribute.
    pub(crate) fn at(&self, span: Span) -> Self {
        let mut path = self.clone();
        for token in &mut path.0 {
            token.set_span(token.span().located_at(span));
        }
        path
    }
}

impl ToTokens for Runtime {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.0.iter().cloned());
    }
}
