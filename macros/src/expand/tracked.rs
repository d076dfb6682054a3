//! The file of the user's own facts: the compiler reads it too, so that a change of it is a change of the
//! code.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::Structure;

pub(super) fn expand(structure: &Structure) -> Option<TokenStream> {
    let file = format!("/{}", structure.tracked.as_ref()?.value);
    Some(quote! {
        const _: &[::core::primitive::u8] = ::core::include_bytes!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), #file));
    })
}
