//! What is generated for an object that is one of several.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::{Generics, Ident, Type, parse_quote_spanned};

use super::{asked, block, mentions, received, sent, spread, with_bounds};
use crate::model::{Direction, Tagged, Value};

pub(super) fn expand(tagged: &Tagged) -> TokenStream {
    let ident = &tagged.ident;
    let mut traits = TokenStream::new();
    if tagged.direction.is_sent() {
        let generics = generics(tagged, "Field");
        traits.extend(sent::object(ident, &generics, &visit(tagged)));
    }
    if tagged.direction.is_received() {
        let generics = generics(tagged, "Lenient");
        traits.extend(received::object(ident, &generics, &receive(tagged)));
    }
    block(&tagged.krate, &tagged.lints, &traits)
}

/// The enum's generics, with a bound on what each variant holds.
fn generics(tagged: &Tagged, bound: &str) -> Generics {
    let content = if tagged.content.is_some() {
        bound
    } else {
        spread(bound)
    };
    let variants = tagged.variants.iter();
    let held = variants.filter_map(|variant| Some((&variant.ident, variant.content.as_ref()?, content)));
    let other = tagged.other.iter();
    let held = held.chain(other.map(|other| (&other.ident, &other.ty, spread(bound))));
    let bounds = held.map(|(variant, ty, bound)| {
        let span = variant.span();
        let bound = Ident::new(bound, span);
        (ty, parse_quote_spanned!(span=> #ty: __b::#bound))
    });
    with_bounds(&tagged.generics, asked(&tagged.ident, &tagged.generics, bounds))
}

/// `fn __visit`: the tag, then what the variant holds.
fn visit(tagged: &Tagged) -> TokenStream {
    let tag = &tagged.tag;
    let arms = tagged.variants.iter().map(|variant| {
        let ident = &variant.ident;
        let show = match &variant.tag {
            Value::Text(text) => quote!(__b::show_tag(#text, #tag, __v);),
            Value::Integer(number) => quote!(__b::show_tag(#number, #tag, __v);),
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
        let holds = holds(tagged, ty, "Field");
        quote!(Self::#ident(value) => <#ty as __b::#holds>::__flatten(value, &[], __v),)
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
            (Some(ty), Some(content)) => {
                quote!(#text => Self::#ident(<#ty as __b::Decoded>::__content(__m, #content)?),)
            }
            (Some(ty), None) => {
                quote!(#text => Self::#ident(<#ty as __b::Unflatten>::__unflatten(__m.others())?),)
            }
        }
    });
    let tags = tagged.variants.iter().map(|variant| variant.tag.to_string());
    let other = tagged.other.as_ref().map_or_else(
        || quote!(_ => return __b::Result::Err(__b::unknown_tag(#tag, &tag, &[#(#tags),*])),),
        |other| {
            let (ident, ty) = (&other.ident, &other.ty);
            let holds = holds(tagged, ty, "Lenient");
            quote!(_ => Self::#ident(<#ty as __b::#holds>::__unflatten(__m.untag(#tag, tag).others())?),)
        },
    );
    let variants = quote!(match &*tag { #(#arms)* #other });
    // Without a variant that is sound, there is nothing to make.
    let made = if tagged.variants.is_empty() && tagged.other.is_none() {
        variants
    } else {
        quote!(__b::Result::Ok(#variants))
    };
    quote! {
        let tag = __m.tag(#tag)?;
        #made
    }
}

/// The trait by which the open variant's type is asked for, which both ways share: a wrong type is one
/// error then. A type with a parameter in it has the bound of its one way only.
fn holds(tagged: &Tagged, ty: &Type, bound: &str) -> Ident {
    let mut parameters = tagged.generics.type_params();
    let is_concrete = !parameters.any(|of| mentions(ty.to_token_stream(), &[&of.ident]));
    let both = tagged.direction == Direction::Both && is_concrete;
    let name = if both { "HoldsObject" } else { spread(bound) };
    Ident::new(name, Span::call_site())
}

/// Something is wrong with these: the code is there to be used, never to run.
fn broken(tagged: &Tagged) -> TokenStream {
    let broken = &tagged.broken;
    quote!(#(Self::#broken { .. } => loop {},)*)
}
