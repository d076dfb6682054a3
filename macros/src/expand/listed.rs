//! Compares `enum = [...]`, or what is documented, with the values of the field's type, where the type has
//! no others.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{GenericParam, Ident};

use super::mentions;
use crate::model::{Field, Structure};

/// One constant for each list, which does not compile where the type lacks a listed value, or has one
/// that is not documented.
pub(super) fn expand(structure: &Structure) -> TokenStream {
    structure
        .parameters()
        .filter_map(|(field, parameter)| {
            let ty = &field.ty;
            let known = parameter.rules.known.as_ref().and_then(|known| known.values.as_ref());
            let any = known.is_some() || parameter.rules.allowed.is_some();
            if !any || field.broken || Comparison::of(structure, field) != Comparison::Constant {
                return None;
            }
            if let Some(values) = known {
                // The commonest type of flags, which has both values.
                if mentions(ty.to_token_stream(), &[&Ident::new("bool", ty.span())]) {
                    return None;
                }
                let wire = &parameter.wire.value;
                let call = quote_spanned!(ty.span()=> __b::documented(<__b::Values<#ty>>::KNOWN, #wire, &[#(#values),*]));
                return Some(quote! {
                    const _: () = {
                        use __b::NoValues as _;
                        #call
                    };
                });
            }
            let allowed = parameter.rules.allowed.as_ref()?;
            let values = allowed.iter().map(|allowed| &allowed.value);
            // A call is what the compiler underlines.
            let calls = allowed.iter().enumerate();
            let calls = calls.map(|(place, allowed)| quote_spanned!(allowed.span=> list.at(#place);));
            let calls: TokenStream = calls.collect();
            Some(quote! {
                const _: () = {
                    let list = __b::listed(<#ty as __b::HasValues>::__KNOWN, &[#(#values),*]);
                    #calls
                };
            })
        })
        .collect()
}

/// How a list is held against the field's type.
#[derive(PartialEq, Eq)]
pub(super) enum Comparison {
    /// By a constant, which also asks whether the type has values at all.
    Constant,
    /// By `validate`, for the struct's parameters are in the type and a constant cannot name it.
    Bound,
    /// Not at all: every such type has values, and none of them is known. A constant would cost the
    /// compiler as much as a setter.
    Needless,
}

impl Comparison {
    pub(super) fn of(structure: &Structure, field: &Field) -> Self {
        let itself = Ident::new("Self", structure.ident.span());
        let parameters = structure.generics.params.iter().map(|parameter| match parameter {
            GenericParam::Type(parameter) => &parameter.ident,
            GenericParam::Lifetime(parameter) => &parameter.lifetime.ident,
            GenericParam::Const(parameter) => &parameter.ident,
        });
        let unknown: Vec<&Ident> = parameters.chain([&itself]).collect();
        let ty = field.ty.to_token_stream();
        if mentions(ty.clone(), &unknown) {
            Self::Bound
        } else if is_plain(ty) {
            Self::Needless
        } else {
            Self::Constant
        }
    }
}

/// Types of whose values nothing is known, and those that hold them. Of a type of the user's own that
/// is called so, the list is checked by `validate`.
const PLAIN: &[&str] = &[
    "Option", "Vec", "String", "u8", "u16", "u32", "u64", "i8", "i16", "i32", "i64", "usize", "isize",
];

fn is_plain(ty: TokenStream) -> bool {
    ty.into_iter().all(|tree| match tree {
        TokenTree::Ident(name) => PLAIN.iter().any(|plain| name == plain),
        TokenTree::Punct(punct) => matches!(punct.as_char(), '<' | '>'),
        TokenTree::Group(group) => is_plain(group.stream()),
        TokenTree::Literal(_) => false,
    })
}
