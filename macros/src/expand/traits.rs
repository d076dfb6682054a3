//! `impl Method`, `impl Serialize`, `impl Default`.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::{Frame, parameters};
use crate::attribute::private;
use crate::model::{Effect, Field, Method, Parameter, Start};
use crate::parse::Number;

pub(super) fn expand(method: &Method, frame: &Frame) -> TokenStream {
    let Frame {
        parameters,
        arguments,
        bounds,
    } = frame;
    let ident = &method.ident;
    let declared = declared(method);
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
    let visits = parameters(method)
        .filter(|(field, _)| !field.broken)
        .map(|(field, parameter)| visit(field, parameter));
    quote! {
        const NAME: &'static str = #name;
        #effect
        type Output = #output;
        type Code = #code;
        fn __visit<__V: __b::Visitor>(&self, __v: &mut __V) {
            #(#visits)*
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
fn visit(field: &Field, parameter: &Parameter) -> TokenStream {
    let (ident, ty, wire) = (&field.ident, &field.ty, &parameter.wire.value);
    let rules = &parameter.rules;
    let mut code = TokenStream::new();
    if matches!(parameter.start, Start::Required) {
        code.extend(quote!(__v.rule(__b::Rule::Required);));
    }
    if rules.secret {
        code.extend(quote!(__v.rule(__b::Rule::Secret);));
    }
    if !rules.allowed.is_empty() {
        let allowed = &rules.allowed;
        code.extend(quote!(<#ty as __b::HasValues>::__values(__v, &[#(#allowed),*]);));
    }
    if let Some(range) = &rules.range {
        let min = range.min.map_or_else(|| quote!(__b::Number::MIN), number);
        let max = range.max.map_or_else(|| quote!(__b::Number::MAX), number);
        let exclusive = range.exclusive;
        code.extend(quote!(<#ty as __b::HasRange>::__range(__v, #min, #max, #exclusive);));
    }
    if let Some(count) = &rules.length {
        let (min, max) = (count.min, count.max);
        code.extend(quote!(<#ty as __b::HasLength>::__length(__v, #min, #max);));
    }
    if let Some(count) = &rules.items {
        let (min, max) = (count.min, count.max);
        code.extend(quote!(<#ty as __b::HasItems>::__items(__v, #min, #max);));
    }
    code.extend(quote!(<#ty as __b::Field>::__visit(&self.#ident, #wire, __v);));
    code
}

fn number(number: Number) -> TokenStream {
    match number {
        Number::Integer(number) => number.to_token_stream(),
        Number::Float(number) => number.to_token_stream(),
    }
}
