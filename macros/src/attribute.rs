//! An attribute puts its item back as it is, under an internal derive that gets the options.
//!
//! An attribute sees fields before their `cfg`s are resolved, a derive sees them after.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{format_ident, quote};
use syn::Path;
use syn::parse::Parser;

/// One of the attributes.
pub(crate) struct Attribute {
    pub(crate) name: &'static str,
    /// The derive that is left on the item, and the attribute in which it gets the options.
    pub(crate) derive: &'static str,
    pub(crate) options: &'static str,
    /// What is said of an item that is neither a struct nor an enum.
    pub(crate) refusal: &'static str,
    /// What an item with two of them should be.
    pub(crate) one: &'static str,
}

pub(crate) const METHOD: Attribute = Attribute {
    name: "b24_method",
    derive: "b24_method_attribute",
    options: "__b24_method",
    refusal: "`#[b24_method]` declares a method as a struct: expected `struct`",
    one: "a struct is one method",
};

pub(crate) const OBJECT: Attribute = Attribute {
    name: "b24_object",
    derive: "b24_object_attribute",
    options: "__b24_object",
    refusal: "`#[b24_object]` declares an object: expected `struct` or `enum`",
    one: "a struct is one object",
};

pub(crate) const ENUM: Attribute = Attribute {
    name: "b24_enum",
    derive: "b24_enum_attribute",
    options: "__b24_enum",
    refusal: "`#[b24_enum]` declares values as an enum: expected `enum`",
    one: "an enum has one list of values",
};

pub(crate) fn reemit(attribute: &Attribute, options: &TokenStream, item: &TokenStream) -> TokenStream {
    match check_item(attribute, item) {
        Ok(()) => {
            let krate = krate(options);
            let private = private();
            let derive = format_ident!("{}", attribute.derive);
            let helper = format_ident!("{}", attribute.options);
            quote! {
                #[derive(#krate::#private::#derive)]
                #[#helper(#options)]
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
    format_ident!("__private_{version}")
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

/// Refuses what a derive cannot be put on, and the same attribute a second time. Looks no further than
/// the keyword: the derive reads the rest.
fn check_item(attribute: &Attribute, item: &TokenStream) -> syn::Result<()> {
    let Attribute {
        name, refusal, one, ..
    } = attribute;
    let mut trees = item.clone().into_iter();
    while let Some(tree) = trees.next() {
        match &tree {
            // Attributes; and a visibility that a `macro_rules!` macro has put in a group.
            TokenTree::Punct(_) => {}
            TokenTree::Group(group) => {
                if let Some(path) = attribute_path(group) {
                    let others = [&METHOD, &OBJECT, &ENUM];
                    let problem = if path == name {
                        format!("`#[{name}]` is given twice: {one}")
                    } else if others.iter().any(|other| path == other.name) {
                        format!(
                            "`#[{name}]` stands here already, and this is another thing: keep one of them"
                        )
                    } else {
                        continue;
                    };
                    return Err(syn::Error::new(path.span(), problem));
                }
            }
            TokenTree::Ident(word) if word == "pub" => {}
            TokenTree::Ident(word) if word == "struct" || word == "enum" => return Ok(()),
            // A keyword before a name only.
            TokenTree::Ident(word) if word == "union" => {
                return match trees.next() {
                    Some(TokenTree::Ident(_)) => Ok(()),
                    _ => Err(syn::Error::new(word.span(), refusal)),
                };
            }
            other => return Err(syn::Error::new(other.span(), refusal)),
        }
    }
    Err(syn::Error::new(Span::call_site(), refusal))
}

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
