//! What is generated for an enum: its table, and traits that go by it.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::{kind, lints, received};
use crate::attribute::private;
use crate::model::{Enumeration, Value};

/// Everything that is generated for an enum.
pub(crate) fn enumeration(enumeration: &Enumeration) -> TokenStream {
    let (krate, private, lints) = (&enumeration.krate, private(), lints(&enumeration.lints));
    let (ident, vis) = (&enumeration.ident, &enumeration.vis);
    let values: Vec<String> = enumeration
        .listed
        .iter()
        .map(|listed| listed.value.to_string())
        .collect();
    let doc = format!("The values, as they are sent: {}.", in_words(&values));
    let (parameters, arguments, bounds) = enumeration.generics.split_for_impl();
    let deserialize = received::deserialize(ident, &enumeration.generics, &quote!(__b::deserialize_enum));
    let table = table(enumeration, &values);
    // Where a value is missing for a mistake, lists of values are not compared.
    let sound = enumeration.broken.is_empty() && !values.is_empty();
    let known = sound.then(|| {
        quote!(
            const __KNOWN: __b::Option<&'static __b::Table> = __b::Option::Some(<Self as __b::Enum>::TABLE);
        )
    });
    let kinds = if enumeration.integers {
        let by = quote!(__b::serialize_code::<__K, _, _>(self, to));
        kind::of_class(ident, &enumeration.generics, "Codes", &by)
    } else {
        kind::of_class(ident, &enumeration.generics, "Words", &TokenStream::new())
    };
    quote! {
        #lints
        impl #parameters #ident #arguments #bounds {
            #[doc = #doc]
            #vis const VALUES: &'static [&'static ::core::primitive::str] = <Self as #krate::#private::Enum>::TABLE.values;
        }
        #lints
        const _: () = {
            use #krate::#private as __b;
            #[automatically_derived]
            impl #parameters __b::Enum for #ident #arguments #bounds {
                #table
            }
            #[automatically_derived]
            impl #parameters __b::serde::Serialize for #ident #arguments #bounds {
                fn serialize<__S: __b::serde::Serializer>(&self, to: __S) -> __b::Result<__S::Ok, __S::Error> {
                    __b::serialize_enum(self, to)
                }
            }
            #deserialize
            #[automatically_derived]
            impl #parameters ::core::fmt::Display for #ident #arguments #bounds {
                #[inline]
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    __b::show(self, f)
                }
            }
            #[automatically_derived]
            impl #parameters ::core::str::FromStr for #ident #arguments #bounds {
                type Err = __b::InvalidValue;
                #[inline]
                fn from_str(text: &::core::primitive::str) -> __b::Result<Self, __b::InvalidValue> {
                    __b::parse(text)
                }
            }
            #[automatically_derived]
            impl #parameters __b::Scalar for #ident #arguments #bounds {}
            #[automatically_derived]
            impl #parameters __b::Lenient for #ident #arguments #bounds {
                const FORM: __b::Form = __b::Form::Scalar;
            }
            #[automatically_derived]
            impl #parameters __b::HasValues for #ident #arguments #bounds {
                #known
            }
            #kinds
        };
    }
}

/// The items of `impl Enum`.
fn table(enumeration: &Enumeration, values: &[String]) -> TokenStream {
    let ident = &enumeration.ident;
    let name = syn::ext::IdentExt::unraw(ident).to_string();
    let integers = enumeration.listed.iter().filter_map(|listed| match listed.value {
        Value::Integer(number) => Some(number),
        Value::Text(_) => None,
    });
    let variants: Vec<_> = enumeration.listed.iter().map(|listed| &listed.ident).collect();
    let places: Vec<usize> = (0..variants.len()).collect();
    let (sent_other, of_other) =
        other(enumeration).unwrap_or_else(|| (TokenStream::new(), quote!(_ => return __b::Option::None,)));
    let broken = &enumeration.broken;
    // Where something is wrong with the declaration, the code is there to be used, never to run.
    let (sent, of) = if enumeration.shapeless || variants.is_empty() {
        (
            quote!(loop {}),
            quote!({
                _ = sent;
                loop {}
            }),
        )
    } else {
        let sent = quote! {
            __b::Sent::Listed(match self {
                #(Self::#variants => #places,)*
                #sent_other
                #(Self::#broken { .. } => loop {},)*
            })
        };
        let of = quote! {
            __b::Option::Some(match sent {
                #(__b::Sent::Listed(#places) => Self::#variants,)*
                #of_other
            })
        };
        (sent, of)
    };
    quote! {
        const TABLE: &'static __b::Table = &__b::Table {
            name: #name,
            values: &[#(#values),*],
            integers: &[#(#integers),*],
        };
        #[inline]
        fn sent(&self) -> __b::Sent<'_> {
            #sent
        }
        #[inline]
        fn of(sent: __b::Sent<'_>) -> __b::Option<Self> {
            #of
        }
    }
}

/// What the open variant sends, and how it comes to be.
fn other(enumeration: &Enumeration) -> Option<(TokenStream, TokenStream)> {
    let other = enumeration.other.as_ref()?;
    let (ident, ty) = (&other.ident, &other.ty);
    // A parameter is an error already, and no type that can be checked.
    if !enumeration.generics.params.is_empty() {
        return Some((
            quote!(Self::#ident(..) => loop {},),
            quote!(_ => return __b::Option::None,),
        ));
    }
    // A wrong type is reported there.
    let held = if enumeration.integers {
        quote_spanned!(ty.span()=> __b::HoldsInteger)
    } else {
        quote_spanned!(ty.span()=> __b::HoldsText)
    };
    Some((
        quote!(Self::#ident(value) => return <#ty as #held>::__sent(value),),
        quote!(sent => return <#ty as #held>::__unlisted(sent).map(Self::#ident),),
    ))
}

fn in_words(values: &[String]) -> String {
    let values: Vec<String> = values.iter().map(|value| format!("`{value}`")).collect();
    values.join(", ")
}
