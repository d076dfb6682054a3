//! Compares `enum = [...]` with the values of the field's type, where the type has no others.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote_spanned};
use syn::{GenericParam, Ident};

use super::mentions;
use crate::model::{Field, Structure};
use crate::parse::At;

/// One constant for each list, which does not compile where the type lacks a value.
pub(super) fn expand(structure: &Structure) -> TokenStream {
    structure
        .parameters()
        .filter(|(field, _)| !field.broken && is_compared(structure, field))
        .filter_map(|(field, parameter)| {
            let ty = &field.ty;
            let At { value: allowed, span } = parameter.rules.allowed.as_ref()?;
            // The call is what the compiler underlines.
            Some(quote_spanned! {*span=>
                const _: () = __b::listed(<#ty as __b::HasValues>::__KNOWN, &[#(#allowed),*]);
            })
        })
        .collect()
}

/// Whether a constant can name the field's type: not where the struct's parameters are in it. Such a
/// list is left to `validate`.
pub(super) fn is_compared(structure: &Structure, field: &Field) -> bool {
    let itself = Ident::new("Self", structure.ident.span());
    let parameters = structure.generics.params.iter().map(|parameter| match parameter {
        GenericParam::Type(parameter) => &parameter.ident,
        GenericParam::Lifetime(parameter) => &parameter.lifetime.ident,
        GenericParam::Const(parameter) => &parameter.ident,
    });
    let unknown: Vec<&Ident> = parameters.chain([&itself]).collect();
    !mentions(field.ty.to_token_stream(), &unknown)
}
