//! Compares the values of a field's type with those that Bitrix24 documents, while the user's crate is
//! compiled.

use std::marker::PhantomData;

use super::Table;
use super::message::{Message, contains};
use crate::field::HasValues;

/// What is known of the values of `T`.
#[derive(Debug)]
pub struct Values<T: ?Sized>(PhantomData<T>);

impl<T: HasValues> Values<T> {
    /// The values, where the type has no others.
    pub const KNOWN: Option<&'static Table> = T::__KNOWN;
}

/// Of a type that cannot be restricted nothing is known: what a type has itself is found first.
pub trait NoValues {
    /// Nothing.
    const KNOWN: Option<&'static Table> = None;
}

impl<T: ?Sized> NoValues for Values<T> {}

/// Fails the compilation where the type has a value that is not documented.
///
/// # Panics
/// That is how a constant fails.
#[track_caller]
#[allow(clippy::panic)] // never in a running program: generated code calls it in constants alone
pub const fn documented(known: Option<&Table>, parameter: &str, values: &[&str]) {
    let Some(known) = known else {
        return;
    };
    let mut message = Message::new();
    let mut refused = false;
    let mut place = 0;
    while place < known.values.len() {
        if !contains(values, known.values[place]) {
            refused = true;
            message.refuse(known.values[place], "a documented value of", parameter, values);
        }
        place += 1;
    }
    if refused {
        message.list("documented", values);
        message.push("\nfor a value that Bitrix24 does not document, add `#[b24(kind = any)]`");
        panic!("{}", message.text());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLORS: Table = Table {
        name: "Color",
        values: &["RED", "PURPEL"],
        integers: &[],
    };

    #[test]
    fn a_type_may_have_fewer_values_and_no_others() {
        documented(Some(&COLORS), "COLOR", &["PURPEL", "MINT", "RED"]);
        documented(None, "COLOR", &["RED"]);
        let refused = std::panic::catch_unwind(|| documented(Some(&COLORS), "COLOR", &["RED", "PURPLE"]));
        let words = refused.unwrap_err().downcast::<String>().unwrap();
        assert_eq!(
            *words,
            "`PURPEL` is not a documented value of `COLOR`; did you mean `PURPLE`?\n\
             documented are: RED, PURPLE\n\
             for a value that Bitrix24 does not document, add `#[b24(kind = any)]`"
        );
    }

    #[test]
    fn only_types_with_values_have_some() {
        assert!(Values::<Option<String>>::KNOWN.is_none());
        assert!(<Values<bool>>::KNOWN.is_none());
    }
}
