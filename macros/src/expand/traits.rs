//! `impl Method`, `impl Serialize`, `impl Default`.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::{Frame, Paths, parameters, rules};
use crate::model::{Effect, Method, Start};

pub(super) fn expand(method: &Method, paths: &Paths, frame: &Frame) -> TokenStream {
    let Paths { krate, private } = paths;
    let Frame {
        lints,
        parameters,
        arguments,
        bounds,
    } = frame;
    let ident = &method.ident;
    let declared = declared(method, paths);
    let default = method.default.then(|| {
        // A required field beside `default` is an error already.
        let value =
            if super::parameters(method).any(|(.., parameter)| matches!(parameter.start, Start::Required)) {
                quote!(loop {})
            } else {
                quote!(Self::new())
            };
        quote! {
            #lints
            impl #parameters ::core::default::Default for #ident #arguments #bounds {
                #[inline]
                fn default() -> Self {
                    #value
                }
            }
        }
    });
    quote! {
        #lints
        impl #parameters #krate::Method for #ident #arguments #bounds {
            #declared
        }
        #lints
        impl #parameters #private::Serialize for #ident #arguments #bounds {
            fn serialize<__S: #private::Serializer>(
                &self,
                serializer: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                #private::serialize(self, serializer)
            }
        }
        #default
    }
}

/// The items of `impl Method`.
fn declared(method: &Method, paths: &Paths) -> TokenStream {
    let Paths { krate, private } = paths;
    let name = &method.name;
    let effect = match method.effect {
        Effect::Read => quote!(Read),
        Effect::Write => quote!(Write),
    };
    let output = method
        .returns
        .as_ref()
        .map_or_else(|| quote!(#private::Value), ToTokens::to_token_stream);
    let code = if method.codes.is_empty() {
        quote!(#krate::AnyCode)
    } else {
        let code = &method.codes_ident;
        quote!(#code)
    };
    let table = parameters(method).map(|(_, _, parameter)| {
        let wire = &parameter.wire.value;
        let rules = rules::expand(parameter, paths);
        quote!(#krate::Parameter { name: #wire, rules: #rules })
    });
    let visited = parameters(method).filter(|(_, field, _)| !field.broken);
    let visits = visited.map(|(index, field, parameter)| {
        let (ident, ty) = (&field.ident, &field.ty);
        let rules = &parameter.rules;
        let kinds = [
            (!rules.allowed.is_empty(), quote!(HasValues)),
            (rules.range.is_some(), quote!(HasRange)),
            (rules.length.is_some(), quote!(HasLength)),
            (rules.items.is_some(), quote!(HasItems)),
        ];
        let kinds = kinds
            .into_iter()
            .filter_map(|(declared, kind)| declared.then(|| quote!(<#ty as #krate::#kind>::__check();)));
        let index = proc_macro2::Literal::usize_unsuffixed(index);
        // In this form of call an unusable type is reported at the type, with nothing generated named.
        quote!(#(#kinds)* <#ty as #krate::Field>::__visit(&self.#ident, &Self::PARAMETERS[#index], __visitor);)
    });
    quote! {
        const NAME: &'static str = #name;
        const API: #krate::Api = #krate::Api::V2;
        const EFFECT: #krate::Effect = #krate::Effect::#effect;
        const PARAMETERS: &'static [#krate::Parameter] = &[#(#table),*];
        type Output = #output;
        type Code = #code;
        fn __visit<__V: #private::Visitor>(&self, __visitor: &mut __V) {
            #(#visits)*
        }
    }
}
