//! A model into code: thin calls into the runtime, for the compiler's time goes into what is emitted.

mod codes;
mod docs;
mod enumeration;
mod inherent;
mod kind;
mod list;
mod listed;
mod members;
mod method;
mod received;
mod sent;
mod tagged;
mod tracked;
mod untagged;
mod warnings;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Attribute, Generics, Ident, Type, WherePredicate, parse_quote_spanned};

use crate::attribute::private;
use crate::model::{AnyObject, Method, Role, Structure};
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
    traits.extend(list::expand(method, &generics));
    traits.extend(sent::serialize(&structure.ident, &generics));
    traits.extend(sent::default(structure, &generics));
    traits.extend(listed::expand(structure));
    let block = block(&structure.krate, &structure.lints, &traits);
    let warnings = warnings::expand(structure);
    let tracked = tracked::expand(structure);
    quote! {
        #codes
        #inherent
        #block
        #warnings
        #tracked
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
        if !object.direction.is_sent() {
            // Reported already; what uses it is no further error.
            traits.extend(sent::default_of(structure, &generics, &quote!(loop {})));
        }
        traits.extend(received::object(ident, &generics, &received::members(structure)));
    }
    let block = block(&structure.krate, &structure.lints, &traits);
    let warnings = warnings::expand(structure);
    let tracked = tracked::expand(structure);
    quote! {
        #inherent
        #block
        #warnings
        #tracked
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

/// What stands on everything generated: what is not used of it, or names something deprecated, is not
/// the user's to mend. Only what is needed, for an `allow` is an error where the user has a `forbid`.
fn lints(own: &[Attribute]) -> TokenStream {
    quote! {
        #[allow(dead_code, deprecated, unreachable_pub, clippy::impl_trait_in_params, clippy::same_name_method)]
        #(#own)*
    }
}

/// The struct's generics, with the bounds that the generated code needs.
fn generics(structure: &Structure, bound: &str) -> Generics {
    with_bounds(&structure.generics, bounds(structure, bound))
}

fn with_bounds(generics: &Generics, bounds: Vec<WherePredicate>) -> Generics {
    let mut generics = generics.clone();
    if !bounds.is_empty() {
        generics.make_where_clause().predicates.extend(bounds);
    }
    generics
}

/// A bound on the type of each field that mentions a type parameter: what the field's type needs is
/// the trait solver's to find out.
fn bounds(structure: &Structure, bound: &str) -> Vec<WherePredicate> {
    let fields = structure.fields.iter().filter_map(|field| {
        let (ty, span) = (&field.ty, field.ident.span());
        let (runtime, trait_) = (structure.krate.at(span), Ident::new(bound, span));
        let predicate: WherePredicate = match &field.role {
            Role::Skipped => return None,
            Role::Flattened { .. } => {
                let trait_ = Ident::new(spread(bound), span);
                parse_quote_spanned!(span=> #ty: #runtime::#trait_)
            }
            Role::Parameter(parameter) => match &parameter.kind {
                // It is a `Field` then.
                Some(kind) if bound == "Field" => {
                    let kind = kind::ty(kind, &quote!(#runtime::kind), span);
                    parse_quote_spanned!(span=> #ty: #runtime::SentAs<#kind>)
                }
                _ => parse_quote_spanned!(span=> #ty: #runtime::#trait_),
            },
        };
        Some((ty, predicate))
    });
    asked(&structure.ident, &structure.generics, fields)
}

/// The bound of what stands among other members, where that of a member is `bound`.
fn spread(bound: &str) -> &'static str {
    if bound == "Field" { "Flatten" } else { "Unflatten" }
}

/// Those bounds whose type mentions a type parameter of `item`. A type that mentions `item` too has
/// none: to hold, it would have to hold already.
fn asked<'a>(
    item: &Ident,
    generics: &Generics,
    bounds: impl Iterator<Item = (&'a Type, WherePredicate)>,
) -> Vec<WherePredicate> {
    let parameters: Vec<&Ident> = generics.type_params().map(|of| &of.ident).collect();
    if parameters.is_empty() {
        return Vec::new();
    }
    let itself = [item, &Ident::new("Self", item.span())];
    bounds
        .filter(|(ty, _)| {
            let tokens = ty.to_token_stream();
            mentions(tokens.clone(), &parameters) && !mentions(tokens, &itself)
        })
        .map(|(_, bound)| bound)
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
