//! What is written: `impl Serialize`; `impl Default`; and what makes an object a parameter.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Generics, Ident};

use super::kind;
use crate::model::Structure;

/// `impl Serialize`, which is the same for a method and an object.
pub(super) fn serialize(ident: &Ident, generics: &Generics) -> TokenStream {
    let (parameters, arguments, bounds) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #parameters __b::serde::Serialize for #ident #arguments #bounds {
            fn serialize<__S: __b::serde::Serializer>(
                &self,
                serializer: __S,
            ) -> __b::Result<__S::Ok, __S::Error> {
                __b::serialize(self, serializer)
            }
        }
    }
}

/// What makes an object, whose members `visit` shows, a parameter.
pub(super) fn object(ident: &Ident, generics: &Generics, visit: &TokenStream) -> TokenStream {
    let (parameters, arguments, bounds) = generics.split_for_impl();
    let serialize = serialize(ident, generics);
    let kinds = kind::of_class(ident, generics, "Objects", &TokenStream::new());
    quote! {
        #serialize
        #[automatically_derived]
        impl #parameters __b::Object for #ident #arguments #bounds {
            #visit
        }
        #[automatically_derived]
        impl #parameters __b::Scalar for #ident #arguments #bounds {
            const __NESTED: __b::bool = true;
            fn __inside<__V: __b::Visitor>(&self, __v: &mut __V) {
                __v.object(self);
            }
        }
        #kinds
    }
}

/// `impl Default`, where the declaration asks for it.
pub(super) fn default(structure: &Structure, generics: &Generics) -> Option<TokenStream> {
    // A required field beside `default` is an error already.
    let value = if structure.required().next().is_some() {
        quote!(loop {})
    } else {
        quote!(Self::new())
    };
    default_of(structure, generics, &value)
}

/// `impl Default` with that value, where the declaration asks for it.
pub(super) fn default_of(
    structure: &Structure,
    generics: &Generics,
    value: &TokenStream,
) -> Option<TokenStream> {
    if !structure.default {
        return None;
    }
    let (parameters, arguments, bounds) = generics.split_for_impl();
    let ident = &structure.ident;
    Some(quote! {
        #[automatically_derived]
        impl #parameters ::core::default::Default for #ident #arguments #bounds {
            #[inline]
            fn default() -> Self {
                #value
            }
        }
    })
}
