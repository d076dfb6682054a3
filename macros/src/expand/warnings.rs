//! What is said without stopping the compiler: a use of something deprecated, at the place in question.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::model::{Structure, Warning};

/// With the lint levels of the struct, so that its `allow(deprecated)` holds.
pub(super) fn expand(structure: &Structure) -> TokenStream {
    let lints = &structure.lints;
    let warnings = structure.warnings.iter().map(|warning| {
        let Warning { span, item, message } = warning;
        let declared = Ident::new(item, Span::call_site());
        let used = Ident::new(item, *span);
        quote! {
            #(#lints)*
            const _: () = {
                #[deprecated(note = #message)]
                const fn #declared() {}
                #used()
            };
        }
    });
    warnings.collect()
}
