//! A model into code: thin calls into the runtime, for the compiler's time goes into what is emitted.

mod codes;
mod docs;
mod enumeration;
mod inherent;
mod kind;
mod listed;
mod members;
mod method;
mod received;
mod sent;
mod tagged;
mod untagged;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Attribute, Generics, Ident, WherePredicate, parse_quote_spanned};

use crate::attribute::private;
use crate::model::{AnyObject, Method, Structure};
use crate::runtime::Runtime;
pub(crate) use enumeration::enumeration;

/// Everything that is generated for a method.
pub(crate) fn method(method: &Method) -> TokenStream {
    let structure = &method.structure;
    let generics = generics(structure, "Field");
    let codes = codes::expand(method);
    let inherent = inherent::expand(
        structure,
        &docs::method(method),
        &method::inherent(method),
        &generics,
    );
    let mut traits = method::expand(method, &generics);
    traits.extend(sent::serialize(&structure.ident, &generics));
    traits.extend(sent::default(structure, &generics));
    traits.extend(listed::expand(structure));
    let block = block(&structure.krate, &structure.lints, &traits);
    quote! {
        #codes
        #inherent
        #block
    }
}

/// Everything that is generated for an object.
pub(crate) fn object(object: &AnyObject) -> TokenStream {
    let object = match object {
        AnyObject::Struct(object) => object,
        AnyObject::Tagged(tagged) => return tagged::expand(tagged),
        AnyObject::Untagged(untagged) => return untagged::expand(untagged),
    };
    let structure = &object.structure;
    let ident = &structure.ident;
    let (mut inherent, mut traits) = (TokenStream::new(), TokenStream::new());
    if object.direction.is_sent() {
        let generics = generics(structure, "Field");
        let doc = docs::object(structure);
        inherent = inherent::expand(structure, &doc, &TokenStream::new(), &generics);
        traits.extend(sent::object(ident, &generics, &members::expand(structure)));
        traits.extend(sent::default(structure, &generics));
        traits.extend(listed::expand(structure));
    }
    if object.direction.is_received() {
        let generics = generics(structure, "Lenient");
        traits.extend(received::object(ident, &generics, &received::members(structure)));
    }
    let block = block(&structure.krate, &structure.lints, &traits);
    quote! {
        #inherent
        #block
    }
}

/// In the block the runtime has a short name. What the user's code names stays outside, or the
/// compiler would name the block with it.
fn block(krate: &Runtime, own: &[Attribute], traits: &TokenStream) -> TokenStream {
    let (private, lints) = (private(), lints(own));
    quote! {
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
fn generics(structure: &Structure, bound: &str) -> Generics {
    let mut generics = structure.generics.clone();
    let predicates = bounds(structure, bound);
    if !predicates.is_empty() {
        generics.make_where_clause().predicates.extend(predicates);
    }
    generics
}

/// A bound on the type of each field that mentions a type parameter: what the field's type needs is
/// the trait solver's to find out.
fn bounds(structure: &Structure, bound: &str) -> Vec<WherePredicate> {
    let parameters: Vec<&Ident> = structure.generics.type_params().map(|of| &of.ident).collect();
    if parameters.is_empty() {
        return Vec::new();
    }
    let fields = structure.parameters();
    let fields = fields.filter(|(field, _)| mentions(field.ty.to_token_stream(), &parameters));
    fields
        .map(|(field, parameter)| {
            let (ty, span) = (&field.ty, field.ident.span());
            let (runtime, trait_) = (structure.krate.at(span), Ident::new(bound, span));
            match &parameter.kind {
                // It is a `Field` then.
                Some(kind) if bound == "Field" => {
                    let kind = kind::ty(kind, &quote!(#runtime::kind), span);
                    parse_quote_spanned!(span=> #ty: #runtime::SentAs<#kind>)
                }
                _ => parse_quote_spanned!(span=> #ty: #runtime::#trait_),
            }
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
