//! The enum of a method's error codes.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Method, Structure};

const OTHER: &str = " A code that the declaration does not list.";

pub(super) fn expand(method: &Method) -> TokenStream {
    if method.codes.is_empty() {
        return TokenStream::new();
    }
    let Structure {
        krate, vis, lints, ..
    } = &method.structure;
    let ident = &method.codes_ident;
    let doc = format!("The error codes of `{}`.", method.name);
    let variants: Vec<_> = method.codes.iter().map(|code| &code.variant).collect();
    let texts: Vec<_> = method.codes.iter().map(|code| &code.code).collect();
    let docs = texts.iter().map(|text| format!("`{text}`"));
    // Copies and comparisons by hand: the compiler's own derives cost it more than the rest of the enum.
    quote! {
        #[doc = #doc]
        #[derive(Debug)]
        #[allow(dead_code)]
        #(#lints)*
        #[non_exhaustive]
        #vis enum #ident {
            #(#[doc = #docs] #variants,)*
            #[doc = #OTHER]
            Other,
        }
        #[automatically_derived]
        impl ::core::clone::Clone for #ident {
            #[inline]
            fn clone(&self) -> Self {
                *self
            }
        }
        #[automatically_derived]
        impl ::core::marker::Copy for #ident {}
        #[automatically_derived]
        impl ::core::cmp::PartialEq for #ident {
            #[inline]
            fn eq(&self, other: &Self) -> ::core::primitive::bool {
                *self as ::core::primitive::u16 == *other as ::core::primitive::u16
            }
        }
        #[automatically_derived]
        impl ::core::cmp::Eq for #ident {}
        #[automatically_derived]
        impl #krate::ErrorCode for #ident {
            #[inline]
            fn __codes() -> (&'static [(&'static ::core::primitive::str, Self)], Self) {
                (&[#((#texts, Self::#variants)),*], Self::Other)
            }
        }
    }
}
