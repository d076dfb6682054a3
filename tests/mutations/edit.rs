//! Slips of the finger.

use crate::dice::Dice;

/// The text with one letter inserted, left out, replaced, or swapped with its neighbour.
pub(crate) fn one(text: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    let letter = |dice: &mut Dice| {
        let letter = char::from(b"abcdefghijklmnopqrstuvwxyz"[dice.below(26)]);
        if text.chars().any(char::is_lowercase) {
            letter
        } else {
            letter.to_ascii_uppercase()
        }
    };
    let place = dice.below(letters.len());
    match dice.below(4) {
        0 => {
            let inserted = letter(dice);
            letters.insert(dice.below(letters.len() + 1), inserted);
        }
        1 => {
            letters.remove(place);
        }
        2 => letters[place] = letter(dice),
        _ if place > 0 => letters.swap(place - 1, place),
        _ => {}
    }
    letters.into_iter().collect()
}

/// The first of many slips that is a mistake.
pub(crate) fn mistake(text: &str, dice: &mut Dice, is_mistake: impl Fn(&str) -> bool) -> Option<String> {
    (0..50)
        .map(|_| one(text, dice))
        .find(|slip| slip != text && is_mistake(slip))
}
