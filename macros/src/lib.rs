//! placeholder
#[proc_macro_attribute]
pub fn b24_method(_: proc_macro::TokenStream, item: proc_macro::TokenStream) -> proc_macro::TokenStream { item }
