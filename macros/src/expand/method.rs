//! `impl Method`, `validate` and `call`.

use b24_catalog::Api;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::Generics;

use super::{docs, members};
use crate::attribute::private;
use crate::model::{Effect, Kind, Method};

// A text stands outside of the code: a literal there is parsed anew for each struct.
const VALIDATE: &str = "Checks every field against what the declaration says, without sending anything.\n\n\
    # Errors\nEvery violation at once.";

pub(super) fn expand(method: &Method, generics: &Generics) -> TokenStream {
    let (parameters, arguments, bounds) = generics.split_for_impl();
    let ident = &method.structure.ident;
    let declared = declared(method);
    quote! {
        #[automatically_derived]
        impl #parameters __b::Method for #ident #arguments #bounds {
            #declared
        }
    }
}

/// The methods of the struct itself.
pub(super) fn inherent(method: &Method) -> TokenStream {
    let (krate, vis) = (&method.structure.krate, &method.structure.vis);
    let doc = docs::call(method);
    let output = output(method);
    quote! {
        #[doc = #VALIDATE]
        #[inline]
        #vis fn validate(&self) -> ::core::result::Result<(), #krate::Invalid> {
            #krate::Method::validate(self)
        }
        #[doc = #doc]
        #[inline]
        #vis fn call(
            &self,
            client: &#krate::Client,
        ) -> ::core::result::Result<#krate::Response<#output>, #krate::Error> {
            client.call(self)
        }
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
    let api = match method.api {
        Api::V3 => quote!(
            const API: __b::Api = __b::Api::V3;
        ),
        // What the trait says too.
        Api::V2 => TokenStream::new(),
    };
    let output = output(method);
    let code = if method.codes.is_empty() {
        quote!(__b::AnyCode)
    } else {
        method.codes_ident.to_token_stream()
    };
    let at = method
        .at
        .as_ref()
        .map(|member| quote!(const AT: __b::Option<&'static __b::str> = __b::Option::Some(#member);));
    let documented = documented(method);
    let visit = members::expand(&method.structure);
    quote! {
        const NAME: &'static __b::str = #name;
        #api
        #effect
        #at
        #documented
        type Output = #output;
        type Code = #code;
        #visit
    }
}

/// What is documented of the result, where the declaration does not say it.
fn documented(method: &Method) -> Option<TokenStream> {
    let shape = method.facts.as_ref()?.result.as_ref()?;
    if method.returns.is_some() || shape.doubtful || shape.kind == Kind::Any {
        return None;
    }
    let documented = match (&shape.key, &method.at) {
        (None, None) => quote!(Whole),
        (Some(key), None) => quote!(At(#key)),
        (Some(key), Some(at)) if key == at => quote!(At(#key)),
        // The declaration contradicts the page, as it may.
        _ => return None,
    };
    Some(quote!(const __DOCUMENTED: __b::Documented = __b::Documented::#documented;))
}

/// What the method returns.
fn output(method: &Method) -> TokenStream {
    method.returns.as_ref().map_or_else(
        || {
            let (krate, private) = (&method.structure.krate, private());
            quote!(#krate::#private::Value)
        },
        ToTokens::to_token_stream,
    )
}
