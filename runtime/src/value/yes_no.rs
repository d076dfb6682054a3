//! Bitrix24's own booleans.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::field::Scalar;

/// A boolean that is sent as `"Y"` or `"N"`.
///
/// Decodes from every way in which portals write booleans: `"Y"`, `"N"`, `"1"`, `"0"`, `1`, `0`,
/// `true`, `false`. A setter takes a `bool` too.
///
/// ```
/// use b24::YesNo;
///
/// assert_eq!(serde_json::to_string(&YesNo::Yes)?, "\"Y\"");
/// assert!(serde_json::from_str::<YesNo>("\"1\"")?.is_yes());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum YesNo {
    /// `"N"`.
    No,
    /// `"Y"`.
    Yes,
}

impl YesNo {
    /// Whether this is `Yes`.
    #[must_use]
    pub const fn is_yes(self) -> bool {
        matches!(self, Self::Yes)
    }

    /// The letter that is sent.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "Y",
            Self::No => "N",
        }
    }
}

impl fmt::Display for YesNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl From<bool> for YesNo {
    fn from(yes: bool) -> Self {
        if yes { Self::Yes } else { Self::No }
    }
}

impl From<YesNo> for bool {
    fn from(value: YesNo) -> Self {
        value.is_yes()
    }
}

impl Scalar for YesNo {}

impl Serialize for YesNo {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for YesNo {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Letter;

        impl Visitor<'_> for Letter {
            type Value = YesNo;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("Y, N, 1, 0, true or false")
            }

            fn visit_bool<E: de::Error>(self, yes: bool) -> Result<YesNo, E> {
                Ok(yes.into())
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<YesNo, E> {
                match number {
                    0 => Ok(YesNo::No),
                    1 => Ok(YesNo::Yes),
                    other => Err(E::invalid_value(de::Unexpected::Unsigned(other), &self)),
                }
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<YesNo, E> {
                match text {
                    "Y" | "y" | "1" | "true" => Ok(YesNo::Yes),
                    "N" | "n" | "0" | "false" => Ok(YesNo::No),
                    other => Err(E::invalid_value(de::Unexpected::Str(other), &self)),
                }
            }
        }

        deserializer.deserialize_any(Letter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_decodes() {
        for json in ["\"Y\"", "\"y\"", "\"1\"", "1", "true", "\"true\""] {
            assert_eq!(serde_json::from_str::<YesNo>(json).unwrap(), YesNo::Yes, "{json}");
        }
        for json in ["\"N\"", "\"n\"", "\"0\"", "0", "false", "\"false\""] {
            assert_eq!(serde_json::from_str::<YesNo>(json).unwrap(), YesNo::No, "{json}");
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for json in ["\"\"", "2", "-1", "null", "[]", "\"yes\""] {
            let error = serde_json::from_str::<YesNo>(json).unwrap_err().to_string();
            assert!(
                error.contains("expected Y, N, 1, 0, true or false"),
                "{json}: {error}"
            );
        }
    }
}
