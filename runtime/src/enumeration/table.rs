//! The values of an enum, as data: what can be done without the type is done once for all of them.

use super::Sent;

/// The values of a type that has no others.
#[derive(Debug, PartialEq, Eq)]
pub struct Table {
    /// What the type is called.
    pub name: &'static str,
    /// Its values, as they are sent.
    pub values: &'static [&'static str],
    /// The values as numbers, where that is how they are sent; otherwise empty.
    pub integers: &'static [i64],
}

/// A value, as it is written.
pub(super) enum Written<'a> {
    Text(&'a str),
    Integer(i64),
}

impl Table {
    /// Whether the values are sent as texts.
    pub(super) fn is_of_texts(&self) -> bool {
        self.integers.is_empty()
    }

    pub(super) fn written<'a>(&self, sent: Sent<'a>) -> Written<'a> {
        match sent {
            Sent::Integer(number) => Written::Integer(number),
            Sent::Text(text) => Written::Text(text),
            Sent::Listed(place) => match self.integers.get(place) {
                Some(number) => Written::Integer(*number),
                // Generated code has a value for each place that it names.
                None => Written::Text(self.values.get(place).copied().unwrap_or_default()),
            },
        }
    }

    /// What the text stands for.
    pub(super) fn of_text<'a>(&self, text: &'a str) -> Sent<'a> {
        if self.is_of_texts() {
            let place = self.values.iter().position(|value| *value == text);
            return place.map_or(Sent::Text(text), Sent::Listed);
        }
        // `i64::from_str` also takes a leading `+`.
        let digits = text.strip_prefix('-').unwrap_or(text);
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Sent::Text(text);
        }
        text.parse()
            .map_or(Sent::Text(text), |number| self.of_integer(number))
    }

    /// What the number stands for, in an enum of numbers.
    pub(super) fn of_integer(&self, number: i64) -> Sent<'static> {
        let place = self.integers.iter().position(|value| *value == number);
        place.map_or(Sent::Integer(number), Sent::Listed)
    }
}
