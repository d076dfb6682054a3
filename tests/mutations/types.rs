//! Which types of Rust may stand for a documented kind, and which may not: the table of `b24::kind`'s
//! documentation, written down a second time.

use b24_catalog::{Choice, Kind};

use crate::dice::Dice;

const MAP: &str = "::std::collections::BTreeMap";

/// A type that may.
pub(crate) fn right(kind: &Kind, dice: &mut Dice) -> String {
    let of: &[&str] = match kind {
        Kind::Integer => &["u64", "i64", "u32", "::b24::Id"],
        Kind::Double => &["f64", "f32", "u32"],
        Kind::Text => &["String", "&'static str", "::b24::Id", "u64"],
        Kind::Boolean | Kind::YesNo => &["bool", "::b24::YesNo"],
        Kind::OneZero => &["bool", "u8", "::b24::YesNo"],
        Kind::Date | Kind::DateTime => &["String", "&'static str"],
        Kind::File => &["::b24::Base64", "Vec<String>", "::b24::Json<[String; 2]>"],
        Kind::Object => &[
            "::b24::Filter",
            "::serde_json::Map<String, ::serde_json::Value>",
            "::serde_json::Value",
        ],
        Kind::Any => &["String", "u64", "bool", "Vec<u64>", "::serde_json::Value"],
        Kind::List(item) => return format!("Vec<{}>", right(item, dice)),
        Kind::Map(value) => return format!("{MAP}<String, {}>", right(value, dice)),
        Kind::Either(choice) => return right(&dice.pick(&members(*choice)).clone(), dice),
    };
    (*dice.pick(of)).to_owned()
}

/// A type that may not; `None` where all may.
pub(crate) fn wrong(kind: &Kind, dice: &mut Dice) -> Option<String> {
    let of: &[&str] = match kind {
        Kind::Integer => &["String", "bool", "f64", "Vec<u64>", "::b24::Base64"],
        Kind::Double => &["String", "bool", "Vec<f64>"],
        Kind::Text => &["bool", "Vec<String>", "::b24::Filter"],
        Kind::Boolean => &["String", "u64", "f64", "Vec<bool>"],
        Kind::YesNo => &["String", "u64", "Vec<bool>"],
        Kind::OneZero => &["String", "f64", "Vec<bool>"],
        Kind::Date | Kind::DateTime => &["u64", "bool", "Vec<String>"],
        Kind::File => &["u64", "bool", "Vec<u8>"],
        Kind::Object => &["String", "u64", "bool", "Vec<String>"],
        Kind::List(item) => match (dice.once_in(2), wrong(item, dice)) {
            (true, Some(item)) => return Some(format!("Vec<{item}>")),
            _ => &["u64", "String", "bool"],
        },
        Kind::Map(value) => match (dice.once_in(2), wrong(value, dice)) {
            (true, Some(value)) => return Some(format!("{MAP}<String, {value}>")),
            _ => &["u64", "String", "bool"],
        },
        Kind::Any => return None,
        // In a choice, an object and a list stand for each other.
        Kind::Either(choice) => match choice {
            Choice::IntegerOrText | Choice::DoubleOrText | Choice::DateTimeOrText => &["bool", "Vec<u64>"],
            Choice::BooleanOrInteger => &["String", "f64", "Vec<u64>"],
            Choice::BooleanOrText => &["Vec<String>", "::b24::Filter"],
            Choice::BooleanOrObject => &["String", "u64"],
            Choice::IntegerOrObject | Choice::IntegerOrList => &["String", "bool"],
            Choice::ObjectOrList => &["String", "u64", "bool"],
            Choice::ObjectOrText | Choice::ListOrText => &["bool"],
            Choice::DateOrDateTime => &["u64", "bool"],
            Choice::DoubleOrDateTime => &["bool", "Vec<f64>"],
        },
    };
    Some((*dice.pick(of)).to_owned())
}

fn members(choice: Choice) -> [Kind; 2] {
    let words = choice.to_string();
    let (one, other) = words.split_once('|').unwrap();
    [one, other].map(|word| Kind::read(word).unwrap())
}
