//! Good declarations with a few tokens spoilt: no panic, and always code that parses.

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::quote;

use super::declarations::{self, Declaration};
use super::{expand, expand_enum, expand_object};
use crate::attribute::{Attribute, ENUM, METHOD, OBJECT, reemit};

/// Mutated declarations; each has one to four spoilt tokens.
const ROUNDS: usize = 5_000;

#[test]
fn spoilt_declarations_still_give_code_that_parses() {
    spoilt(&METHOD, &declarations::all(), expand);
}

#[test]
fn spoilt_enums_still_give_code_that_parses() {
    spoilt(&ENUM, &declarations::enums(), expand_enum);
}

#[test]
fn spoilt_objects_still_give_code_that_parses() {
    spoilt(&OBJECT, &declarations::objects(), expand_object);
}

fn spoilt(
    attribute: &Attribute,
    declarations: &[Declaration],
    expand: fn(&TokenStream, &TokenStream) -> TokenStream,
) {
    let spare = spare_tokens();
    let mut dice = Dice(0x2545_F491_4F6C_DD1D);
    let mut with_errors = 0;
    for round in 0..ROUNDS {
        let (mut options, mut item) = declarations[dice.below(declarations.len())].clone();
        for _ in 0..=dice.below(4) {
            let target = if dice.below(2) == 0 {
                &mut options
            } else {
                &mut item
            };
            *target = spoil(target.clone(), &spare, &mut dice);
        }
        let written = || format!("round {round}: #[{}({options})] {item}", attribute.name);

        let reemitted = reemit(attribute, &options, &item);
        assert!(ends_with(reemitted, &item), "{}", written());

        let code = expand(&options, &item);
        if let Err(error) = syn::parse2::<syn::File>(code.clone()) {
            panic!("{error}\n{}\n{code}", written());
        }
        with_errors += usize::from(code.to_string().contains("compile_error"));
    }
    // Otherwise the mutations were too tame to test anything, or nothing was left to expand.
    assert!(with_errors > ROUNDS / 2 && with_errors < ROUNDS, "{with_errors}");
}

/// Whether the struct is still there, as it was.
fn ends_with(tokens: TokenStream, item: &TokenStream) -> bool {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let added = tokens.len().checked_sub(item.clone().into_iter().count());
    added.is_some_and(|added| {
        let end: TokenStream = tokens[added..].iter().cloned().collect();
        end.to_string() == item.to_string()
    })
}

/// Deletes, doubles, swaps or replaces one token, here or inside of a group.
fn spoil(tokens: TokenStream, spare: &[TokenTree], dice: &mut Dice) -> TokenStream {
    let mut trees: Vec<TokenTree> = tokens.into_iter().collect();
    if trees.is_empty() {
        trees.push(spare[dice.below(spare.len())].clone());
        return trees.into_iter().collect();
    }
    let place = dice.below(trees.len());
    if let (TokenTree::Group(group), true) = (&trees[place], dice.below(8) != 0) {
        let inside = spoil(group.stream(), spare, dice);
        trees[place] = Group::new(group.delimiter(), inside).into();
        return trees.into_iter().collect();
    }
    match dice.below(4) {
        0 => {
            trees.remove(place);
        }
        1 => trees.insert(place, trees[place].clone()),
        2 => {
            let other = dice.below(trees.len());
            trees.swap(place, other);
        }
        _ => trees[place] = spare[dice.below(spare.len())].clone(),
    }
    trees.into_iter().collect()
}

/// What a token may be replaced with: words of the attributes, and whatever they do not expect.
fn spare_tokens() -> Vec<TokenTree> {
    let tokens = quote! {
        , = . .. ..= - :: < > # ; | & ! ?
        required rename enum default range length items secret skip returns errors effect crate
        other rename_all parameter result tag content untagged flatten requires
        struct union fn pub where r#type Self self
        "" "text" "TITLE" "not a name" "ünïcode" 'c' b"bytes" 0 1 300 1.5 1u8 340282366920938463463374607431768211456
        9e999 true () [] {} [1, 2] ("a") 'a
    };
    tokens.into_iter().collect()
}

/// Numbers that only look random: every run is the same.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or_default() % end
    }
}
