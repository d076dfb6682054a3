//! The names of fields, as filters, orders and selections know them.

use std::fmt;

use super::fault::Fault;

/// What to write in place of what is not a name.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Advice {
    /// Nothing more precise than what a name is.
    Name,
    /// The name begins with an operator, which has a method of its own.
    Operator(&'static str),
    /// The key by which a portal joins conditions.
    Logic,
    /// A selection also knows `*`.
    Star,
}

impl fmt::Display for Advice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name => f.write_str(
                "expected ASCII letters, digits, `_` and single `.`, with a letter or `_` first, as in `DATE_CREATE`",
            ),
            Self::Operator(method) => write!(f, "leave the operator to the method: `.{method}(...)`"),
            Self::Logic => f.write_str("conditions are joined by `.any(...)` and `.all(...)`"),
            Self::Star => f.write_str(
                "expected a name such as `DATE_CREATE`, `*`, or the beginning of names and `*`, as in `UF_*`",
            ),
        }
    }
}

/// The operators that a name may have been given with, the longer ones first.
const OPERATORS: [(&str, &str); 18] = [
    ("!><", "not_between"),
    ("!=%", "not_like"),
    ("!%=", "not_like"),
    ("><", "between"),
    (">=", "at_least"),
    ("<=", "at_most"),
    ("!=", "not_equal"),
    ("!@", "none_of"),
    ("!%", "not_contains"),
    ("=%", "like"),
    ("%=", "like"),
    (">", "greater"),
    ("<", "less"),
    ("=", "equal"),
    ("@", "one_of"),
    ("%", "contains"),
    ("!", "not"),
    ("?", "search"),
];

/// Whether `name` can be a part of a key and mean nothing else there.
///
/// A portal sees operators in front of the letters, and numbers as the places of nested groups.
fn is_name(name: &str) -> bool {
    let first = name.bytes().next();
    let begins = first.is_some_and(|byte| byte.is_ascii_alphabetic() || byte == b'_');
    let is_part = |part: &str| {
        let mut bytes = part.bytes();
        !part.is_empty() && bytes.all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    };
    begins && name.split('.').all(is_part)
}

/// The name of a field in an order or in a filter of REST 3.
pub(super) fn check(name: &str) -> Result<(), Fault> {
    if is_name(name) {
        Ok(())
    } else {
        Err(fault(name, Advice::Name))
    }
}

/// The name of a field in a filter whose operators stand in the key.
pub(super) fn check_key(name: &str) -> Result<(), Fault> {
    if name.eq_ignore_ascii_case("logic") {
        return Err(fault(name, Advice::Logic));
    }
    if is_name(name) {
        return Ok(());
    }
    let mut operators = OPERATORS.iter();
    let advice = match operators.find(|(operator, _)| name.starts_with(operator)) {
        Some((_, method)) => Advice::Operator(method),
        None => Advice::Name,
    };
    Err(fault(name, advice))
}

/// The name of a field in a selection, where `*` stands for any ending.
pub(super) fn check_selected(name: &str) -> Result<(), Fault> {
    let beginning = name.strip_suffix('*');
    if beginning == Some("") || is_name(beginning.unwrap_or(name)) {
        Ok(())
    } else {
        Err(fault(name, Advice::Star))
    }
}

fn fault(name: &str, advice: Advice) -> Fault {
    Fault::Name {
        given: name.to_owned(),
        advice,
    }
}
