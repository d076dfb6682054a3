//! Compares `#[b24(enum = [...])]` with the values of the field's type, while the user's crate is
//! compiled.

use super::Table;
use super::message::{Message, contains};

/// A list, and the known values if there are any.
#[derive(Debug, Clone, Copy)]
pub struct Listed<'a> {
    known: Option<&'a Table>,
    values: &'a [&'a str],
}

/// A list that is to be compared.
#[must_use]
pub const fn listed<'a>(known: Option<&'a Table>, values: &'a [&'a str]) -> Listed<'a> {
    Listed { known, values }
}

impl Listed<'_> {
    /// Fails the compilation where the listed value at `place` is none of the known ones: generated
    /// code calls it at each value. The first failure ends a constant, so it speaks of the further
    /// values too.
    ///
    /// # Panics
    /// That is how a constant fails.
    #[track_caller]
    #[allow(clippy::panic)] // never in a running program: generated code calls it in constants alone
    pub const fn at(self, mut place: usize) {
        let Some(known) = self.known else {
            return;
        };
        if contains(known.values, self.values[place]) {
            return;
        }
        let mut message = Message::new();
        while place < self.values.len() {
            if !contains(known.values, self.values[place]) {
                message.refuse(self.values[place], "a value of", known.name, known.values);
            }
            place += 1;
        }
        message.list("known", known.values);
        panic!("{}", message.text());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLORS: Table = Table {
        name: "Color",
        values: &["RED", "GREEN", "LIGHT_BLUE"],
        integers: &[],
    };

    #[test]
    fn values_of_the_type_are_fine_and_so_is_any_value_of_other_types() {
        let list = listed(Some(&COLORS), &["GREEN", "RED"]);
        list.at(0);
        list.at(1);
        listed(None, &["ANYTHING"]).at(0);
    }

    #[test]
    fn every_value_from_the_wrong_one_on_is_named_once() {
        let list = listed(Some(&COLORS), &["RED", "GREN", "MAUVE", "red"]);
        let refused = std::panic::catch_unwind(|| list.at(1));
        let words = refused.unwrap_err().downcast::<String>().unwrap();
        assert_eq!(
            *words,
            "`GREN` is not a value of `Color`; did you mean `GREEN`?\n\
             `MAUVE` is not a value of `Color`\n\
             `red` is not a value of `Color`; did you mean `RED`?\n\
             known are: RED, GREEN, LIGHT_BLUE"
        );
    }
}
