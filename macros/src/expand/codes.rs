//! The enum of a method's error codes.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Frame, Paths};
use crate::model::Method;

pub(super) fn expand(method: &Method, paths: &Paths, frame: &Frame) -> TokenStream {
    if method.codes.is_empty() {
        return TokenStream::new();
    }
    let Paths { krate, private } = paths;
    let lints = &frame.lints;
    let (vis, ident) = (&method.vis, &method.codes_ident);
    let doc = format!("The error codes of [`{}`].", method.name);
    let variants: Vec<_> = method.codes.iter().map(|code| &code.variant).collect();
    let texts: Vec<_> = method.codes.iter().map(|code| &code.code).collect();
    let docs = texts.iter().map(|text| format!("`{text}`"));
    let places = 0..variants.len();
    quote! {
        #lints
        #[doc = #doc]
        #[derive(Clone, PartialEq, Eq)]
        #[non_exhaustive]
        #vis enum #ident {
            #(#[doc = #docs] #variants,)*
            /// A code that the declaration does not list.
            Other(#private::String),
        }
        #lints
        impl #krate::ErrorCode for #ident {
            fn from_code(code: &str) -> Self {
                match #private::position(code, &[#(#texts),*]) {
                    #(#places => Self::#variants,)*
                    _ => Self::Other(code.into()),
                }
            }
            fn as_str(&self) -> &str {
                match self {
                    #(Self::#variants => #texts,)*
                    Self::Other(code) => code,
                }
            }
        }
        #lints
        impl ::core::fmt::Debug for #ident {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(#krate::ErrorCode::as_str(self))
            }
        }
    }
}
