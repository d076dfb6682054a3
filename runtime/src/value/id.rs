//! Identifiers, which the portal writes as numbers or as strings.

use std::fmt;
use std::str::FromStr;

use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::field::Scalar;

/// The identifier of something on a portal: a chat, a user, a deal.
///
/// Portals write the same identifier as `2725` in one answer and as `"2725"` in another; both
/// decode. It is sent as a number.
///
/// ```
/// use b24::Id;
///
/// let id: Id = serde_json::from_str("\"39\"")?;
/// assert_eq!(id, 39);
/// assert_eq!(serde_json::to_string(&id)?, "39");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(u64);

impl Id {
    /// The identifier with this number.
    #[must_use]
    pub const fn new(number: u64) -> Self {
        Self(number)
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> u64 {
        self.0
    }
}

/// A text that is not an [`Id`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidId {
    text: String,
}

impl fmt::Display for InvalidId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is not an identifier: expected digits only", self.text)
    }
}

impl std::error::Error for InvalidId {}

impl FromStr for Id {
    type Err = InvalidId;

    fn from_str(text: &str) -> Result<Self, InvalidId> {
        // `u64::from_str` also takes a leading `+`.
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        match text.parse() {
            Ok(number) if digits => Ok(Self(number)),
            _ => Err(InvalidId {
                text: text.to_owned(),
            }),
        }
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Id({})", self.0)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<u64> for Id {
    fn from(number: u64) -> Self {
        Self(number)
    }
}

impl From<Id> for u64 {
    fn from(id: Id) -> Self {
        id.0
    }
}

impl PartialEq<u64> for Id {
    fn eq(&self, number: &u64) -> bool {
        self.0 == *number
    }
}

impl Scalar for Id {}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(self.0)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Number;

        impl Visitor<'_> for Number {
            type Value = Id;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an identifier: a whole number, or a text of digits")
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Id, E> {
                Ok(Id(number))
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Id, E> {
                u64::try_from(number)
                    .map(Id)
                    .map_err(|_| E::invalid_value(de::Unexpected::Signed(number), &self))
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Id, E> {
                text.parse()
                    .map_err(|_| E::invalid_value(de::Unexpected::Str(text), &self))
            }
        }

        deserializer.deserialize_any(Number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_texts_of_digits_are_identifiers() {
        for json in ["2725", "\"2725\""] {
            assert_eq!(serde_json::from_str::<Id>(json).unwrap(), 2725);
        }
    }

    #[test]
    fn anything_else_is_refused_with_the_value() {
        for json in [
            "-1",
            "1.5",
            "true",
            "null",
            "\"\"",
            "\"+1\"",
            "\"chat1\"",
            "[]",
            "\"99999999999999999999\"",
        ] {
            let error = serde_json::from_str::<Id>(json).unwrap_err().to_string();
            assert!(error.contains("expected an identifier"), "{json}: {error}");
        }
    }
}
