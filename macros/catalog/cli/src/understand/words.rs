//! The words of the documentation that have a meaning for the importer, Russian and English together.
//!
//! Both languages are looked for on every page, so that nobody has to say which one it is in.

mod bounds;
mod headings;
mod kinds;
mod method;
mod need;
mod values;

pub(super) use bounds::{
    AT_LEAST, AT_MOST, FROM_TO, ITEMS_MAX, ITEMS_MIN, LENGTH_MAX, LENGTH_MIN, LETTERS, MORE_THAN, SIZES,
    VALUE_MAX, VALUE_MIN, ZERO,
};
pub(super) use headings::{
    ANSWER, CODE_HEADS, DEFAULT_HEADS, DEPRECATED, ERRORS, FURTHER, NAME_HEADS, NO_PARAMETERS, OTHER,
    PARAMETERS, PART, STATUS_HEADS, TEXT_HEADS, TYPE_HEADS, VALUE_HEADS, WHO,
};
pub(super) use kinds::{
    ALSO_LIST, BY_LANGUAGE, FILES, LIST_BEGINS, PICTURES, SECRET_TEXTS, TEXT_OR_OBJECT, UPLOADS,
};
pub(super) use method::{CHANGES, EMPTY_CODE, NOT, ORDER, OUTDATED, OUTDATED_END, STATUS, TITLES_OF_READS};
pub(super) use need::{
    ANY_OF, CONDITIONS, INSTEAD, MAY_BE_LEFT_OUT, NEEDED, NEEDED_KEYS, NEEDED_WITHOUT, NOT_NEEDED, ONE_OF,
    OR, PURPOSES,
};
pub(super) use values::{
    ANOTHER, CHANGING, DEFAULT, DEFAULT_FILLER, EMPTY_TEXT, IS_DEFAULT, LISTED_VALUES, NO_VALUES,
    OPEN_VALUES, SUPPORTED, VALUES,
};

/// Whether a text has one of the phrases, whatever the case.
pub(super) fn has(text: &str, phrases: &[&str]) -> bool {
    let text = text.to_lowercase();
    phrases.iter().any(|phrase| text.contains(phrase))
}

/// Whether a text has one of the words, whole and whatever the case.
pub(super) fn has_word(text: &str, words: &[&str]) -> bool {
    let text = text.to_lowercase();
    text.split(|letter: char| !letter.is_alphanumeric())
        .any(|word| words.contains(&word))
}
