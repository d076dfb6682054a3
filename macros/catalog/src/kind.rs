//! What a parameter is sent as.

use std::fmt;

/// A kind, in the words of a declaration's `kind = ...`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A whole number.
    Integer,
    /// A number, perhaps with a fraction.
    Double,
    /// A text.
    Text,
    /// `true` or `false`.
    Boolean,
    /// `Y` or `N`.
    YesNo,
    /// `1` or `0`.
    OneZero,
    /// A day.
    Date,
    /// A day and a time of it.
    DateTime,
    /// The content of a file.
    File,
    /// An object with members of its own.
    Object,
    /// Anything, or nothing that is known.
    Any,
    /// A list of values of one kind.
    List(Box<Kind>),
    /// An object whose keys are not told, with values of one kind.
    Map(Box<Kind>),
    /// One of two.
    Either(Choice),
}

/// Words that stand for a value each.
macro_rules! words {
    ($type:ident, $all:ident: $($value:ident $word:literal),+ $(,)?) => {
        const $all: &[($type, &str)] = &[$(($type::$value, $word)),+];
    };
}

words!(Kind, WORDS:
    Integer "integer",
    Double "double",
    Text "text",
    Boolean "boolean",
    YesNo "yes_no",
    OneZero "one_zero",
    Date "date",
    DateTime "date_time",
    File "file",
    Object "object",
    Any "any",
);

/// The choices that the documentation leaves; the list is closed, and is that of the runtime.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// `integer | text`
    IntegerOrText,
    /// `double | text`
    DoubleOrText,
    /// `boolean | integer`
    BooleanOrInteger,
    /// `boolean | text`
    BooleanOrText,
    /// `boolean | object`
    BooleanOrObject,
    /// `integer | object`
    IntegerOrObject,
    /// `integer | list<any>`
    IntegerOrList,
    /// `object | list<any>`, which PHP calls an array
    ObjectOrList,
    /// `object | text`
    ObjectOrText,
    /// `list<any> | text`
    ListOrText,
    /// `date | date_time`
    DateOrDateTime,
    /// `date_time | text`
    DateTimeOrText,
    /// `double | date_time`
    DoubleOrDateTime,
}

words!(Choice, CHOICES:
    IntegerOrText "integer|text",
    DoubleOrText "double|text",
    BooleanOrInteger "boolean|integer",
    BooleanOrText "boolean|text",
    BooleanOrObject "boolean|object",
    IntegerOrObject "integer|object",
    IntegerOrList "integer|list<any>",
    ObjectOrList "object|list<any>",
    ObjectOrText "object|text",
    ListOrText "list<any>|text",
    DateOrDateTime "date|date_time",
    DateTimeOrText "date_time|text",
    DoubleOrDateTime "double|date_time",
);

/// How many kinds lie in each other at most.
const DEEPEST: usize = 8;

impl Kind {
    /// Reads `list<integer>`, as [`Display`](fmt::Display) writes it; `None` where it is none.
    ///
    /// ```
    /// use b24_catalog::Kind;
    ///
    /// let ids = Kind::List(Box::new(Kind::Integer));
    /// assert_eq!(Kind::read("list<integer>"), Some(ids));
    /// assert_eq!(Kind::read("string"), None);
    /// ```
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        if let Some((kind, _)) = WORDS.iter().find(|(_, word)| *word == text) {
            return Some(kind.clone());
        }
        if let Some((choice, _)) = CHOICES.iter().find(|(_, word)| *word == text) {
            return Some(Self::Either(*choice));
        }
        // No page has a list of lists of lists, and a text of a thousand of them would end the stack.
        if text.matches('<').count() > DEEPEST {
            return None;
        }
        let (word, inner) = text.strip_suffix('>')?.split_once('<')?;
        let inner = Box::new(Self::read(inner)?);
        match word {
            "list" => Some(Self::List(inner)),
            "map" => Some(Self::Map(inner)),
            _ => None,
        }
    }

    /// The kinds of one word.
    pub fn words() -> impl Iterator<Item = &'static str> + Clone {
        WORDS.iter().map(|(_, word)| *word)
    }

    /// The choice between two kinds, in any order; `None` where the documentation leaves no such choice.
    #[must_use]
    pub fn either(one: &Self, other: &Self) -> Option<Self> {
        Self::read(&format!("{one}|{other}")).or_else(|| Self::read(&format!("{other}|{one}")))
    }
}

impl Choice {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        CHOICES.iter().map(|(choice, _)| *choice)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::List(item) => write!(f, "list<{item}>"),
            Self::Map(value) => write!(f, "map<{value}>"),
            Self::Either(choice) => write!(f, "{choice}"),
            word => f.write_str(find(WORDS, word)),
        }
    }
}

impl fmt::Display for Choice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(find(CHOICES, self))
    }
}

fn find<T: PartialEq>(words: &[(T, &'static str)], value: &T) -> &'static str {
    let found = words.iter().find(|(known, _)| known == value);
    found.map_or("any", |(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_read_as_it_is_written() {
        let words = WORDS.iter().map(|(kind, _)| kind.clone());
        let choices = CHOICES.iter().map(|(choice, _)| Kind::Either(*choice));
        for kind in words.chain(choices) {
            for kind in [
                kind.clone(),
                Kind::List(Box::new(kind.clone())),
                Kind::Map(Box::new(kind)),
            ] {
                assert_eq!(Kind::read(&kind.to_string()), Some(kind));
            }
        }
    }

    #[test]
    fn a_choice_has_no_order() {
        let choice = Some(Kind::Either(Choice::IntegerOrText));
        assert_eq!(Kind::either(&Kind::Integer, &Kind::Text), choice);
        assert_eq!(Kind::either(&Kind::Text, &Kind::Integer), choice);
        assert_eq!(Kind::either(&Kind::Text, &Kind::File), None);
    }
}
