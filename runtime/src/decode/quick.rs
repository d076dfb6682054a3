//! Finding the result of a success without reading it: a list of pages may be millions of bytes, and is
//! read when it is decoded.

use std::fmt;
use std::ops::Range;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

use super::Name;
use super::envelope::count;
use crate::time::Time;

/// What every answer of a success begins with.
const BEGINNING: &str = r#"{"result":"#;

/// The members that follow upon the result; `time` is the last one.
const FOLLOWING: [&str; 3] = [r#","next":"#, r#","total":"#, r#","time":"#];

/// How long all that follows may be: longer, and it is something else.
const LONGEST: usize = 2_048;

/// An envelope, but for what its result holds.
pub(super) struct Found {
    /// Where in the document the result stands.
    pub(super) result: Range<usize>,
    pub(super) time: Time,
    pub(super) next: Option<u64>,
    pub(super) total: Option<u64>,
}

/// The envelope of a success; `None` where the document does not look as the server writes it, and has to be
/// read whole.
///
/// What follows upon the result closes the one brace that stands before it, so it is not a part of the
/// result: that would leave braces over. Whether the result is JSON is only seen when it is decoded.
pub(super) fn find(document: &[u8]) -> Option<Found> {
    let text = std::str::from_utf8(document).ok()?;
    let start = text.starts_with(BEGINNING).then_some(BEGINNING.len())?;
    let from = text.len().saturating_sub(LONGEST).max(start);
    let follows = |at: &usize| {
        let rest = &document[*at..];
        FOLLOWING.iter().any(|member| rest.starts_with(member.as_bytes()))
    };
    (from..text.len()).filter(follows).find_map(|end| {
        let rest = ["{", text.get(end + 1..)?].concat();
        let Rest { time, next, total } = serde_json::from_str(&rest).ok()?;
        Some(Found {
            result: start..end,
            time,
            next,
            total,
        })
    })
}

/// What follows upon the result.
#[derive(Default)]
struct Rest {
    time: Time,
    next: Option<u64>,
    total: Option<u64>,
}

impl<'de> Deserialize<'de> for Rest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Members;

        impl<'de> Visitor<'de> for Members {
            type Value = Rest;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("what follows upon a result")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Rest, A::Error> {
                let mut rest = Rest::default();
                while let Some(Name(key)) = map.next_key()? {
                    match &*key {
                        "time" => rest.time = map.next_value()?,
                        "next" => rest.next = count(&map.next_value()?),
                        "total" => rest.total = count(&map.next_value()?),
                        other => return Err(A::Error::unknown_field(other, &["time", "next", "total"])),
                    }
                }
                Ok(rest)
            }
        }

        deserializer.deserialize_map(Members)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(document: &str) -> Option<&str> {
        find(document.as_bytes()).map(|found| &document[found.result])
    }

    #[test]
    fn the_result_of_a_success_is_found_by_what_follows_it() {
        for (document, result) in [
            (r#"{"result":17,"time":{"start":1}}"#, "17"),
            (r#"{"result":[],"next":50,"total":51,"time":{}}"#, "[]"),
            (
                r#"{"result":[{"next":1,"time":{"a":1}}],"total":0,"time":{"start":1}}"#,
                r#"[{"next":1,"time":{"a":1}}]"#,
            ),
            (r#"{"result":"a,\"time\":{}","time":{}}"#, r#""a,\"time\":{}""#),
        ] {
            assert_eq!(found(document), Some(result));
        }
    }

    #[test]
    fn what_looks_otherwise_is_read_whole() {
        for document in [
            r#"{"result":17}"#,
            r#"{"result":{"time":{}}}"#,
            r#"{"result":{"a":1,"time":{}}}"#,
            r#"{"result":[{"a":1,"next":2}]}"#,
            r#"{"result":[],"time":{},"error":"NO"}"#,
            r#"{"result":[],"time":{},"signature":"x"}"#,
            r#"{ "result":1,"time":{}}"#,
            r#"{"error":"NO","time":{}}"#,
            r#"{"result":[1,"time":{"#,
        ] {
            assert_eq!(found(document), None, "{document}");
        }
    }
}
