//! `impl Method`, `impl Serialize`, `impl Default`.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::Generics;
use syn::spanned::Spanned;

use super::listed::is_compared;
use super::parameters;
use crate::attribute::private;
use crate::model::{Effect, Field, Method, Parameter, Relation, Role, Start};
use crate::parse::{At, Number};

pub(super) fn expand(method: &Method, generics: &Generics) -> TokenStream {
    let (parameters, arguments, bounds) = generics.split_for_impl();
    let ident = &method.ident;
    let declared = declared(method);
    let listed = super::listed::expand(method);
    let default = method.default.then(|| {
        // A required field beside `default` is an error already.
        let value =
            if super::parameters(method).any(|(_, parameter)| matches!(parameter.start, Start::Required)) {
                quote!(loop {})
            } else {
                quote!(Self::new())
            };
        quote! {
            #[automatically_derived]
            impl #parameters ::core::default::Default for #ident #arguments #bounds {
                #[inline]
                fn default() -> Self {
                    #value
                }
            }
        }
    });
    quote! {
        #[automatically_derived]
        impl #parameters __b::Method for #ident #arguments #bounds {
            #declared
        }
        #[automatically_derived]
        impl #parameters __b::Serialize for #ident #arguments #bounds {
            fn serialize<__S: __b::Serializer>(
                &self,
                serializer: __S,
            ) -> __b::Result<__S::Ok, __S::Error> {
                __b::serialize(self, serializer)
            }
        }
        #default
        #listed
    }
}

/// The items of `impl Method`.
fn declared(method: &Method) -> TokenStream {
    let name = &method.name;
    let effect = match method.effect {
        Effect::Read => quote!(
            const EFFECT: __b::Effect = __b::Effect::Read;
        ),
        // What the trait says too.
        Effect::Write => TokenStream::new(),
    };
    let output = output(method);
    let code = if method.codes.is_empty() {
        quote!(__b::AnyCode)
    } else {
        method.codes_ident.to_token_stream()
    };
    let mut statements = Vec::new();
    for field in method.fields.iter().filter(|field| !field.broken) {
        match &field.role {
            Role::Skipped => {}
            Role::Flattened => statements.push(flatten(field, method)),
            Role::Parameter(parameter) => visit(method, field, parameter, &mut statements),
        }
    }
    statements.extend(method.relations.iter().map(|of| relation(of, method)));
    // One stream, for each stream within another one costs several calls into the compiler.
    let statements: TokenStream = statements.into_iter().collect();
    let at = method
        .at
        .as_ref()
        .map(|member| quote!(const AT: __b::Option<&'static str> = __b::Option::Some(#member);));
    quote! {
        const NAME: &'static str = #name;
        #effect
        #at
        type Output = #output;
        type Code = #code;
        fn __visit<__V: __b::Visitor>(&self, __v: &mut __V) {
            #statements
        }
    }
}

/// What the method returns.
pub(super) fn output(method: &Method) -> TokenStream {
    method.returns.as_ref().map_or_else(
        || {
            let (krate, private) = (&method.krate, private());
            quote!(#krate::#private::Value)
        },
        ToTokens::to_token_stream,
    )
}

/// The rules of a parameter, then its field. In this form of call an unusable type is reported at the
/// type, with nothing generated named.
fn visit(method: &Method, field: &Field, parameter: &Parameter, statements: &mut Vec<TokenStream>) {
    let (ident, ty, wire) = (&field.ident, &field.ty, &parameter.wire.value);
    let rules = &parameter.rules;
    if matches!(parameter.start, Start::Required) {
        statements.push(quote!(__v.rule(__b::Rule::Required);));
    }
    if rules.secret {
        statements.push(quote!(__v.rule(__b::Rule::Secret);));
    }
    if let Some(At { value: allowed, .. }) = &rules.allowed {
        // Where a constant compares the list, it also asks whether the type has values at all.
        statements.push(if is_compared(method, field) {
            quote!(__v.rule(__b::Rule::Allowed(&[#(#allowed),*]));)
        } else {
            quote!(<#ty as __b::HasValues>::__values(__v, &[#(#allowed),*]);)
        });
    }
    if let Some(range) = &rules.range {
        let min = range.min.map_or_else(|| quote!(__b::Number::MIN), number);
        let max = range.max.map_or_else(|| quote!(__b::Number::MAX), number);
        let exclusive = range.exclusive;
        statements.push(quote!(<#ty as __b::HasRange>::__range(__v, #min, #max, #exclusive);));
    }
    if let Some(count) = &rules.length {
        let (min, max) = (count.min, count.max);
        statements.push(quote!(<#ty as __b::HasLength>::__length(__v, #min, #max);));
    }
    if let Some(count) = &rules.items {
        let (min, max) = (count.min, count.max);
        statements.push(quote!(<#ty as __b::HasItems>::__items(__v, #min, #max);));
    }
    if let Some(check) = &rules.validate {
        // A closure, so that a `fn(&str)` is good for a `String`.
        let check = quote_spanned!(check.span()=> |value| #check(value));
        statements.push(quote!(__v.check(#wire, <#ty as __b::Field>::__given(&self.#ident), #check);));
    }
    statements.push(quote!(<#ty as __b::Field>::__visit(&self.#ident, #wire, __v);));
}

/// The further parameters, which must not be those that are declared.
fn flatten(field: &Field, method: &Method) -> TokenStream {
    let (ident, ty) = (&field.ident, &field.ty);
    let declared = parameters(method).map(|(_, parameter)| &parameter.wire.value);
    quote!(<#ty as __b::Flatten>::__flatten(&self.#ident, &[#(#declared),*], __v);)
}

fn relation(relation: &Relation, method: &Method) -> TokenStream {
    let field = |place: &usize| {
        let field = &method.fields[*place];
        let (ident, ty) = (&field.ident, &field.ty);
        let wire = match &field.role {
            Role::Parameter(parameter) => parameter.wire.value.as_str(),
            // Reported already.
            Role::Skipped | Role::Flattened => "",
        };
        quote!((#wire, <#ty as __b::Field>::is_absent(&self.#ident)))
    };
    match relation {
        Relation::Requires(one, other) => {
            let (one, other) = (field(one), field(other));
            quote!(__v.requires(#one, #other);)
        }
        Relation::Conflicts(one, other) => {
            let (one, other) = (field(one), field(other));
            quote!(__v.conflicts(#one, #other);)
        }
        Relation::OneOf(members) => {
            let members = members.iter().map(field);
            quote!(__v.one_of(&[#(#members),*]);)
        }
    }
}

fn number(number: Number) -> TokenStream {
    match number {
        Number::Integer(number) => number.to_token_stream(),
        Number::Float(number) => number.to_token_stream(),
    }
}
