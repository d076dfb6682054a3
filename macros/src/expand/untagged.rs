//! What is generated for a value that is one of several, told by its shape.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;
use syn::{Generics, parse_quote_spanned};

use super::{asked, block, kind, received, with_bounds};
use crate::model::Untagged;

pub(super) fn expand(untagged: &Untagged) -> TokenStream {
    let mut traits = TokenStream::new();
    if untagged.direction.is_sent() {
        traits.extend(sent(untagged));
    }
    if untagged.direction.is_received() {
        traits.extend(received(untagged));
    }
    block(&untagged.krate, &untagged.lints, &traits)
}

/// The enum's generics, with a bound on what each variant holds.
fn bounded(untagged: &Untagged, bound: &TokenStream) -> Generics {
    let held = untagged.variants.iter();
    let bounds = held.map(|(variant, ty)| {
        let span = variant.span();
        (ty, parse_quote_spanned!(span=> #ty: #bound))
    });
    with_bounds(
        &untagged.generics,
        asked(&untagged.ident, &untagged.generics, bounds),
    )
}

fn sent(untagged: &Untagged) -> TokenStream {
    let Untagged { ident, broken, .. } = untagged;
    let generics = &bounded(untagged, &quote!(__b::Field));
    let (parameters, arguments, bounds) = generics.split_for_impl();
    let (mut serialize, mut inside) = (TokenStream::new(), TokenStream::new());
    let mut serialize_as = TokenStream::new();
    for (variant, ty) in &untagged.variants {
        serialize.extend(quote!(Self::#variant(value) => <#ty as __b::Field>::__visit(value, "", one),));
        serialize_as.extend(quote!(Self::#variant(value) => __b::OfKind::<__K>::__serialize_as(value, to),));
        inside.extend(quote!(Self::#variant(value) => <#ty as __b::Field>::__inside(value, __v),));
    }
    let broken = quote!(#(Self::#broken { .. } => loop {},)*);
    let types = untagged.variants.iter().map(|(_, ty)| ty.clone());
    let kinds = kind::of_all(ident, generics, types, &arms(&serialize_as, &broken));
    let (serialize, inside) = (arms(&serialize, &broken), arms(&inside, &broken));
    quote! {
        #[automatically_derived]
        impl #parameters __b::serde::Serialize for #ident #arguments #bounds {
            fn serialize<__S: __b::serde::Serializer>(&self, to: __S) -> __b::Result<__S::Ok, __S::Error> {
                __b::serialize_one(to, |one| #serialize)
            }
        }
        #[automatically_derived]
        impl #parameters __b::Scalar for #ident #arguments #bounds {
            const __NESTED: __b::bool = true;
            fn __inside<__V: __b::Visitor>(&self, __v: &mut __V) {
                #inside
            }
        }
        #kinds
    }
}

/// One arm for each variant; an enum without any is reported already.
fn arms(arms: &TokenStream, broken: &TokenStream) -> TokenStream {
    if arms.is_empty() && broken.is_empty() {
        quote!(loop {})
    } else {
        quote!(match self { #arms #broken })
    }
}

fn received(untagged: &Untagged) -> TokenStream {
    let ident = &untagged.ident;
    let generics = &bounded(untagged, &quote!(__b::Lenient));
    let (parameters, arguments, bounds) = generics.split_for_impl();
    let deserialize = received::deserialize(ident, generics, &quote!(__b::receive_any));
    let name = ident.unraw().to_string();
    let shapes = untagged.variants.iter().map(|(variant, ty)| {
        quote! {
            if let __b::Option::Some(value) = <#ty as __b::Decoded>::__choose(choice) {
                return __b::Option::Some(Self::#variant(value));
            }
        }
    });
    quote! {
        #deserialize
        #[automatically_derived]
        impl #parameters __b::Lenient for #ident #arguments #bounds {}
        #[automatically_derived]
        impl #parameters __b::OneOf for #ident #arguments #bounds {
            const NAME: &'static __b::str = #name;
            fn __one_of(choice: &mut __b::Choice<'_>) -> __b::Option<Self> {
                #(#shapes)*
                __b::Option::None
            }
        }
    }
}
