//! `new`, `validate`, `call` and the setters.

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;

use super::{Frame, docs, parameters, runtime_at};
use crate::model::{Field, Method, Role, Start};

pub(super) fn expand(method: &Method, frame: &Frame) -> TokenStream {
    let Frame {
        parameters,
        arguments,
        bounds,
    } = frame;
    let (krate, ident, vis) = (&method.krate, &method.ident, &method.vis);
    let new = new(method);
    let setters = method.fields.iter().filter(|field| field.setter);
    let setters = setters.map(|field| setter(field, method));
    let doc = docs::method(method);
    let call_doc = docs::call(method);
    let output = super::traits::output(method);
    quote! {
        #[doc = #doc]
        impl #parameters #ident #arguments #bounds {
            #new
            #(#setters)*
            #[doc = "Checks every field against what the declaration says, without sending anything.\n\n# Errors\nEvery violation at once."]
            #[inline]
            #vis fn validate(&self) -> ::core::result::Result<(), #krate::Invalid> {
                #krate::Method::validate(self)
            }
            #[doc = #call_doc]
            #[inline]
            #vis fn call(
                &self,
                client: &#krate::Client,
            ) -> ::core::result::Result<#krate::Response<#output>, #krate::Error> {
                client.call(self)
            }
        }
    }
}

/// `new(...)`, which takes what is required.
fn new(method: &Method) -> TokenStream {
    let (krate, vis) = (&method.krate, &method.vis);
    let doc = docs::new(method);
    let required = parameters(method)
        .filter(|(_, parameter)| matches!(parameter.start, Start::Required))
        .map(|(field, _)| {
            let (ident, ty) = (&field.ident, &field.ty);
            let runtime = runtime_at(method, ident.span());
            quote_spanned!(ident.span()=> #ident: impl #runtime::IntoRequired<#ty>)
        });
    let fields = method.fields.iter().map(|field| {
        let (ident, ty) = (&field.ident, &field.ty);
        let start = match &field.role {
            _ if field.broken => quote!(loop {}),
            Role::Skipped | Role::Flattened => quote!(<#ty as ::core::default::Default>::default()),
            Role::Parameter(parameter) => match &parameter.start {
                Start::Absent => quote!(<#ty as #krate::Optional>::absent()),
                Start::Required => quote!(#krate::IntoRequired::into_required(#ident)),
                Start::Default(default) => {
                    let span = default.span();
                    let runtime = runtime_at(method, span);
                    quote_spanned!(span=> #runtime::IntoField::<#ty>::into_field(#default))
                }
            },
        };
        quote!(#ident: #start)
    });
    let broken = method.fields.iter().any(|field| field.broken);
    let allow = broken.then(|| quote!(#[allow(unreachable_code, unused_variables)]));
    // Where something is wrong with the declaration, the code is there to be used, never to run.
    let value = if method.shapeless {
        quote!(loop {})
    } else {
        quote!(Self { #(#fields),* })
    };
    let new = format_ident!("new", span = method.ident.span());
    quote! {
        #allow
        #[doc = #doc]
        #[inline]
        #[must_use]
        #vis fn #new(#(#required),*) -> Self {
            #value
        }
    }
}

fn setter(field: &Field, method: &Method) -> TokenStream {
    let (krate, vis) = (&method.krate, &method.vis);
    let Field { ident, ty, docs, .. } = field;
    let doc = docs::setter(field);
    let value = format_ident!("value", span = ident.span());
    let runtime = runtime_at(method, ident.span());
    let (given, value_of) = match &field.role {
        Role::Skipped => (quote!(#ty), quote!(#value)),
        Role::Flattened | Role::Parameter(_) => (
            quote_spanned!(ident.span()=> impl #runtime::IntoField<#ty>),
            quote!(#krate::IntoField::into_field(#value)),
        ),
    };
    quote! {
        #(#docs)*
        #[doc = #doc]
        #[must_use = "a setter returns the changed call"]
        #vis fn #ident(mut self, #value: #given) -> Self {
            self.#ident = #value_of;
            self
        }
    }
}
