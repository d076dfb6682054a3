//! What a field is sent as, and what a declared type may be sent as.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use syn::{Generics, Type, parse_quote};

use crate::case::pascal;
use crate::model::Kind;

/// The type that stands for the kind, in the module `kinds`.
pub(super) fn ty(kind: &Kind, kinds: &TokenStream, span: Span) -> TokenStream {
    let name = Ident::new(&name(kind), span);
    match kind {
        Kind::List(inner) | Kind::Map(inner) => {
            let inner = ty(inner, kinds, span);
            quote!(#kinds::#name<#inner>)
        }
        _ => quote!(#kinds::#name),
    }
}

/// The name of that type, without what it holds.
fn name(kind: &Kind) -> String {
    match kind {
        Kind::List(_) => "List".to_owned(),
        Kind::Map(_) => "Map".to_owned(),
        Kind::Either(choice) => format!("{choice:?}"),
        word => pascal(&word.to_string()),
    }
}

/// The trait that has the compiler's words for a type that is not of this kind.
pub(super) fn words(kind: &Kind) -> TokenStream {
    let kinds = quote!(__b::kind);
    let words = match kind {
        // Lists of the kinds of one word have words of their own.
        Kind::List(item) if !matches!(**item, Kind::List(_) | Kind::Map(_) | Kind::Either(_)) => {
            format_ident!("SentAsListOf{}", name(item))
        }
        _ => format_ident!("SentAs{}", name(kind)),
    };
    match kind {
        Kind::List(inner) | Kind::Map(inner) if words == format!("SentAs{}", name(kind)) => {
            let inner = ty(inner, &kinds, Span::call_site());
            quote!(#kinds::#words<#inner>)
        }
        _ => quote!(#kinds::#words),
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
