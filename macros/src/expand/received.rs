//! What is decoded: `impl Deserialize`, leniently.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{GenericParam, Generics, Ident, Lifetime, LifetimeParam};

use crate::model::{Field, Role, Start, Structure};

/// What makes an object, which `receive` takes out of its members, a result, or a part of one.
pub(super) fn object(ident: &Ident, generics: &Generics, receive: &TokenStream) -> TokenStream {
    let (parameters, arguments, bounds) = generics.split_for_impl();
    let name = ident.unraw().to_string();
    let deserialize = deserialize(ident, generics, &quote!(__b::receive));
    quote! {
        #deserialize
        #[automatically_derived]
        impl #parameters __b::Lenient for #ident #arguments #bounds {
            const FORM: __b::Form = __b::Form::Object;
        }
        #[automatically_derived]
        impl #parameters __b::Received for #ident #arguments #bounds {
            const NAME: &'static __b::str = #name;
            fn __receive<__M: __b::Members>(__m: &mut __M) -> __b::Result<Self, __M::Error> {
                #receive
            }
        }
    }
}

/// `impl Deserialize`, by a function of the runtime.
pub(super) fn deserialize(ident: &Ident, generics: &Generics, by: &TokenStream) -> TokenStream {
    let (_, arguments, bounds) = generics.split_for_impl();
    let with_lifetime = with_lifetime(generics);
    let (parameters, _, _) = with_lifetime.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #parameters __b::serde::Deserialize<'__de> for #ident #arguments #bounds {
            fn deserialize<__D: __b::serde::Deserializer<'__de>>(from: __D) -> __b::Result<Self, __D::Error> {
                #by(from)
            }
        }
    }
}

/// The generics of `impl Deserialize<'__de>`.
fn with_lifetime(generics: &Generics) -> Generics {
    let mut generics = generics.clone();
    let lifetime = LifetimeParam::new(Lifetime::new("'__de", Span::call_site()));
    generics.params.insert(0, GenericParam::Lifetime(lifetime));
    generics
}

/// A slot for each member, which are filled as the members come.
pub(super) fn members(structure: &Structure) -> TokenStream {
    if structure.shapeless {
        return quote!(loop {});
    }
    let mut slots = TokenStream::new();
    let mut named = TokenStream::new();
    let mut values = TokenStream::new();
    let mut rest = false;
    for (place, field) in structure
        .fields
        .iter()
        .enumerate()
        .filter(|(_, field)| !field.broken)
    {
        let Field { ident, ty, .. } = field;
        let Role::Parameter(parameter) = &field.role else {
            let value = if matches!(field.role, Role::Flattened { .. }) {
                rest = true;
                quote!(<#ty as __b::Unflatten>::__unflatten(__m.others())?)
            } else {
                quote!(<#ty as __b::SkippedDefault>::__default())
            };
            values.extend(quote!(#ident: #value,));
            continue;
        };
        let (slot, wire) = (format_ident!("__{place}"), &parameter.wire.value);
        if let Start::Default(default) = &parameter.start {
            let start = quote_spanned!(default.span()=> __b::IntoField::<#ty>::into_field(#default));
            slots.extend(quote!(let mut #slot = __b::Defaulted::<#ty>::empty();));
            named.extend(quote!((#wire, <#ty as __b::Decoded>::__defaulted(&mut #slot)),));
            values.extend(quote!(#ident: #slot.or(|| #start),));
        } else {
            slots.extend(quote!(let mut #slot = <#ty as __b::Decoded>::__missing();));
            named.extend(quote!((#wire, <#ty as __b::Decoded>::__slot(&mut #slot)),));
            values.extend(quote!(#ident: __m.take(#slot, #wire)?,));
        }
    }
    // Where something is wrong with the declaration, the code is there to be used, never to run.
    let value = if structure.fields.iter().any(|field| field.broken) {
        quote!(loop {})
    } else {
        quote!(__b::Result::Ok(Self { #values }))
    };
    quote! {
        #slots
        __m.fill(&mut [#named], #rest)?;
        #value
    }
}
