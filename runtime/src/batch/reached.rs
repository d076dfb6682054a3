//! What a reference leads to in a result, as it was received: nothing of it is copied.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::decode::Name;

/// What stands at the end of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reached {
    /// Nothing, or `null`, which is the same to the portal.
    Nothing,
    /// A text or a number, which may stand within a text too.
    Writable,
    Other,
}

impl Reached {
    pub(super) fn of(result: &str, path: &[String]) -> Self {
        let found = path.iter().try_fold(result, |value, key| member(value, key));
        match found.and_then(|value| value.bytes().next()) {
            None | Some(b'n') => Self::Nothing,
            Some(b'"' | b'-' | b'0'..=b'9') => Self::Writable,
            Some(_) => Self::Other,
        }
    }
}

/// The member of this key in an object or a list.
fn member<'a>(value: &'a str, key: &str) -> Option<&'a str> {
    let mut json = serde_json::Deserializer::from_str(value);
    let found = Member(key).deserialize(&mut json).ok()??;
    Some(found.get())
}

struct Member<'k>(&'k str);

impl<'de> DeserializeSeed<'de> for Member<'_> {
    type Value = Option<&'de RawValue>;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Self::Value, D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Member<'_> {
    type Value = Option<&'de RawValue>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object or a list")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let mut found = None;
        while let Some(Name(name)) = members.next_key()? {
            if name == self.0 {
                found = Some(members.next_value()?);
            } else {
                members.next_value::<IgnoredAny>()?;
            }
        }
        Ok(found)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let wanted = place(self.0);
        let mut found = None;
        for place in 0.. {
            if wanted == Some(place) {
                found = items.next_element()?;
            } else if items.next_element::<IgnoredAny>()?.is_none() {
                break;
            }
        }
        Ok(found)
    }
}

/// The place that PHP takes a key for: of several spellings of a number, it knows one.
fn place(key: &str) -> Option<usize> {
    let place: usize = key.parse().ok()?;
    (place.to_string() == key).then_some(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_leads_to_what_php_finds_there() {
        let result = r#" {"a": {"b": [7, "x", null, {"c\n": -1}]}, "01": true, "n": null, "": [], "1": 2,
            "big": 123456789012345678901234567890, "twice": 1, "twice": null}"#
            .trim();
        for (path, reached) in [
            ("", Reached::Other),
            ("a", Reached::Other),
            ("a/b/0", Reached::Writable),
            ("a/b/1", Reached::Writable),
            ("a/b/2", Reached::Nothing),
            ("a/b/3", Reached::Other),
            ("a/b/3/c\n", Reached::Writable),
            ("a/b/4", Reached::Nothing),
            ("a/b/00", Reached::Nothing),
            ("a/b/01", Reached::Nothing),
            ("a/b/+1", Reached::Nothing),
            ("a/b/-0", Reached::Nothing),
            ("a/b/١", Reached::Nothing),
            ("a/b/99999999999999999999", Reached::Nothing),
            ("a/b/c", Reached::Nothing),
            ("a/b/0/0", Reached::Nothing),
            ("01", Reached::Other),
            ("1", Reached::Writable),
            ("+1", Reached::Nothing),
            ("n", Reached::Nothing),
            ("n/a", Reached::Nothing),
            ("A", Reached::Nothing),
            ("big", Reached::Writable),
            ("twice", Reached::Nothing),
        ] {
            let keys: Vec<String> = path.split('/').map(str::to_owned).collect();
            let keys = if path.is_empty() { &[] } else { &keys[..] };
            assert_eq!(Reached::of(result, keys), reached, "{path}");
        }
        assert_eq!(Reached::of("null", &[]), Reached::Nothing);
        assert_eq!(Reached::of("\"text\"", &["0".to_owned()]), Reached::Nothing);
    }
}
