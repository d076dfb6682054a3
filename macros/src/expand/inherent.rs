//! `new` and the setters.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Generics, Ident};

use super::{docs, lints};
use crate::model::{Field, Role, Start, Structure};

// A text stands outside of the code: a literal there is parsed anew for each struct.
const SETTER_UNUSED: &str = "a setter returns the changed value";

/// The struct's own `impl`, with `further` methods.
pub(super) fn expand(
    structure: &Structure,
    doc: &str,
    further: &TokenStream,
    generics: &Generics,
) -> TokenStream {
    let (parameters, arguments, bounds) = generics.split_for_impl();
    let (ident, lints) = (&structure.ident, lints(&structure.lints));
    let new = new(structure);
    let setters = structure.fields.iter().filter(|field| field.setter);
    let setters: TokenStream = setters.map(|field| setter(field, structure)).collect();
    quote! {
        #lints
        #[doc = #doc]
        impl #parameters #ident #arguments #bounds {
            #new
            #setters
            #further
        }
    }
}

/// `new(...)`, which takes what is required.
fn new(structure: &Structure) -> TokenStream {
    let (krate, vis) = (&structure.krate, &structure.vis);
    let doc = docs::new(structure);
    let required: TokenStream = structure
        .required()
        .map(|field| {
            let (ident, ty) = (&field.ident, &field.ty);
            if matches!(field.role, Role::Flattened { .. }) {
                return quote!(#ident: #ty,);
            }
            let runtime = krate.at(ident.span());
            quote_spanned!(ident.span()=> #ident: impl #runtime::IntoRequired<#ty>,)
        })
        .collect();
    let fields = structure.fields.iter().map(|field| {
        let (ident, ty) = (&field.ident, &field.ty);
        match &field.role {
            _ if field.broken => quote!(#ident: loop {},),
            Role::Flattened { required: true } => quote!(#ident,),
            Role::Skipped => quote!(#ident: <#ty as #krate::SkippedDefault>::__default(),),
            Role::Flattened { required: false } => {
                quote!(#ident: <#ty as #krate::FlattenedDefault>::__default(),)
            }
            Role::Parameter(parameter) => match &parameter.start {
                Start::Absent => quote!(#ident: <#ty as #krate::Optional>::ABSENT,),
                Start::Required => quote!(#ident: #ident.into_required(),),
                Start::Default(default) => {
                    let span = default.span();
                    let runtime = krate.at(span);
                    let start = quote_spanned!(span=> #runtime::IntoField::<#ty>::into_field(#default));
                    quote!(#ident: #start,)
                }
            },
        }
    });
    let fields: TokenStream = fields.collect();
    let broken = structure.fields.iter().any(|field| field.broken);
    let allow = broken.then(|| quote!(#[allow(unreachable_code, unused_variables)]));
    // Where something is wrong with the declaration, the code is there to be used, never to run.
    let value = if structure.shapeless {
        quote!(loop {})
    } else {
        quote!(Self { #fields })
    };
    let new = Ident::new("new", structure.ident.span());
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

fn setter(field: &Field, structure: &Structure) -> TokenStream {
    let vis = &structure.vis;
    let Field { ident, ty, docs, .. } = field;
    let doc = docs::setter(field, structure.noun);
    let value = Ident::new("value", ident.span());
    let runtime = structure.krate.at(ident.span());
    let (given, value_of) = match &field.role {
        Role::Skipped => (quote!(#ty), quote!(#value)),
        Role::Flattened { .. } | Role::Parameter(_) => (
            quote_spanned!(ident.span()=> impl #runtime::IntoField<#ty>),
            quote!(#value.into_field()),
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
