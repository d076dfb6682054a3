//! The attribute macros of `b24`, the Rust SDK for the Bitrix24 REST API.
//!
//! Use them through the `b24` crate, where they are documented and their examples run.
//!
//! Data flows one way: tokens, `parse` into a declaration as it was written, `check` into a
//! model that holds only what makes sense, `expand` into code. Errors are collected on the way, so
//! that all of a struct's errors are reported at once, and the code is written all the same.

mod attribute;
mod case;
mod check;
mod errors;
mod expand;
mod model;
mod parse;
mod runtime;
mod suggest;
#[cfg(test)]
mod tests;

use proc_macro::TokenStream;

// The three are documented where their examples can run, on the re-exports.
#[allow(missing_docs)]
#[proc_macro_attribute]
pub fn b24_method(options: TokenStream, item: TokenStream) -> TokenStream {
    attribute::reemit(&attribute::METHOD, &options.into(), &item.into()).into()
}

#[allow(missing_docs)]
#[proc_macro_attribute]
pub fn b24_object(options: TokenStream, item: TokenStream) -> TokenStream {
    attribute::reemit(&attribute::OBJECT, &options.into(), &item.into()).into()
}

#[allow(missing_docs)]
#[proc_macro_attribute]
pub fn b24_enum(options: TokenStream, item: TokenStream) -> TokenStream {
    attribute::reemit(&attribute::ENUM, &options.into(), &item.into()).into()
}

// Where somebody forgets the attribute, the compiler says that `b24` belongs to these derives: hence
// their names.
/// The derive that `b24_method` leaves on the struct: by then `cfg`s are resolved.
#[doc(hidden)]
#[proc_macro_derive(b24_method_attribute, attributes(b24, __b24_method))]
pub fn derive_method(item: TokenStream) -> TokenStream {
    method(item.into()).into()
}

/// The derive that `b24_object` leaves on the struct.
#[doc(hidden)]
#[proc_macro_derive(b24_object_attribute, attributes(b24, __b24_object))]
pub fn derive_object(item: TokenStream) -> TokenStream {
    object(item.into()).into()
}

/// The derive that `b24_enum` leaves on the enum.
#[doc(hidden)]
#[proc_macro_derive(b24_enum_attribute, attributes(b24, __b24_enum))]
pub fn derive_enum(item: TokenStream) -> TokenStream {
    enumeration(item.into()).into()
}

/// The whole way of one method.
fn method(item: proc_macro2::TokenStream) -> proc_macro2::TokenStream {
    let mut errors = errors::Errors::default();
    let code = parse::method(item, &mut errors).map(|declaration| {
        let method = check::method(declaration, &mut errors);
        expand::method(&method)
    });
    errors.beside(code.unwrap_or_default())
}

/// The whole way of one object.
fn object(item: proc_macro2::TokenStream) -> proc_macro2::TokenStream {
    let mut errors = errors::Errors::default();
    let code = parse::object(item, &mut errors).map(|declaration| {
        let object = check::object(declaration, &mut errors);
        expand::object(&object)
    });
    errors.beside(code.unwrap_or_default())
}

/// The whole way of one enum.
fn enumeration(item: proc_macro2::TokenStream) -> proc_macro2::TokenStream {
    let mut errors = errors::Errors::default();
    let code = parse::enumeration(item, &mut errors).map(|declaration| {
        let enumeration = check::enumeration(declaration, &mut errors);
        expand::enumeration(&enumeration)
    });
    errors.beside(code.unwrap_or_default())
}
