//! A model into code: thin calls into the runtime, for the compiler's time goes into what is emitted.

mod codes;
mod docs;
mod enumeration;
mod inherent;
mod listed;
mod traits;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Attribute, Generics, Ident, WherePredicate, parse_quote_spanned};

use crate::attribute::private;
use crate::model::{Field, Method, Parameter, Role};
pub(crate) use enumeration::enumeration;

/// Everything that is generated for a method.
pub(crate) fn method(method: &Method) -> TokenStream {
    let generics = generics(method);
    let traits = traits::expand(method, &generics);
    let inherent = inherent::expand(method, &generics);
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

/// The struct's generics, with the bounds that the generated code needs.
fn generics(method: &Method) -> Generics {
    let mut generics = method.generics.clone();
    let predicates = bounds(method);
    if !predicates.is_empty() {
        generics.make_where_clause().predicates.extend(predicates);
    }
    generics
}

/// A bound on the type of each field that mentions a type parameter: what the field's type needs is
/// the trait solver's to find out.
fn bounds(method: &Method) -> Vec<WherePredicate> {
    let parameters: Vec<&Ident> = method.generics.type_params().map(|of| &of.ident).collect();
    if parameters.is_empty() {
        return Vec::new();
    }
    let fields = self::parameters(method).map(|(field, _)| field);
    let fields = fields.filter(|field| mentions(field.ty.to_token_stream(), &parameters));
    fields
        .map(|field| {
            let (ty, span) = (&field.ty, field.ident.span());
            let runtime = method.krate.at(span);
            parse_quote_spanned!(span=> #ty: #runtime::Field)
        })
        .collect()
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
