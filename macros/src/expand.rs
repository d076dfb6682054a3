//! A model into code: thin calls into the runtime, for the compiler's time goes into what is emitted.

mod codes;
mod docs;
mod enumeration;
mod inherent;
mod listed;
mod traits;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::{Attribute, GenericParam, Ident, WherePredicate, parse_quote_spanned};

use crate::attribute::private;
use crate::model::{Field, Method, Parameter, Role};
pub(crate) use enumeration::enumeration;

/// Everything that is generated for a method.
pub(crate) fn method(method: &Method) -> TokenStream {
    let frame = Frame::of(method);
    let traits = traits::expand(method, &frame);
    let inherent = inherent::expand(method, &frame);
    let codes = codes::expand(method);
    let (krate, private, lints) = (&method.krate, private(), lints(&method.lints));
    // In the block the runtime has a short name. What the user's code names stays outside, or the
    // compiler would name the block with it.
    quote! {
        #codes
        #lints
        #inherent
        #lints
        const _: () = {
            use #krate::#private as __b;
            #traits
        };
    }
}

/// What stands on everything generated: none of it is the user's to mend.
fn lints(own: &[Attribute]) -> TokenStream {
    quote! {
        #[allow(clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
        #[allow(dead_code, deprecated, single_use_lifetimes, unreachable_pub, unused_qualifications)]
        #(#own)*
    }
}

/// The runtime's path for a piece of code that belongs to `span`: where a type does not fit, the
/// compiler underlines that, and not the whole attribute.
fn runtime_at(method: &Method, span: Span) -> TokenStream {
    let tokens = method.krate.clone().into_iter();
    tokens
        .map(|mut token| {
            token.set_span(token.span().located_at(span));
            token
        })
        .collect()
}

/// What every generated item has in common.
struct Frame {
    /// `impl<...>`'s parameters, the struct's arguments and the bounds.
    parameters: TokenStream,
    arguments: TokenStream,
    bounds: TokenStream,
}

impl Frame {
    fn of(method: &Method) -> Self {
        let mut generics = method.generics.clone();
        let mut predicates = bounds(method).peekable();
        if predicates.peek().is_some() {
            generics.make_where_clause().predicates.extend(predicates);
        }
        let (parameters, arguments, bounds) = generics.split_for_impl();
        Self {
            parameters: parameters.to_token_stream(),
            arguments: arguments.to_token_stream(),
            bounds: bounds.to_token_stream(),
        }
    }
}

/// A bound on the type of each field that mentions a type parameter: what the field's type needs is
/// the trait solver's to find out.
fn bounds(method: &Method) -> impl Iterator<Item = WherePredicate> {
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
        let runtime = runtime_at(method, span);
        mentions(ty.to_token_stream(), &parameters).then(|| parse_quote_spanned!(span=> #ty: #runtime::Field))
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

/// The fields that are parameters.
fn parameters(method: &Method) -> impl Iterator<Item = (&Field, &Parameter)> {
    method.fields.iter().filter_map(|field| match &field.role {
        Role::Parameter(parameter) => Some((field, &**parameter)),
        Role::Skipped | Role::Flattened => None,
    })
}
