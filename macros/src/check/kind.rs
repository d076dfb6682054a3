//! `kind = ...`: whether there is such a kind.

use b24_catalog::Choice;

use crate::errors::Errors;
use crate::model::{At, Kind};
use crate::parse::{self, Member};
use crate::suggest::closest;

/// What others call a kind, and what it is called here; in small letters.
const OTHER_WORDS: &[(&str, &str)] = &[
    ("int", "integer"),
    ("id", "integer"),
    ("number", "integer"),
    ("i32", "integer"),
    ("i64", "integer"),
    ("u32", "integer"),
    ("u64", "integer"),
    ("float", "double"),
    ("f64", "double"),
    ("decimal", "double"),
    ("string", "text"),
    ("str", "text"),
    ("char", "text"),
    ("bool", "boolean"),
    ("yn", "yes_no"),
    ("datetime", "date_time"),
    ("timestamp", "date_time"),
    ("base64", "file"),
    ("struct", "object"),
    ("value", "any"),
    ("mixed", "any"),
    ("array", "list<any>"),
    ("vec", "list<any>"),
    ("hashmap", "map<any>"),
];

/// `None` where something in it is wrong, and reported.
pub(super) fn check(written: &parse::Kind, errors: &mut Errors) -> Option<Kind> {
    let members = written.members.iter();
    let members: Vec<Option<Kind>> = members.map(|member| self::member(member, errors)).collect();
    let mut members: Vec<Kind> = members.into_iter().collect::<Option<_>>()?;
    if members.len() < 2 {
        return members.pop();
    }
    choice(&members, written, errors)
}

fn choice(members: &[Kind], written: &parse::Kind, errors: &mut Errors) -> Option<Kind> {
    let words: Vec<String> = members.iter().map(in_words).collect();
    if let Some((place, word)) = repeated(&words) {
        errors.at(
            written.members[place].span,
            format!("`{word}` is named twice: keep one of them"),
        );
        return None;
    }
    let found = match members {
        [one, other] => Kind::either(one, other),
        _ => None,
    };
    if found.is_none() {
        let choices: Vec<String> = Choice::all()
            .map(|choice| in_words(&Kind::Either(choice)))
            .collect();
        errors.on(
            &written.tokens,
            format!(
                "there is no kind `{}`: leave it at one of them, or write `any`, which checks nothing\nknown \
                 choices are: {}",
                words.join(" | "),
                choices.join(", ")
            ),
        );
    }
    found
}

/// As a declaration has it.
pub(super) fn in_words(kind: &Kind) -> String {
    kind.to_string().replace('|', " | ")
}

fn repeated(words: &[String]) -> Option<(usize, &String)> {
    let mut places = words.iter().enumerate();
    places.find(|(place, word)| words[..*place].contains(word))
}

fn member(At { value, span }: &At<Member>, errors: &mut Errors) -> Option<Kind> {
    let Member { word, inner } = value;
    // What is in the brackets may be wrong on its own.
    let inner = inner.as_ref().map(|inner| (check(inner, errors), inner));
    if let Some(kind) = Kind::words()
        .any(|known| known == word)
        .then(|| Kind::read(word))
        .flatten()
    {
        if let Some((_, inner)) = inner {
            errors.on(
                &inner.tokens,
                format!("`{word}` holds no other kind: only `list<...>` and `map<...>` do"),
            );
            return None;
        }
        return Some(kind);
    }
    let (make, holds): (fn(Box<Kind>) -> Kind, _) = match word.as_str() {
        "list" => (Kind::List, "of its items"),
        "map" => (Kind::Map, "of its values"),
        _ => {
            errors.at(*span, unknown(word, inner.is_some()));
            return None;
        }
    };
    if let Some((kind, _)) = inner {
        return kind.map(Box::new).map(make);
    }
    errors.at(
        *span,
        format!("`{word}` needs the kind {holds}: write `{word}<integer>`, or `{word}<any>`"),
    );
    None
}

/// `holds`: whether something stands in angle brackets behind the word.
fn unknown(word: &str, holds: bool) -> String {
    if word == "null" {
        return "a value that may be absent is an `Option`, one that may be cleared a `b24::Patch`: \
                leave `null` out"
            .to_owned();
    }
    let lower = word.to_lowercase();
    let other = OTHER_WORDS.iter().find(|(other, _)| *other == lower);
    let known = Kind::words().chain(["list", "map"]);
    let meant = other.map(|(_, meant)| *meant).or_else(|| closest(word, known));
    let meant = match meant {
        // What it holds was written already.
        Some("list" | "list<any>") if holds => Some("list<...>"),
        Some("map" | "map<any>") if holds => Some("map<...>"),
        Some("list") => Some("list<any>"),
        Some("map") => Some("map<any>"),
        meant => meant,
    };
    let meant = meant.map_or_else(String::new, |meant| format!("; did you mean `{meant}`?"));
    let known: Vec<&str> = Kind::words().collect();
    format!(
        "unknown kind `{word}`{meant}\nknown are: {}, list<...>, map<...>",
        known.join(", ")
    )
}
