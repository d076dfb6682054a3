//! The rules of a parameter, as a constant of the runtime's types.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::Paths;
use crate::model::{Count, Parameter, Range, Start};
use crate::parse::Number;

/// `&[Rule::..., ...]`.
pub(super) fn expand(parameter: &Parameter, paths: &Paths) -> TokenStream {
    let krate = &paths.krate;
    let rules = &parameter.rules;
    let mut list = TokenStream::new();
    if matches!(parameter.start, Start::Required) {
        list.extend(quote!(#krate::Rule::Required,));
    }
    if rules.secret {
        list.extend(quote!(#krate::Rule::Secret,));
    }
    if !rules.allowed.is_empty() {
        let allowed = &rules.allowed;
        list.extend(quote!(#krate::Rule::Allowed(&[#(#allowed),*]),));
    }
    if let Some(range) = &rules.range {
        let range = self::range(range, krate);
        list.extend(quote!(#krate::Rule::Range(#range),));
    }
    if let Some(length) = &rules.length {
        let length = count(length, krate);
        list.extend(quote!(#krate::Rule::Length(#length),));
    }
    if let Some(items) = &rules.items {
        let items = count(items, krate);
        list.extend(quote!(#krate::Rule::Items(#items),));
    }
    quote!(&[#list])
}

fn range(range: &Range, krate: &TokenStream) -> TokenStream {
    let Range { min, max, exclusive } = range;
    let [min, max] = [min, max].map(|bound| {
        let number = bound.map(|bound| number(bound, krate));
        number.map_or_else(
            || quote!(::core::option::Option::None),
            |number| quote!(::core::option::Option::Some(#number)),
        )
    });
    quote!(#krate::Range { min: #min, max: #max, exclusive: #exclusive })
}

fn number(number: Number, krate: &TokenStream) -> TokenStream {
    match number {
        Number::Integer(number) => quote!(#krate::Number::Integer(#number)),
        Number::Float(number) => quote!(#krate::Number::Float(#number)),
    }
}

fn count(count: &Count, krate: &TokenStream) -> TokenStream {
    let Count { min, max } = count;
    let max = if *max == usize::MAX {
        quote!(::core::primitive::usize::MAX)
    } else {
        max.to_token_stream()
    };
    quote!(#krate::Count { min: #min, max: #max })
}
