//! A model into code: thin calls into the runtime, for the compiler's time goes into what is emitted.

mod codes;
mod docs;
mod inherent;
mod rules;
mod traits;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::{GenericParam, Ident, WherePredicate, parse_quote_spanned};

use crate::attribute::private;
use crate::model::{Field, Method, Role};

/// Everything that is generated for a method.
pub(crate) fn method(method: &Method) -> TokenStream {
    let paths = Paths::of(method);
    let frame = Frame::of(method, &paths);
    let traits = traits::expand(method, &paths, &frame);
    let inherent = inherent::expand(method, &paths, &frame);
    let codes = codes::expand(method, &paths, &frame);
    quote!(#traits #inherent #codes)
}

/// Where the generated code finds the runtime.
struct Paths {
    krate: TokenStream,
    private: TokenStream,
}

impl Paths {
    fn of(method: &Method) -> Self {
        let krate = method.krate.clone();
        let private = private();
        Self {
            private: quote!(#krate::#private),
            krate,
        }
    }

    /// The runtime's path for a piece of code that belongs to `span`: where a type does not fit, the
    /// compiler underlines that, and not the whole attribute.
    fn krate_at(&self, span: Span) -> TokenStream {
        let tokens = self.krate.clone().into_iter();
        tokens
            .map(|mut token| {
                token.set_span(token.span().located_at(span));
                token
            })
            .collect()
    }
}

/// What every generated item has in common.
struct Frame {
    /// The user's lint levels, and ours: nothing generated is the user's to mend.
    lints: TokenStream,
    /// `impl<...>`'s parameters, the struct's arguments and the bounds.
    parameters: TokenStream,
    arguments: TokenStream,
    bounds: TokenStream,
}

impl Frame {
    fn of(method: &Method, paths: &Paths) -> Self {
        let mut generics = method.generics.clone();
        let mut predicates = bounds(method, paths).peekable();
        if predicates.peek().is_some() {
            generics.make_where_clause().predicates.extend(predicates);
        }
        let (parameters, arguments, bounds) = generics.split_for_impl();
        let lints = &method.lints;
        Self {
            lints: quote! {
                #[automatically_derived]
                #[allow(clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
                #[allow(dead_code, deprecated, missing_docs, single_use_lifetimes, unreachable_pub, unused_qualifications)]
                #(#lints)*
            },
            parameters: parameters.to_token_stream(),
            arguments: arguments.to_token_stream(),
            bounds: bounds.to_token_stream(),
        }
    }
}

/// A bound on the type of each field that mentions a type parameter: what the field's type needs is
/// the trait solver's to find out.
fn bounds(method: &Method, paths: &Paths) -> impl Iterator<Item = WherePredicate> {
    let parameters: Vec<&Ident> = method
        .generics
        .params
        .iter()
        .filter_map(|parameter| match parameter {
            GenericParam::Type(parameter) => Some(&parameter.ident),
            _ => None,
        })
        .collect();
    let fields = method
        .fields
        .iter()
        .filter(|field| matches!(field.role, Role::Parameter(_)));
    fields.filter_map(move |field| {
        let (ty, span) = (&field.ty, field.ident.span());
        let krate = paths.krate_at(span);
        mentions(ty.to_token_stream(), &parameters).then(|| parse_quote_spanned!(span=> #ty: #krate::Field))
    })
}

fn mentions(tokens: TokenStream, parameters: &[&Ident]) -> bool {
    use proc_macro2::TokenTree;
    tokens.into_iter().any(|tree| match tree {
        TokenTree::Ident(ident) => parameters.iter().any(|parameter| **parameter == ident),
        TokenTree::Group(group) => mentions(group.stream(), parameters),
        _ => false,
    })
}

/// The fields that are parameters, with their place in the table.
fn parameters(method: &Method) -> impl Iterator<Item = (usize, &Field, &crate::model::Parameter)> {
    method
        .fields
        .iter()
        .filter_map(|field| match &field.role {
            Role::Parameter(parameter) => Some((field, &**parameter)),
            Role::Skipped => None,
        })
        .enumerate()
        .map(|(index, (field, parameter))| (index, field, parameter))
}
