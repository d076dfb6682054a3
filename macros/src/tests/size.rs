//! How much is generated: the user's compile time follows from that.

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

use super::expand;

/// Tokens for the struct below. Raise it with a reason only, and lower it where there is room.
const MOST_TOKENS: usize = 1_795;

#[test]
fn a_struct_of_eleven_fields_stays_small() {
    let options = quote! { "imbot.chat.add", returns = b24::Id, errors(A_ERROR, B_ERROR, C_ERROR, D_ERROR) };
    let item = quote! {
        pub struct ChatAdd {
            #[b24(enum = ["OPEN", "CHAT"])]
            pub r#type: Option<String>,
            #[b24(required)]
            pub title: Option<String>,
            pub description: Option<String>,
            #[b24(enum = ["RED", "GREEN", "MINT"])]
            pub color: Option<String>,
            #[b24(length = 1..=255)]
            pub message: Option<String>,
            pub users: Option<Vec<u64>>,
            pub avatar: Option<String>,
            #[b24(enum = ["CHAT", "USER"])]
            pub entity_type: Option<String>,
            pub entity_id: Option<String>,
            #[b24(required)]
            pub bot_id: Option<u64>,
            #[b24(range = 1..=50)]
            pub limit: Option<u64>,
        }
    };
    let found = count(expand(&options, &item));
    assert!(found <= MOST_TOKENS, "{found} tokens, and {MOST_TOKENS} at most");
}

fn count(tokens: TokenStream) -> usize {
    let trees = tokens.into_iter();
    trees
        .map(|tree| match tree {
            TokenTree::Group(group) => 1 + count(group.stream()),
            _ => 1,
        })
        .sum()
}
