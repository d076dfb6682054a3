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
    quote! {
        #[doc = #doc]
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(dead_code)]
        #(#lints)*
        #[non_exhaustive]
        #vis enum #ident {
            #(#[doc = #docs] #variants,)*
            #[doc = #OTHER]
            Other,
        }
        #[automatically_derived]
        impl #krate::ErrorCode for #ident {
            const KNOWN: &'static [(&'static str, Self)] = &[#((#texts, Self::#variants)),*];
            const OTHER: Self = Self::Other;
        }
    }
}
