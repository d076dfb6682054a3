//! What is said of bounds: of numbers, lengths and lists.

/// Words for letters of a text.
pub(in crate::understand) const LETTERS: &[&str] = &["символ", "character", "symbol"];

/// Phrases before the greatest length.
pub(in crate::understand) const LENGTH_MAX: &[&str] = &[
    "максимальная длина",
    "длина до",
    "длина не более",
    "maximum length is",
    "maximum length",
    "max length",
];

/// Phrases before the least length.
pub(in crate::understand) const LENGTH_MIN: &[&str] =
    &["минимальная длина", "minimum length is", "minimum length"];

/// Phrases before a greatest number.
pub(in crate::understand) const AT_MOST: &[&str] = &[
    "не более",
    "не больше",
    "не должно превышать",
    "не должен превышать",
    "не может быть больше",
    "до",
    "up to",
    "no more than",
    "not exceed",
    "at most",
];

/// Phrases before the greatest number of items.
pub(in crate::understand) const ITEMS_MAX: &[&str] = &[
    "максимум",
    "не более",
    "не больше",
    "maximum",
    "no more than",
    "at most",
    "up to",
];

/// Phrases before the least number of items.
pub(in crate::understand) const ITEMS_MIN: &[&str] = &[
    "минимум",
    "не менее",
    "не меньше",
    "minimum",
    "no less than",
    "at least",
];

/// Units of sizes and lengths, which count no items.
pub(in crate::understand) const SIZES: &[&str] =
    &["мб", "кб", "байт", "символ", "mb", "kb", "byte", "character"];

/// Phrases before the greatest value.
pub(in crate::understand) const VALUE_MAX: &[&str] =
    &["максимальное значение", "maximum value is", "maximum value"];

/// Phrases before the least value.
pub(in crate::understand) const VALUE_MIN: &[&str] =
    &["минимальное значение", "minimum value is", "minimum value"];

/// Phrases before a least number.
pub(in crate::understand) const AT_LEAST: &[&str] = &[
    "обязательно больше или равно",
    "больше или равно",
    "больше или равен",
    "не менее",
    "не меньше",
    "must be greater than or equal to",
    "greater than or equal to",
    "at least",
];

/// Phrases before a number that is too small.
pub(in crate::understand) const MORE_THAN: &[&str] = &["обязательно больше", "must be greater than"];

/// Words for the number 0.
pub(in crate::understand) const ZERO: &[&str] = &["нуля", "zero"];

/// Phrases around two numbers.
pub(in crate::understand) const FROM_TO: &[(&str, &str)] =
    &[("от", "до"), ("from", "to"), ("between", "and")];
