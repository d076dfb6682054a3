//! Values as they are written.

use std::fmt::Display;
use std::marker::PhantomData;

use serde::{Serialize, Serializer};

use super::classes::{Codes, Form, Takes};
use super::sent_as::SentAs;
use crate::patch::Clearable;

/// A value as the kind `K`.
#[derive(Debug)]
pub(super) struct As<'a, K, T> {
    value: &'a T,
    kind: PhantomData<K>,
}

impl<'a, K, T> As<'a, K, T> {
    #[inline]
    pub(super) fn new(value: &'a T) -> Self {
        Self {
            value,
            kind: PhantomData,
        }
    }
}

impl<K, T: SentAs<K>> Serialize for As<'_, K, T> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize_as(serializer)
    }
}

/// A value of the type `T` that was cleared, as the kind `K`.
pub(super) struct Cleared<K, T>(PhantomData<(K, T)>);

impl<K, T> Cleared<K, T> {
    pub(super) fn new() -> Self {
        Self(PhantomData)
    }
}

impl<K, T: SentAs<K> + Clearable> Serialize for Cleared<K, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        T::__serialize_cleared(serializer)
    }
}

/// The name under which the digits of a number are written, by which the check of a field's rules knows
/// that the text is a number.
pub(crate) const DIGITS: &str = "b24::Digits";

struct Digits<'a, T>(&'a T);

impl<T: Display> Serialize for Digits<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self.0)
    }
}

/// Writes a number as the text of its digits.
///
/// # Errors
/// What the serializer reports.
pub fn digits<T: Display, S: Serializer>(number: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_newtype_struct(DIGITS, &Digits(number))
}

/// Writes a value of an enum of numbers.
///
/// # Errors
/// What the serializer reports.
pub fn serialize_code<K: Takes<Codes>, T: Display + Serialize, S: Serializer>(
    code: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match K::FORM {
        Form::Text => digits(code, serializer),
        _ => code.serialize(serializer),
    }
}
