//! File contents, which travel as Base64.

use std::fmt;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::de::{self, Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use crate::field::Scalar;

/// How `Base64` makes itself known to the validator, which shows its length in place of its content.
pub(crate) const NAME: &str = "$b24::Base64";

/// The content of a file, encoded as Base64 (the standard alphabet, padded).
///
/// `Debug` shows its length only.
///
/// ```
/// use b24::Base64;
///
/// let avatar = Base64::from_bytes(b"GIF89a");
/// assert_eq!(avatar.as_str(), "R0lGODlh");
/// assert_eq!(avatar.to_bytes(), b"GIF89a");
/// assert_eq!(format!("{avatar:?}"), "Base64(6 bytes)");
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Base64 {
    encoded: String,
}

impl Base64 {
    /// Encodes `bytes`.
    #[must_use]
    pub fn from_bytes(bytes: impl AsRef<[u8]>) -> Self {
        Self {
            encoded: STANDARD.encode(bytes),
        }
    }

    /// Reads and encodes the whole file at `path`.
    ///
    /// # Errors
    /// What reading the file reports; the message names the file.
    ///
    /// ```no_run
    /// let avatar = b24::Base64::from_file("avatar.png")?;
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn from_file(path: impl AsRef<Path>) -> std::io::Result<Self> {
        let path = path.as_ref();
        match std::fs::read(path) {
            Ok(bytes) => Ok(Self::from_bytes(bytes)),
            Err(error) => Err(std::io::Error::new(
                error.kind(),
                format!("cannot read `{}`: {error}", path.display()),
            )),
        }
    }

    /// Takes text that is Base64 already.
    ///
    /// # Errors
    /// If it is not: the portal would decode it without a word into something else.
    ///
    /// ```
    /// use b24::Base64;
    ///
    /// assert!(Base64::from_encoded("R0lGODlh").is_ok());
    /// assert!(Base64::from_encoded("avatar.png").is_err());
    /// ```
    pub fn from_encoded(text: impl Into<String>) -> Result<Self, InvalidBase64> {
        let encoded = text.into();
        match STANDARD.decode(&encoded) {
            Ok(_) => Ok(Self { encoded }),
            Err(error) => Err(InvalidBase64 {
                length: encoded.len(),
                reason: error.to_string(),
            }),
        }
    }

    /// The encoded text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.encoded
    }

    /// The decoded content.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        // Every constructor makes or checks the text, so there is nothing to report.
        STANDARD.decode(&self.encoded).unwrap_or_default()
    }

    fn decoded_length(&self) -> usize {
        decoded_length(&self.encoded)
    }
}

/// The number of bytes that padded Base64 text stands for.
pub(crate) fn decoded_length(encoded: &str) -> usize {
    let padding = encoded.bytes().rev().take_while(|byte| *byte == b'=').count();
    (encoded.len() / 4 * 3).saturating_sub(padding)
}

/// A text that is not Base64; shows its length and what is wrong, not the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidBase64 {
    length: usize,
    reason: String,
}

impl fmt::Display for InvalidBase64 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "a text of {} bytes is not Base64 (standard alphabet, padded): {}",
            self.length, self.reason
        )
    }
}

impl std::error::Error for InvalidBase64 {}

impl fmt::Debug for Base64 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Base64({} bytes)", self.decoded_length())
    }
}

impl Scalar for Base64 {}

impl Serialize for Base64 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct(NAME, &self.encoded)
    }
}

impl<'de> Deserialize<'de> for Base64 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::from_encoded(text).map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_length_is_that_of_the_content() {
        for length in 0..8 {
            let content = vec![b'x'; length];
            assert_eq!(Base64::from_bytes(content).decoded_length(), length);
        }
    }

    #[test]
    fn a_missing_file_is_named() {
        let error = Base64::from_file("no/such/avatar.png").unwrap_err();
        assert_eq!(error.kind(), std::io::ErrorKind::NotFound);
        assert!(error.to_string().contains("no/such/avatar.png"));
    }

    #[test]
    fn a_wrong_text_is_not_repeated() {
        let error = Base64::from_encoded("не Base64").unwrap_err().to_string();
        assert!(error.contains("11 bytes") && !error.contains("не"), "{error}");
    }
}
