//! How a method lists: `impl Listed`, and `impl Scanned`, by which the runtime makes it a list.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Generics;

use crate::model::{Method, Paging, Sort};

pub(super) fn expand(method: &Method, generics: &Generics) -> TokenStream {
    let Some(list) = &method.list else {
        return TokenStream::new();
    };
    let (parameters, arguments, bounds) = generics.split_for_impl();
    let ident = &method.structure.ident;
    // Whether what is returned is a list, the runtime finds out, and only where somebody walks it.
    let rows = if list.item.is_some() {
        quote!(__b::RowsOf<Self>)
    } else {
        quote!(<Self as __b::Method>::Output)
    };
    let named = list.item.as_ref().map(|item| {
        quote! {
            #[automatically_derived]
            impl #parameters __b::NamesItem for #ident #arguments #bounds {
                type Item = #item;
            }
        }
    });
    let key = option(list.rows.as_ref());
    let paging = match &list.paging {
        Paging::Start => quote!(Start),
        Paging::Pagination => quote!(Pagination),
        Paging::Tail => quote!(Tail),
        Paging::Offset(offset) => quote!(Offset { offset: #offset }),
        Paging::Page(page) => quote!(Page { page: #page }),
    };
    let scanned = list.cursor.as_ref().map(|cursor| {
        let (id, key, filter) = (&cursor.id, &cursor.key, &cursor.filter);
        let (select, uncounted) = (option(cursor.select.as_ref()), cursor.uncounted);
        let sort = match &cursor.sort {
            Sort::Object(order) => quote!(Object(#order)),
            Sort::Pair(field, direction) => quote!(Pair { field: #field, direction: #direction }),
        };
        quote! {
            #[automatically_derived]
            impl #parameters __b::Scanned for #ident #arguments #bounds {
                const SCANNED: __b::Cursor =
                    __b::Cursor::new(#id, #key, #filter, __b::Sort::#sort, #select, #uncounted);
            }
        }
    });
    quote! {
        #[automatically_derived]
        impl #parameters __b::Listed for #ident #arguments #bounds {
            type Rows = #rows;
            const LISTED: __b::Listing = __b::Listing::new(#key, __b::Paging::#paging);
        }
        #scanned
        #named
    }
}

fn option(text: Option<&String>) -> TokenStream {
    text.map_or_else(
        || quote!(__b::Option::None),
        |text| quote!(__b::Option::Some(#text)),
    )
}
