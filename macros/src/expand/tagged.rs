//! What is generated for an object that is one of several.

use proc_macro2::TokenStream;
use quote::quote;

use super::{block, received, sent};
use crate::model::{Tagged, Value};

pub(super) fn expand(tagged: &Tagged) -> TokenStream {
    let Tagged { ident, generics, .. } = tagged;
    let mut traits = TokenStream::new();
    if tagged.direction.is_sent() {
        traits.extend(sent::object(ident, generics, &visit(tagged)));
    }
    if tagged.direction.is_received() {
        traits.extend(received::object(ident, generics, &receive(tagged)));
    }
    block(&tagged.krate, &tagged.lints, &traits)
}

/// `fn __visit`: the tag, then what the variant holds.
fn visit(tagged: &Tagged) -> TokenStream {
    let tag = &tagged.tag;
    let arms = tagged.variants.iter().map(|variant| {
        let ident = &variant.ident;
        let show = match &variant.tag {
            Value::Text(text) => {
                quote!(<&'static ::core::primitive::str as __b::Field>::__visit(&#text, #tag, __v);)
            }
            Value::Integer(number) => {
                quote!(<::core::primitive::i64 as __b::Field>::__visit(&#number, #tag, __v);)
            }
        };
        match (&variant.content, &tagged.content) {
            (None, _) => quote!(Self::#ident => { #show }),
            (Some(ty), Some(content)) => quote! {
                Self::#ident(value) => {
                    #show
                    <#ty as __b::Field>::__visit(value, #content, __v);
                }
            },
            (Some(ty), None) => quote! {
                Self::#ident(value) => {
                    #show
                    <#ty as __b::Flatten>::__flatten(value, &[#tag], __v);
                }
            },
        }
    });
    let other = tagged.other.iter().map(|other| {
        let (ident, ty) = (&other.ident, &other.ty);
        quote!(Self::#ident(value) => <#ty as __b::Flatten>::__flatten(value, &[], __v),)
    });
    let broken = broken(tagged);
    let body = if tagged.variants.is_empty() && tagged.other.is_none() {
        quote!(let _ = __v;)
    } else {
        quote!(match self { #(#arms)* #(#other)* #broken })
    };
    quote! {
        fn __visit<__V: __b::Visitor>(&self, __v: &mut __V) {
            #body
        }
    }
}

/// The body of `__receive`: first the tag, for it may come after what it speaks of.
fn receive(tagged: &Tagged) -> TokenStream {
    let tag = &tagged.tag;
    let arms = tagged.variants.iter().map(|variant| {
        let (ident, text) = (&variant.ident, variant.tag.to_string());
        match (&variant.content, &tagged.content) {
            (None, _) => quote!(#text => Self::#ident,),
            (Some(ty), Some(content)) => quote!(#text => Self::#ident(__m.content::<#ty>(#content)?),),
            (Some(ty), None) => quote!(#text => Self::#ident(__m.rest::<#ty>()?),),
        }
    });
    let tags = tagged.variants.iter().map(|variant| variant.tag.to_string());
    let other = tagged.other.as_ref().map_or_else(
        || quote!(_ => return __b::Result::Err(__b::unknown_tag(#tag, &tag, &[#(#tags),*])),),
        |other| {
            let (ident, ty) = (&other.ident, &other.ty);
            quote!(_ => Self::#ident(__m.untagged::<#ty>(#tag, tag)?),)
        },
    );
    quote! {
        let tag = __m.tag(#tag)?;
        __b::Result::Ok(match &*tag {
            #(#arms)*
            #other
        })
    }
}

/// Something is wrong with these: the code is there to be used, never to run.
fn broken(tagged: &Tagged) -> TokenStream {
    let broken = &tagged.broken;
    quote!(#(Self::#broken { .. } => loop {},)*)
}
