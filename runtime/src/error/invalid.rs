//! Parameters that break what the declaration says.

use std::fmt::{self, Write as _};

use crate::parameter::{Count, Number, Range};
use crate::value::decoded_length;

/// How much of a value is shown, in characters.
const SHOWN: usize = 64;

/// How much of another's message is shown, in characters.
const MESSAGE: usize = 256;

/// The parameters of a call break what its declaration says; nothing was sent.
///
/// ```
/// use b24::{Method, Problem, b24_method};
///
/// #[b24_method("im.chat.add")]
/// struct ChatAdd {
///     #[b24(required, length = 1..=255)]
///     title: String,
///     #[b24(enum = ["OPEN", "CHAT"])]
///     r#type: Option<String>,
/// }
///
/// let invalid = ChatAdd::new("").r#type("PUBLIC").validate().unwrap_err();
/// let [title, r#type] = invalid.violations() else { unreachable!() };
/// assert_eq!(title.path(), "TITLE");
/// assert_eq!(r#type.value(), Some("\"PUBLIC\""));
/// assert_eq!(r#type.problem(), &Problem::NotAllowed { allowed: &["OPEN", "CHAT"] });
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Invalid {
    method: String,
    violations: Vec<Violation>,
}

impl Invalid {
    pub(crate) fn new(method: &str, violations: Vec<Violation>) -> Self {
        Self {
            method: method.to_owned(),
            violations,
        }
    }

    /// The method that was not called.
    #[must_use]
    pub fn method(&self) -> &str {
        &self.method
    }

    /// Everything that is wrong, in the order of the fields.
    #[must_use]
    pub fn violations(&self) -> &[Violation] {
        &self.violations
    }
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} was not called: ", self.method)?;
        match self.violations.as_slice() {
            [only] => only.fmt(f),
            all => {
                write!(f, "{} parameters are wrong", all.len())?;
                all.iter().try_for_each(|violation| write!(f, "\n  {violation}"))
            }
        }
    }
}

impl std::error::Error for Invalid {}

/// One thing that is wrong with one parameter.
#[derive(Debug, Clone, PartialEq)]
pub struct Violation {
    path: String,
    value: Option<String>,
    problem: Problem,
}

impl Violation {
    pub(crate) fn new(path: String, value: Option<String>, problem: Problem) -> Self {
        Self { path, value, problem }
    }

    /// Where it is: the name on the wire, with the place in a list, such as `USERS[1]`; empty for
    /// the parameters as a whole.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The value, as it may be shown: cut at 64 characters, a secret not at all, Base64 by its
    /// length. `None` where a value is missing.
    #[must_use]
    pub fn value(&self) -> Option<&str> {
        self.value.as_deref()
    }

    /// What is wrong with it, and what is allowed.
    #[must_use]
    pub fn problem(&self) -> &Problem {
        &self.problem
    }
}

/// What is wrong with a value, and what is allowed.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Problem {
    /// A required parameter is not given, or empty.
    Missing,
    /// The value is none of the allowed ones.
    NotAllowed {
        /// The allowed values, as they are sent.
        allowed: &'static [&'static str],
    },
    /// The number is out of bounds.
    OutOfRange {
        /// The bounds.
        range: Range,
    },
    /// The text is too short or too long.
    WrongLength {
        /// Its length, in characters.
        found: usize,
        /// The allowed lengths.
        length: Count,
    },
    /// The list has too few or too many items.
    WrongCount {
        /// How many it has.
        found: usize,
        /// How many it may have.
        items: Count,
    },
    /// The parameter is given without another one that it requires.
    Alone {
        /// The parameter that is missing.
        other: &'static str,
    },
    /// The parameter is given together with another one that excludes it.
    Conflict {
        /// The other parameter.
        other: &'static str,
    },
    /// None of the parameters is given of which one is required.
    NoneOf {
        /// The parameters.
        names: Vec<&'static str>,
    },
    /// The declaration's own check refuses the value.
    Refused {
        /// What it says.
        reason: String,
    },
    /// A further parameter has the name of a declared one.
    Declared,
    /// Two flattened fields give a parameter of the same name.
    Twice,
    /// A reference to the result of another command cannot stand there.
    Reference {
        /// Why.
        reason: &'static str,
    },
    /// A walk through a list sets the parameter itself, or cannot go on with it.
    Walked {
        /// Why.
        reason: &'static str,
    },
    /// The value cannot be written as JSON, or is one that a portal would ignore or misread.
    NotSerializable {
        /// Why.
        reason: String,
    },
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "`{}`: ", self.path)?;
        }
        let value = self.value.as_deref().unwrap_or("the value");
        match &self.problem {
            Problem::Missing => f.write_str("is required, but not given or empty"),
            Problem::NotAllowed { allowed } => {
                write!(f, "{value} is not allowed; allowed are {}", allowed.join(", "))
            }
            Problem::OutOfRange { range } => write!(f, "{value} is out of range; allowed is {range}"),
            Problem::WrongLength { found, length } => {
                write!(f, "{value} has {found} characters; allowed are {length}")
            }
            Problem::WrongCount { found, items } => write!(f, "has {found} items; allowed are {items}"),
            Problem::Alone { other } => write!(f, "is given without `{other}`, which it requires"),
            Problem::Conflict { other } => write!(f, "is given together with `{other}`: give one of them"),
            Problem::NoneOf { names } => write!(
                f,
                "one of `{}` is required, but none is given",
                names.join("`, `")
            ),
            Problem::Refused { reason } => f.write_str(reason),
            Problem::Declared => f.write_str("is a declared parameter: set its own field"),
            Problem::Twice => f.write_str("is given twice, by two flattened fields: give it once"),
            Problem::Reference { reason } | Problem::Walked { reason } => f.write_str(reason),
            Problem::NotSerializable { reason } => write!(f, "cannot be sent: {reason}"),
        }
    }
}

/// A value, on its way into a message.
#[derive(Clone, Copy)]
pub(crate) enum Shown<'a> {
    Text(&'a str),
    /// Encoded.
    Base64(&'a str),
    Number(Number),
    Items(usize),
}

impl Shown<'_> {
    pub(crate) fn text(self, secret: bool) -> String {
        match self {
            _ if secret => "(secret)".to_owned(),
            Self::Text(text) => quoted(text),
            Self::Base64(encoded) => format!("(Base64, {} bytes)", decoded_length(encoded)),
            Self::Number(number) => number.to_string(),
            Self::Items(count) => format!("({count} items)"),
        }
    }
}

/// The text in quotation marks, escaped, cut at [`SHOWN`] characters.
pub(crate) fn quoted(text: &str) -> String {
    let (mut shown, rest) = beginning(text);
    if rest > 0 {
        let _ = write!(shown, "… (and {rest} more characters)");
    }
    shown
}

/// The beginning of the text in quotation marks, escaped, and how many characters follow.
pub(crate) fn beginning(text: &str) -> (String, usize) {
    let mut shown = String::from('"');
    let mut characters = text.chars();
    for character in characters.by_ref().take(SHOWN) {
        let _ = write!(shown, "{}", character.escape_debug());
    }
    shown.push('"');
    (shown, characters.count())
}

/// A message of another's, cut where it would flood a log: it may repeat a value of any length.
pub(crate) fn cut(message: &str) -> String {
    match message.char_indices().nth(MESSAGE) {
        Some((end, _)) => format!("{}…", &message[..end]),
        None => message.to_owned(),
    }
}
