//! `new`, `validate`, `call` and the setters.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Generics, Ident};

use super::{docs, parameters};
use crate::model::{Field, Method, Role, Start};

// Texts stand outside of the code: a literal there is parsed anew for each struct.
const SETTER_UNUSED: &str = "a setter returns the changed call";
const VALIDATE: &str = "Checks every field against what the declaration says, without sending anything.\n\n\
    # Errors\nEvery violation at once.";

pub(super) fn expand(method: &Method, generics: &Generics) -> TokenStream {
    let (parameters, arguments, bounds) = generics.split_for_impl();
    let (krate, ident, vis) = (&method.krate, &method.ident, &method.vis);
    let new = new(method);
    let setters = method.fields.iter().filter(|field| field.setter);
    let setters: TokenStream = setters.map(|field| setter(field, method)).collect();
    let doc = docs::method(method);
    let call_doc = docs::call(method);
    let output = super::traits::output(method);
    quote! {
        #[doc = #doc]
        impl #parameters #ident #arguments #bounds {
            #new
            #setters
            #[doc = #VALIDATE]
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
    let required: TokenStream = parameters(method)
        .filter(|(_, parameter)| matches!(parameter.start, Start::Required))
        .map(|(field, _)| {
            let (ident, ty) = (&field.ident, &field.ty);
            let runtime = method.krate.at(ident.span());
            quote_spanned!(ident.span()=> #ident: impl #runtime::IntoRequired<#ty>,)
        })
        .collect();
    let fields = method.fields.iter().map(|field| {
        let (ident, ty) = (&field.ident, &field.ty);
        match &field.role {
            _ if field.broken => quote!(#ident: loop {},),
            Role::Skipped | Role::Flattened => quote!(#ident: <#ty as ::core::default::Default>::default(),),
            Role::Parameter(parameter) => match &parameter.start {
                Start::Absent => quote!(#ident: <#ty as #krate::Optional>::absent(),),
                Start::Required => quote!(#ident: #krate::IntoRequired::into_required(#ident),),
                Start::Default(default) => {
                    let span = default.span();
                    let runtime = method.krate.at(span);
                    let start = quote_spanned!(span=> #runtime::IntoField::<#ty>::into_field(#default));
                    quote!(#ident: #start,)
                }
            },
        }
    });
    let fields: TokenStream = fields.collect();
    let broken = method.fields.iter().any(|field| field.broken);
    let allow = broken.then(|| quote!(#[allow(unreachable_code, unused_variables)]));
    // Where something is wrong with the declaration, the code is there to be used, never to run.
    let value = if method.shapeless {
        quote!(loop {})
    } else {
        quote!(Self { #fields })
    };
    let new = Ident::new("new", method.ident.span());
    quote! {
        #allow
        #[doc = #doc]
        #[inline]
        #[must_use]
        #vis fn #new(#required) -> Self {
            #value
        }
    }
}

fn setter(field: &Field, method: &Method) -> TokenStream {
    let (krate, vis) = (&method.krate, &method.vis);
    let Field { ident, ty, docs, .. } = field;
    let doc = docs::setter(field);
    let value = Ident::new("value", ident.span());
    let runtime = krate.at(ident.span());
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
        #[must_use = #SETTER_UNUSED]
        #vis fn #ident(mut self, #value: #given) -> Self {
            self.#ident = #value_of;
            self
        }
    }
}
