//! PHP's array: an ordered map with integer and text keys.

use std::collections::{BTreeMap, HashMap};

use super::Value;

/// A key. Text that spells an integer as PHP writes it is that integer.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Key {
    Int(i64),
    Text(Vec<u8>),
}

impl Key {
    /// The key that PHP uses for this text: `"5"` is 5, but `"05"`, `"+5"` and `"-0"` stay text.
    pub(crate) fn of(text: &[u8]) -> Self {
        integer(text).map_or_else(|| Self::Text(text.to_vec()), Self::Int)
    }

    /// For what people read; what is not UTF-8 is replaced.
    pub(crate) fn to_lossy(&self) -> String {
        match self {
            Self::Int(number) => number.to_string(),
            Self::Text(text) => String::from_utf8_lossy(text).into_owned(),
        }
    }
}

fn integer(text: &[u8]) -> Option<i64> {
    let digits = text.strip_prefix(b"-").unwrap_or(text);
    let canonical = match digits {
        [] => false,
        [b'0'] => digits.len() == text.len(),
        [first, rest @ ..] => (b'1'..=b'9').contains(first) && rest.iter().all(u8::is_ascii_digit),
    };
    canonical.then(|| std::str::from_utf8(text).ok()?.parse().ok())?
}

/// An ordered map. A key set again keeps its place; a key removed and set again goes to the end.
#[derive(Debug, Clone)]
pub(crate) struct Array {
    /// By place; places are never used again, so that a key is removed without moving the others.
    entries: BTreeMap<u64, (Key, Value)>,
    /// Where each key stands in `entries`: forms and JSON may hold many thousands of keys.
    places: HashMap<Key, u64>,
    /// The place of the entry that comes next.
    free: u64,
    /// The key of the next value that is appended; none after `i64::MAX` was used.
    next: Option<i64>,
}

impl PartialEq for Array {
    fn eq(&self, other: &Self) -> bool {
        self.entries.values().eq(other.entries.values())
    }
}

impl Array {
    pub(crate) fn new() -> Self {
        Self {
            entries: BTreeMap::new(),
            places: HashMap::new(),
            free: 0,
            next: Some(0),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&Key, &Value)> {
        self.entries.values().map(|(key, value)| (key, value))
    }

    /// Keys are 0, 1, 2, … in this order: what JSON calls an array.
    pub(crate) fn is_list(&self) -> bool {
        self.entries
            .values()
            .zip(0_i64..)
            .all(|((key, _), place)| *key == Key::Int(place))
    }

    pub(crate) fn get(&self, name: &str) -> Option<&Value> {
        self.get_key(&Key::of(name.as_bytes()))
    }

    pub(crate) fn get_key(&self, key: &Key) -> Option<&Value> {
        let place = self.places.get(key)?;
        self.entries.get(place).map(|(_, value)| value)
    }

    pub(crate) fn set(&mut self, name: &str, value: impl Into<Value>) {
        self.set_key(Key::of(name.as_bytes()), value.into());
    }

    pub(crate) fn set_key(&mut self, key: Key, value: Value) {
        *self.slot(key) = value;
    }

    /// The value under `key`, made null first where there is none.
    pub(crate) fn slot(&mut self, key: Key) -> &mut Value {
        match self.places.get(&key) {
            Some(place) => &mut self.entries.entry(*place).or_insert((key, Value::Null)).1,
            None => self.append(key),
        }
    }

    /// Appends under the next free integer; `None` when integers have run out.
    pub(crate) fn push_slot(&mut self) -> Option<&mut Value> {
        Some(self.append(Key::Int(self.next?)))
    }

    pub(crate) fn push(&mut self, value: impl Into<Value>) {
        if let Some(slot) = self.push_slot() {
            *slot = value.into();
        }
    }

    pub(crate) fn remove(&mut self, name: &str) -> Option<Value> {
        self.remove_key(&Key::of(name.as_bytes()))
    }

    pub(crate) fn remove_key(&mut self, key: &Key) -> Option<Value> {
        let place = self.places.remove(key)?;
        self.entries.remove(&place).map(|(_, value)| value)
    }

    /// `array_change_key_case(…, CASE_UPPER)`: of keys that become one, the last value wins and
    /// keeps the first one's place. Deeper keys are left alone.
    pub(crate) fn upper_cased(self) -> Self {
        let mut upper = Self::new();
        for (key, value) in self.entries.into_values() {
            let key = match key {
                Key::Text(text) => Key::Text(text.to_ascii_uppercase()),
                key @ Key::Int(_) => key,
            };
            upper.set_key(key, value);
        }
        upper
    }

    /// Every entry of `other` replaces or joins the entries here; values are not merged.
    pub(crate) fn overlay(&mut self, other: Self) {
        for (key, value) in other.entries.into_values() {
            self.set_key(key, value);
        }
    }

    fn append(&mut self, key: Key) -> &mut Value {
        if let Key::Int(number) = key
            && self.next.is_some_and(|next| number >= next)
        {
            self.next = number.checked_add(1);
        }
        let place = self.free;
        self.free += 1;
        self.places.insert(key.clone(), place);
        &mut self.entries.entry(place).or_insert((key, Value::Null)).1
    }
}

impl Default for Array {
    fn default() -> Self {
        Self::new()
    }
}

impl<const N: usize> From<[(&str, Value); N]> for Array {
    fn from(entries: [(&str, Value); N]) -> Self {
        let mut array = Self::new();
        for (name, value) in entries {
            array.set(name, value);
        }
        array
    }
}

impl<V: Into<Value>> FromIterator<V> for Array {
    fn from_iter<I: IntoIterator<Item = V>>(values: I) -> Self {
        let mut array = Self::new();
        for value in values {
            array.push(value);
        }
        array
    }
}
