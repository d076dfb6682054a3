//! What a field is sent as, and what a declared type may be sent as.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use syn::{Generics, Type, parse_quote};

use crate::model::{Kind, WORDS};

/// The type that stands for the kind, in the module `kinds`.
pub(super) fn ty(kind: &Kind, kinds: &TokenStream, span: Span) -> TokenStream {
    let (name, inner) = match kind {
        Kind::One(named) => {
            let name = Ident::new(named.ty, span);
            return quote!(#kinds::#name);
        }
        Kind::List(item) => ("List", item),
        Kind::Map(value) => ("Map", value),
    };
    let (name, inner) = (Ident::new(name, span), ty(inner, kinds, span));
    quote!(#kinds::#name<#inner>)
}

/// The trait that has the compiler's words for a type that is not of this kind.
pub(super) fn words(kind: &Kind) -> TokenStream {
    let kinds = quote!(__b::kind);
    // Lists of the kinds of one word have words of their own.
    if let Kind::List(item) = kind
        && let Kind::One(named) = &**item
        && WORDS.contains(named)
    {
        let name = format_ident!("SentAsListOf{}", named.ty);
        return quote!(#kinds::#name);
    }
    match kind {
        Kind::One(named) => {
            let name = format_ident!("SentAs{}", named.ty);
            quote!(#kinds::#name)
        }
        Kind::List(item) => {
            let item = ty(item, &kinds, Span::call_site());
            quote!(#kinds::SentAsList<#item>)
        }
        Kind::Map(value) => {
            let value = ty(value, &kinds, Span::call_site());
            quote!(#kinds::SentAsMap<#value>)
        }
    }
}

/// What is declared, as all kinds that take its class; written by `body`, or by its own `Serialize`.
pub(super) fn of_class(ident: &Ident, generics: &Generics, class: &str, body: &TokenStream) -> TokenStream {
    let class = Ident::new(class, Span::call_site());
    let mut generics = generics.clone();
    generics
        .params
        .push(parse_quote!(__K: __b::kind::Takes<__b::kind::#class>));
    sent_as(ident, &generics, body)
}

/// What is of one of several types, as the kinds that are common to them.
pub(super) fn of_all(
    ident: &Ident,
    generics: &Generics,
    types: impl Iterator<Item = Type>,
    body: &TokenStream,
) -> TokenStream {
    let mut generics = generics.clone();
    generics.params.push(parse_quote!(__K: __b::kind::Kind));
    let bounds = &mut generics.make_where_clause().predicates;
    bounds.extend::<Vec<syn::WherePredicate>>(types.map(|ty| parse_quote!(#ty: __b::OfKind<__K>)).collect());
    sent_as(ident, &generics, body)
}

/// `generics`: with one more parameter than `ident` has, the kind.
fn sent_as(ident: &Ident, generics: &Generics, body: &TokenStream) -> TokenStream {
    let mut own = generics.clone();
    own.params.pop();
    let (_, arguments, _) = own.split_for_impl();
    let (parameters, _, bounds) = generics.split_for_impl();
    let body = (!body.is_empty()).then(|| {
        quote! {
            fn serialize_as<__S: __b::serde::Serializer>(&self, to: __S) -> __b::Result<__S::Ok, __S::Error> {
                #body
            }
        }
    });
    quote! {
        #[automatically_derived]
        impl #parameters __b::SentAs<__K> for #ident #arguments #bounds {
            #body
        }
    }
}
