//! What is generated, and what the macros do with tokens that make no sense.

mod declarations;
mod mutation;
mod size;
mod snapshot;

use proc_macro2::TokenStream;
use quote::quote;

/// What `#[b24_method(options)]` on `item` expands to in the end; a struct whose `cfg`s are resolved.
fn expand(options: &TokenStream, item: &TokenStream) -> TokenStream {
    crate::method(quote!(#[__b24_method(#options)] #item))
}

/// What `#[b24_object(options)]` on `item` expands to in the end.
fn expand_object(options: &TokenStream, item: &TokenStream) -> TokenStream {
    crate::object(quote!(#[__b24_object(#options)] #item))
}

/// What `#[b24_enum(options)]` on `item` expands to in the end.
fn expand_enum(options: &TokenStream, item: &TokenStream) -> TokenStream {
    crate::enumeration(quote!(#[__b24_enum(#options)] #item))
}
