//! A documented kind.

use std::fmt;

/// What a field is sent as.
#[derive(Debug, PartialEq)]
pub(crate) enum Kind {
    One(&'static Named),
    List(Box<Kind>),
    Map(Box<Kind>),
}

/// A kind without others in it, or a choice between kinds.
#[derive(Debug, PartialEq)]
pub(crate) struct Named {
    /// As a declaration has it.
    pub(crate) words: &'static str,
    /// The type that stands for it in `b24::kind`.
    pub(crate) ty: &'static str,
}

macro_rules! named {
    ($($words:literal $ty:literal),+ $(,)?) => { &[$(Named { words: $words, ty: $ty }),+] };
}

/// The kinds of one word.
pub(crate) const WORDS: &[Named] = named![
    "integer" "Integer",
    "double" "Double",
    "text" "Text",
    "boolean" "Boolean",
    "yes_no" "YesNo",
    "one_zero" "OneZero",
    "date" "Date",
    "date_time" "DateTime",
    "file" "File",
    "object" "Object",
    "any" "Any",
];

/// The choices that the documentation leaves; their members may be named in any order.
pub(crate) const CHOICES: &[Named] = named![
    "integer | text" "IntegerOrText",
    "double | text" "DoubleOrText",
    "boolean | integer" "BooleanOrInteger",
    "boolean | text" "BooleanOrText",
    "boolean | object" "BooleanOrObject",
    "integer | object" "IntegerOrObject",
    "integer | list<any>" "IntegerOrList",
    "object | list<any>" "ObjectOrList",
    "object | text" "ObjectOrText",
    "list<any> | text" "ListOrText",
    "date | date_time" "DateOrDateTime",
    "date_time | text" "DateTimeOrText",
    "double | date_time" "DoubleOrDateTime",
];

impl Kind {
    /// Whether it is every kind, so that there is nothing to check.
    pub(crate) fn is_any(&self) -> bool {
        matches!(self, Self::One(Named { words: "any", .. }))
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One(named) => f.write_str(named.words),
            Self::List(item) => write!(f, "list<{item}>"),
            Self::Map(value) => write!(f, "map<{value}>"),
        }
    }
}
