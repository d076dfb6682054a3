//! A list whose JSON is written already.

use std::sync::Arc;

use super::{Array, Value, json_read::parse_json};

/// Rows of a list as JSON texts: a million of them are never values, but for those that somebody
/// asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rows(Arc<Texts>);

#[derive(Debug, Default, PartialEq, Eq)]
struct Texts {
    /// `[…,…]`
    text: Vec<u8>,
    /// Where each row begins and ends.
    places: Vec<(usize, usize)>,
}

impl Rows {
    /// Each of the items is written by `write`.
    pub(crate) fn of<T>(items: impl IntoIterator<Item = T>, mut write: impl FnMut(&mut Vec<u8>, T)) -> Self {
        let mut texts = Texts::default();
        texts.text.push(b'[');
        for item in items {
            if !texts.places.is_empty() {
                texts.text.push(b',');
            }
            let start = texts.text.len();
            write(&mut texts.text, item);
            texts.places.push((start, texts.text.len()));
        }
        texts.text.push(b']');
        Self(Arc::new(texts))
    }

    pub(crate) fn len(&self) -> usize {
        self.0.places.len()
    }

    pub(crate) fn text(&self) -> &[u8] {
        &self.0.text
    }

    /// One row, as a value.
    pub(crate) fn get(&self, place: i64) -> Option<Value> {
        let (start, end) = self.0.places.get(usize::try_from(place).ok()?)?;
        parse_json(&self.0.text[*start..*end])
    }

    /// All of them, as values.
    pub(crate) fn to_array(&self) -> Array {
        let places = 0..i64::try_from(self.len()).unwrap_or(i64::MAX);
        places.filter_map(|place| self.get(place)).collect()
    }
}
