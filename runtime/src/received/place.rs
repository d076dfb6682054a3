//! Where in a value something is wrong, told at the beginning of an error's words: `` `PHONE[1].VALUE`: ``.
//!
//! What is decoded from a value that was read already has its own path. An error of serde's has words
//! alone, so the path travels in them, and whoever knows the way to the value puts both together.

use serde::de;
use serde_json::Value;
use serde_path_to_error::{Deserializer, Track};

use crate::lenient::Lenient;

/// Decodes a value that was read already.
pub(super) fn decode<T: Lenient>(value: &Value) -> Result<T, String> {
    let mut track = Track::new();
    T::decode(Deserializer::new(value, &mut track)).map_err(|error: serde_json::Error| {
        let path = track.path().to_string();
        // Where nothing is below the value itself.
        let path = if path == "." { "" } else { &path };
        within(path, &error.to_string())
    })
}

/// Decodes the member of this name.
pub(super) fn member<T: Lenient, E: de::Error>(name: &str, value: &Value) -> Result<T, E> {
    decode(value).map_err(|reason| E::custom(within(name, &reason)))
}

/// The reason, told of the value at `path`, whose reason may tell of a value within.
pub(crate) fn within(path: &str, reason: &str) -> String {
    let (path, reason) = join(path, reason);
    if path.is_empty() {
        reason.to_owned()
    } else {
        format!("`{path}`: {reason}")
    }
}

/// The whole path and the bare reason.
pub(crate) fn join<'a>(path: &str, reason: &'a str) -> (String, &'a str) {
    let below = reason.strip_prefix('`').and_then(|rest| rest.split_once("`: "));
    let Some((below, reason)) = below else {
        return (path.to_owned(), reason);
    };
    let joined = if path.is_empty() || below.starts_with('[') {
        format!("{path}{below}")
    } else {
        format!("{path}.{below}")
    };
    (joined, reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_put_together() {
        assert_eq!(within("", "is wrong"), "is wrong");
        assert_eq!(within("A", "is wrong"), "`A`: is wrong");
        assert_eq!(within("A", "`B[1]`: is wrong"), "`A.B[1]`: is wrong");
        assert_eq!(within("A", "`[1].B`: is wrong"), "`A[1].B`: is wrong");
        assert_eq!(
            join("result", "`A`: `B` is no name"),
            ("result.A".to_owned(), "`B` is no name")
        );
    }
}
