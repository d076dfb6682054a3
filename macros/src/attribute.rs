//! `#[b24_method(...)]` puts the struct back as it is, under an internal derive that gets the options.
//!
//! An attribute sees fields before their `cfg`s are resolved, a derive sees them after.

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Ident, Path, Visibility};

pub(crate) fn reemit(options: &TokenStream, item: &TokenStream) -> TokenStream {
    match check_item.parse2(item.clone()) {
        Ok(()) => {
            let krate = krate(options);
            let private = private();
            quote! {
                #[derive(#krate::#private::Method)]
                #[__b24_method(#options)]
                #item
            }
        }
        Err(error) => {
            let error = error.into_compile_error();
            quote!(#error #item)
        }
    }
}

/// The hidden module of the runtime, named by version, so that a mismatch of the two crates fails
/// loudly.
pub(crate) fn private() -> Ident {
    let version = env!("CARGO_PKG_VERSION").replace('.', "_");
    quote::format_ident!("__private_{version}")
}

/// The path in the option `crate = path`, or the crate's usual name. A mistake in the options is the
/// derive's to report.
fn krate(options: &TokenStream) -> TokenStream {
    let usual = quote!(::b24);
    written_krate(options)
        .filter(|path| Path::parse_mod_style.parse2(path.clone()).is_ok())
        .unwrap_or(usual)
}

fn written_krate(options: &TokenStream) -> Option<TokenStream> {
    let mut trees = options.clone().into_iter();
    let mut at_start = true;
    while let Some(tree) = trees.next() {
        match &tree {
            TokenTree::Ident(word) if at_start && word == "crate" => {
                let path = trees.skip(1); // `=`
                let path = path
                    .take_while(|tree| !matches!(tree, TokenTree::Punct(punct) if punct.as_char() == ','));
                return Some(path.collect());
            }
            tree => at_start = matches!(tree, TokenTree::Punct(punct) if punct.as_char() == ','),
        }
    }
    None
}

/// Refuses what a derive cannot be put on, and a second `#[b24_method]`.
fn check_item(input: ParseStream<'_>) -> syn::Result<()> {
    for attribute in input.call(Attribute::parse_outer)? {
        let last = attribute.path().segments.last();
        if last.is_some_and(|segment| segment.ident == "b24_method") {
            return Err(syn::Error::new_spanned(
                attribute.path(),
                "`#[b24_method]` is given twice: a struct is one method",
            ));
        }
    }
    input.parse::<Visibility>()?;
    let keyword = input.call(Ident::parse_any);
    let rest: TokenStream = input.parse()?;
    match keyword {
        Ok(keyword) if keyword == "struct" || keyword == "enum" => Ok(()),
        Ok(keyword) if keyword == "union" && starts_with_name(&rest) => Ok(()),
        Ok(keyword) => Err(syn::Error::new(keyword.span(), ONLY_STRUCTS)),
        Err(error) => Err(syn::Error::new(error.span(), ONLY_STRUCTS)),
    }
}

const ONLY_STRUCTS: &str = "`#[b24_method]` declares a method as a struct: expected `struct`";

/// Whether a name follows: `union` is a keyword before one only.
fn starts_with_name(rest: &TokenStream) -> bool {
    matches!(rest.clone().into_iter().next(), Some(TokenTree::Ident(_)))
}
