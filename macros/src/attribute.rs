//! `#[b24_method(...)]` puts the struct back as it is, under an internal derive that gets the options.
//!
//! An attribute sees fields before their `cfg`s are resolved, a derive sees them after.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::quote;
use syn::Path;
use syn::parse::Parser;

pub(crate) fn reemit(options: &TokenStream, item: &TokenStream) -> TokenStream {
    match check_item(item) {
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
    let version = env!("CARGO_PKG_VERSION").replace(|letter: char| !letter.is_ascii_alphanumeric(), "_");
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

/// Refuses what a derive cannot be put on, and a second `#[b24_method]`. Looks no further than the
/// keyword: the derive reads the rest.
fn check_item(item: &TokenStream) -> syn::Result<()> {
    let mut trees = item.clone().into_iter();
    while let Some(tree) = trees.next() {
        match &tree {
            // Attributes; and a visibility that a `macro_rules!` macro has put in a group.
            TokenTree::Punct(_) => {}
            TokenTree::Group(group) => {
                if let Some(path) = attribute_path(group)
                    && path == "b24_method"
                {
                    let twice = "`#[b24_method]` is given twice: a struct is one method";
                    return Err(syn::Error::new(path.span(), twice));
                }
            }
            TokenTree::Ident(word) if word == "pub" => {}
            TokenTree::Ident(word) if word == "struct" || word == "enum" => return Ok(()),
            // A keyword before a name only.
            TokenTree::Ident(word) if word == "union" => {
                return match trees.next() {
                    Some(TokenTree::Ident(_)) => Ok(()),
                    _ => Err(syn::Error::new(word.span(), ONLY_STRUCTS)),
                };
            }
            other => return Err(syn::Error::new(other.span(), ONLY_STRUCTS)),
        }
    }
    Err(syn::Error::new(Span::call_site(), ONLY_STRUCTS))
}

const ONLY_STRUCTS: &str = "`#[b24_method]` declares a method as a struct: expected `struct`";

/// The last name in the path of `[path(...)]`.
fn attribute_path(group: &Group) -> Option<Ident> {
    if group.delimiter() != Delimiter::Bracket {
        return None;
    }
    let path = group.stream().into_iter().take_while(|tree| match tree {
        TokenTree::Ident(_) => true,
        TokenTree::Punct(punct) => punct.as_char() == ':',
        _ => false,
    });
    match path.last() {
        Some(TokenTree::Ident(last)) => Some(last),
        _ => None,
    }
}
