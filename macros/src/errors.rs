//! Collects errors and warnings, so that all of a struct's are reported at once.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;

use crate::model::Warning;

/// The errors found so far.
///
/// Dropping it unread would lose them without a word, and panics where tests can see it.
#[derive(Default)]
pub(crate) struct Errors {
    found: Vec<syn::Error>,
    warnings: Vec<Warning>,
    read: bool,
}

impl Errors {
    /// An error at a place.
    pub(crate) fn at(&mut self, span: Span, message: impl std::fmt::Display) {
        self.found.push(syn::Error::new(span, message));
    }

    /// An error that underlines all of `tokens`.
    pub(crate) fn on(&mut self, tokens: impl ToTokens, message: impl std::fmt::Display) {
        self.found.push(syn::Error::new_spanned(tokens, message));
    }

    /// A warning at a place; `item` is what is said to be deprecated.
    pub(crate) fn warn(&mut self, span: Span, item: &'static str, message: String) {
        self.warnings.push(Warning { span, item, message });
    }

    /// The warnings found so far: the code says them.
    pub(crate) fn take_warnings(&mut self) -> Vec<Warning> {
        std::mem::take(&mut self.warnings)
    }

    /// An error of the parser.
    pub(crate) fn push(&mut self, error: syn::Error) {
        self.found.push(error);
    }

    /// How many were found: more of them after a step tell that something is wrong with what it read.
    pub(crate) fn count(&self) -> usize {
        self.found.len()
    }

    /// Forgets all but the first `count`: the others follow from those.
    pub(crate) fn forget_beyond(&mut self, count: usize) {
        self.found.truncate(count);
    }

    /// The code, with every error beside it.
    pub(crate) fn beside(mut self, code: TokenStream) -> TokenStream {
        self.read = true;
        let mut tokens: TokenStream = self.found.iter().map(syn::Error::to_compile_error).collect();
        tokens.extend(code);
        tokens
    }
}

impl Drop for Errors {
    fn drop(&mut self) {
        debug_assert!(
            self.read || std::thread::panicking(),
            "errors were dropped unread"
        );
    }
}
