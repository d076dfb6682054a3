//! What a method's declaration says about its parameters, as data.

use std::fmt;

/// One parameter of a [`Method`](crate::Method), as its declaration describes it; listed by
/// [`Method::parameters`](crate::Method::parameters).
///
/// ```
/// use b24::{Method, Rule, b24_method};
///
/// #[b24_method("im.chat.add")]
/// struct ChatAdd {
///     #[b24(enum = ["OPEN", "CHAT"])]
///     r#type: Option<String>,
///     title: Option<String>,
/// }
///
/// let parameters = ChatAdd::new().title("News").parameters();
/// assert_eq!(parameters[0].name, "TYPE");
/// assert_eq!(parameters[0].rules, [Rule::Allowed(&["OPEN", "CHAT"])]);
/// assert!(!parameters[0].given && parameters[1].given);
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Parameter {
    /// The name on the wire, such as `BOT_ID`.
    pub name: &'static str,
    /// What a value must satisfy before it is sent.
    pub rules: Vec<Rule>,
    /// Whether there is a value to send.
    pub given: bool,
}

/// Something a parameter's value must satisfy; on a list, each of its items.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Rule {
    /// Must be given; an empty text or list counts as missing.
    Required,
    /// Shown nowhere: neither in violations nor in logs.
    Secret,
    /// The allowed values, written as they are sent.
    Allowed(&'static [&'static str]),
    /// The bounds of a number.
    Range(Range),
    /// The bounds of a text's length, in characters.
    Length(Count),
    /// The bounds of a list's length, in items.
    Items(Count),
}

/// What generated code calls for a rule on a number's bounds.
#[inline]
pub fn range(min: impl Into<Number>, max: impl Into<Number>, exclusive: bool) -> Rule {
    Rule::Range(Range {
        min: min.into(),
        max: max.into(),
        exclusive,
    })
}

/// Likewise on the length of a text.
#[must_use]
#[inline]
pub fn length(min: usize, max: usize) -> Rule {
    Rule::Length(Count { min, max })
}

/// Likewise on the length of a list.
#[must_use]
#[inline]
pub fn items(min: usize, max: usize) -> Rule {
    Rule::Items(Count { min, max })
}

/// A bound on a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Number {
    /// A whole number.
    Integer(i128),
    /// A number with a fraction.
    Float(f64),
}

impl From<i128> for Number {
    fn from(number: i128) -> Self {
        Self::Integer(number)
    }
}

impl From<f64> for Number {
    fn from(number: f64) -> Self {
        Self::Float(number)
    }
}

impl Number {
    /// Less than anything that can be sent.
    pub const MIN: Self = Self::Integer(i128::MIN);
    /// More than anything that can be sent.
    pub const MAX: Self = Self::Integer(i128::MAX);

    /// Whether this is less than `other`; false where the two cannot be compared (`NaN`).
    #[must_use]
    pub fn is_less(self, other: Self) -> bool {
        match (self, other) {
            (Self::Integer(a), Self::Integer(b)) => a < b,
            (a, b) => a.as_float() < b.as_float(),
        }
    }

    // A bound beyond 2^53 loses its last digits here; both sides are whole numbers there, and those
    // are compared exactly above.
    #[allow(clippy::cast_precision_loss)]
    fn as_float(self) -> f64 {
        match self {
            Self::Integer(value) => value as f64,
            Self::Float(value) => value,
        }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Integer(value) => value.fmt(f),
            // As JSON writes it: `1e300` and not three hundred digits.
            Self::Float(value) => write!(f, "{value:?}"),
        }
    }
}

/// The bounds of a number. Shown as it is declared: `1..=50`, `..0.5`.
#[derive(Clone, Copy, PartialEq)]
pub struct Range {
    /// The smallest allowed number; `i128::MIN` where there is no bound.
    pub min: Number,
    /// The greatest allowed number, or the first one beyond, if `exclusive`; `i128::MAX` where there
    /// is no bound.
    pub max: Number,
    /// Whether `max` itself is outside.
    pub exclusive: bool,
}

impl Range {
    /// Whether `value` lies within the bounds; `NaN` never does.
    #[must_use]
    pub fn contains(&self, value: Number) -> bool {
        let not_a_number = matches!(value, Number::Float(value) if value.is_nan());
        let above = if self.exclusive {
            !value.is_less(self.max)
        } else {
            self.max.is_less(value)
        };
        let below = value.is_less(self.min);
        !(not_a_number || below || above)
    }
}

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.min != Number::MIN {
            write!(f, "{}", self.min)?;
        }
        f.write_str("..")?;
        match self.max {
            Number::MAX => Ok(()),
            max if self.exclusive => write!(f, "{max}"),
            max => write!(f, "={max}"),
        }
    }
}

/// The bounds of a length. Shown in words: `1 to 255`, `at most 100`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// The smallest allowed length.
    pub min: usize,
    /// The greatest allowed length; `usize::MAX` where there is no bound.
    pub max: usize,
}

impl Count {
    /// Whether `length` lies within the bounds.
    #[must_use]
    pub const fn contains(&self, length: usize) -> bool {
        self.min <= length && length <= self.max
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.min, self.max) {
            (min, usize::MAX) => write!(f, "at least {min}"),
            (0, max) => write!(f, "at most {max}"),
            (min, max) if min == max => write!(f, "exactly {min}"),
            (min, max) => write!(f, "{min} to {max}"),
        }
    }
}

// Open ends are the greatest numbers there are, which would be hard to read.
impl fmt::Debug for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Range({self})")
    }
}

impl fmt::Debug for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Count({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn integers(min: i128, max: i128) -> Range {
        Range {
            min: min.into(),
            max: max.into(),
            exclusive: false,
        }
    }

    #[test]
    fn bounds_compare_whole_numbers_exactly() {
        let all = integers(0, i128::from(u64::MAX) - 1);
        assert!(all.contains(Number::Integer(i128::from(u64::MAX) - 1)));
        assert!(!all.contains(Number::Integer(i128::from(u64::MAX))));
    }

    #[test]
    fn not_a_number_is_within_no_bounds() {
        assert!(!integers(0, 1).contains(Number::Float(f64::NAN)));
        assert!(integers(0, 1).contains(Number::Float(0.5)));
    }

    #[test]
    fn an_exclusive_end_is_outside() {
        let half_open = Range {
            min: Number::MIN,
            max: Number::Float(0.5),
            exclusive: true,
        };
        assert!(!half_open.contains(Number::Float(0.5)));
        assert_eq!(half_open.to_string(), "..0.5");
        assert_eq!(integers(1, 50).to_string(), "1..=50");
    }
}
