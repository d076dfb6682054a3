//! A parameter that is given, or taken from another command's result.

use std::borrow::Cow;

use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::enumeration::Table;
use crate::field::{HasLength, HasRange, HasValues, IntoField, Scalar};
use crate::kind::sent_as::SentAs;
use crate::reference::{Reference, Untyped};
use crate::value::{Id, YesNo};
use crate::visit::Visitor;

/// A value, or a [`Reference`] to one in the result of an earlier command of the same batch.
///
/// A field of this type takes what a field of the type `T` takes, and a reference:
///
/// ```
/// use b24::{Arg, b24_method};
///
/// #[b24_method("acme.order.pay", unlisted)]
/// struct OrderPay {
///     #[b24(required)]
///     order: Arg<u64>,
///     comment: Option<Arg<String>>,
/// }
///
/// let pay = OrderPay::new(17_u64).comment("at once");
/// assert_eq!(serde_json::to_string(&pay)?, r#"{"ORDER":17,"COMMENT":"at once"}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// The rules of the field (`range`, `enum`, ...) hold for a value; what a reference leads to nobody knows
/// beforehand.
#[derive(Debug, Clone)]
pub enum Arg<T> {
    /// This value.
    Value(T),
    /// What the portal finds there.
    Reference(Reference<T>),
}

impl<T: Serialize> Serialize for Arg<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Value(value) => value.serialize(serializer),
            Self::Reference(reference) => reference.serialize(serializer),
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T: Scalar> Scalar for Arg<T> {
    fn serialize_clear<S: Serializer>(serializer: S) -> Result<S::Ok, S::Error> {
        T::serialize_clear(serializer)
    }

    const __NESTED: bool = T::__NESTED;

    #[inline]
    fn __inside<V: Visitor>(&self, visitor: &mut V) {
        if let Self::Value(value) = self {
            Scalar::__inside(value, visitor);
        }
    }
}

#[diagnostic::do_not_recommend]
impl<K, T: Scalar + SentAs<K>> SentAs<K> for Arg<T> {
    fn serialize_as<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Value(value) => value.serialize_as(serializer),
            Self::Reference(reference) => reference.serialize(serializer),
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T: HasValues> HasValues for Arg<T> {
    const __KNOWN: Option<&'static Table> = T::__KNOWN;
}
#[diagnostic::do_not_recommend]
impl<T: HasRange> HasRange for Arg<T> {}
#[diagnostic::do_not_recommend]
impl<T: HasLength> HasLength for Arg<T> {}

impl<T> From<Reference> for Arg<T> {
    fn from(reference: Reference) -> Self {
        Self::Reference(reference.cast())
    }
}

impl From<Reference<String>> for Arg<String> {
    fn from(reference: Reference<String>) -> Self {
        Self::Reference(reference)
    }
}

/// References that may stand for a value, for the field itself and for an `Option` of it.
macro_rules! refers {
    ($({$($generics:tt)*} $leads_to:ty => $target:ty),+ $(,)?) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<$($generics)*> IntoField<Arg<$target>> for Reference<$leads_to> {
                #[inline]
                fn into_field(self) -> Arg<$target> {
                    Arg::Reference(self.cast())
                }
            }

            #[diagnostic::do_not_recommend]
            impl<$($generics)*> IntoField<Option<Arg<$target>>> for Reference<$leads_to> {
                #[inline]
                fn into_field(self) -> Option<Arg<$target>> {
                    Some(Arg::Reference(self.cast()))
                }
            }
        )+
    };
}

refers!(
    {T: Scalar} T => T,
    {T: Scalar} Untyped => T,
    // A result that is not declared, and numbers that are texts for some methods.
    {} Value => u64,
    {} Value => i64,
    {} Value => Id,
    {} Value => String,
    {} Id => u64,
    {} Id => i64,
    {} Id => String,
    {} u64 => Id,
    {} u64 => String,
    {'a} String => Cow<'a, str>,
);

#[diagnostic::do_not_recommend]
impl<T: Scalar> IntoField<Arg<T>> for T {
    #[inline]
    fn into_field(self) -> Arg<T> {
        Arg::Value(self)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Scalar> IntoField<Option<Arg<T>>> for T {
    #[inline]
    fn into_field(self) -> Option<Arg<T>> {
        Some(Arg::Value(self))
    }
}

/// Sources that become a scalar of another type.
macro_rules! sources {
    ($({$($generics:tt)*} $source:ty => $target:ty),+ $(,)?) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<$($generics)*> IntoField<Arg<$target>> for $source {
                #[inline]
                fn into_field(self) -> Arg<$target> {
                    Arg::Value(IntoField::<$target>::into_field(self))
                }
            }

            #[diagnostic::do_not_recommend]
            impl<$($generics)*> IntoField<Option<Arg<$target>>> for $source {
                #[inline]
                fn into_field(self) -> Option<Arg<$target>> {
                    Some(Arg::Value(IntoField::<$target>::into_field(self)))
                }
            }
        )+
    };
}

sources!(
    {} &str => String,
    {} &String => String,
    {} Cow<'_, str> => String,
    {'a} &'a str => Cow<'a, str>,
    {'a} String => Cow<'a, str>,
    {} i32 => f64,
    {} u64 => Id,
    {} Id => u64,
    {} bool => YesNo,
    {} &str => Value,
);
