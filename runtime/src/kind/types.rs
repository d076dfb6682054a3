//! The types of Rust and of this crate, as kinds.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::hash::BuildHasher;
use std::num::{
    NonZeroI8, NonZeroI16, NonZeroI32, NonZeroI64, NonZeroI128, NonZeroIsize, NonZeroU8, NonZeroU16,
    NonZeroU32, NonZeroU64, NonZeroU128, NonZeroUsize,
};
use std::sync::Arc;

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::classes::{Booleans, Files, Floats, Form, Integers, Kind, Lists, Objects, Takes, Texts, YesNos};
use super::sent_as::SentAs;
use super::written::{As, Cleared, digits};
use super::{Any, File, FilePart, List, Map, Text};
use crate::field::{Field, Scalar};
use crate::filter::{Filter, FilterV3, Order, Select};
use crate::patch::{CLEARED, Clearable, Patch};
use crate::value::{Base64, Id, Json, YesNo};

/// Types that are written as they are, whatever the kind.
macro_rules! as_they_are {
    ($($class:ident: $({$($generics:tt)*} $type:ty),+;)+) => {
        $($(
            #[diagnostic::do_not_recommend]
            impl<Target: Takes<$class>, $($generics)*> SentAs<Target> for $type {}
        )+)+
    };
}

as_they_are!(
    Texts: {} String, {} &str, {} Cow<'_, str>, {} Box<str>, {} Arc<str>, {} char;
    Files: {} Base64;
    Objects: {} Filter, {} Order, {} serde_json::Map<String, Value>,
        {K: Serialize, V: Field + Serialize, S: BuildHasher + Default} HashMap<K, V, S>,
        {K: Serialize, V: Field + Serialize} BTreeMap<K, V>;
    Lists: {} FilterV3, {} Select,
        {T: Field + Serialize} Vec<T>, {T: Field + Serialize} VecDeque<T>, {T: Field + Serialize} BTreeSet<T>,
        {T: Field + Serialize, S: BuildHasher + Default} HashSet<T, S>, {T: Field + Serialize} &[T];
);

/// Numbers, of which a text is the digits.
macro_rules! numbers {
    ($class:ident, $written:expr, $($type:ty),+ $(,)?) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<K: Takes<$class>> SentAs<K> for $type {
                #[inline]
                fn serialize_as<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    match K::FORM {
                        Form::Text => $written(self, serializer),
                        _ => self.serialize(serializer),
                    }
                }
            }
        )+
    };
}

numbers!(
    Integers,
    digits,
    i8,
    i16,
    i32,
    i64,
    i128,
    isize,
    u8,
    u16,
    u32,
    u64,
    u128,
    usize,
    NonZeroI8,
    NonZeroI16,
    NonZeroI32,
    NonZeroI64,
    NonZeroI128,
    NonZeroIsize,
    NonZeroU8,
    NonZeroU16,
    NonZeroU32,
    NonZeroU64,
    NonZeroU128,
    NonZeroUsize,
    Id,
);
numbers!(Floats, digits, serde_json::Number);
numbers!(Floats, digits_of_float, f32, f64);

// As JSON writes a number: `1e300` and not three hundred digits. What is no number of JSON is no text
// either, and is left to the check that finds it.
fn digits_of_float<T: std::fmt::Debug + Into<f64> + Copy + Serialize, S: Serializer>(
    number: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    if (*number).into().is_finite() {
        digits(&format_args!("{number:?}"), serializer)
    } else {
        number.serialize(serializer)
    }
}

#[diagnostic::do_not_recommend]
impl<K: Takes<Booleans>> SentAs<K> for bool {
    #[inline]
    fn serialize_as<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        boolean(*self, K::FORM, serializer)
    }
}

#[diagnostic::do_not_recommend]
impl<K: Takes<YesNos>> SentAs<K> for YesNo {
    #[inline]
    fn serialize_as<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match K::FORM {
            Form::Own => self.serialize(serializer),
            form => boolean(self.is_yes(), form, serializer),
        }
    }
}

fn boolean<S: Serializer>(yes: bool, form: Form, serializer: S) -> Result<S::Ok, S::Error> {
    match form {
        Form::YesNo => YesNo::from(yes).serialize(serializer),
        Form::OneZero => serializer.serialize_u8(yes.into()),
        Form::Own | Form::Boolean | Form::Text => serializer.serialize_bool(yes),
    }
}

#[diagnostic::do_not_recommend]
impl<K: Kind> SentAs<K> for Value {}
#[diagnostic::do_not_recommend]
impl<K: Kind, T: Serialize> SentAs<K> for Json<T> {}
#[diagnostic::do_not_recommend]
impl<K> SentAs<Map<K>> for serde_json::Map<String, Value> {}
#[diagnostic::do_not_recommend]
impl<K> SentAs<List<K>> for FilterV3 {}
#[diagnostic::do_not_recommend]
impl SentAs<List<Text>> for Select {}
#[diagnostic::do_not_recommend]
impl SentAs<List<Any>> for Select {}
/// A name and a content; bytes are neither.
#[diagnostic::do_not_recommend]
impl<T: SentAs<FilePart>> SentAs<File> for Vec<T> {
    fn serialize_as<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        SentAs::<List<FilePart>>::serialize_as(self, serializer)
    }

    /// It is one file, and not a list.
    fn __serialize_cleared<S: Serializer>(serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str("")
    }
}

#[diagnostic::do_not_recommend]
impl<K: Kind, T: SentAs<K>> SentAs<K> for Option<T> {
    #[inline]
    fn serialize_as<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Some(value) => value.serialize_as(serializer),
            None => serializer.serialize_none(),
        }
    }
}

#[diagnostic::do_not_recommend]
impl<K: Kind, T: SentAs<K> + Clearable> SentAs<K> for Patch<T> {
    #[inline]
    fn serialize_as<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Set(value) => value.serialize_as(serializer),
            Self::Clear => serializer.serialize_newtype_struct(CLEARED, &Cleared::<K, T>::new()),
            Self::Keep => self.serialize(serializer),
        }
    }
}

macro_rules! around {
    ($($type:ty),+) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<K: Kind, T: SentAs<K> + Scalar> SentAs<K> for $type {
                #[inline]
                fn serialize_as<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    T::serialize_as(self, serializer)
                }
            }
        )+
    };
}

around!(Box<T>, Arc<T>);

macro_rules! lists {
    ($({$($generics:tt)*} $type:ty),+ $(,)?) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<K: Kind, T: SentAs<K>, $($generics)*> SentAs<List<K>> for $type {
                fn serialize_as<Out: Serializer>(&self, serializer: Out) -> Result<Out::Ok, Out::Error> {
                    serializer.collect_seq(self.iter().map(As::<K, T>::new))
                }
            }

            #[diagnostic::do_not_recommend]
            impl<T: Field + Serialize, $($generics)*> SentAs<List<Any>> for $type {}
        )+
    };
}

lists!({} Vec<T>, {} VecDeque<T>, {S: BuildHasher + Default} HashSet<T, S>, {} BTreeSet<T>, {} &[T]);

macro_rules! maps {
    ($({$($generics:tt)*} $type:ty),+ $(,)?) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<K: Kind, L: Serialize, V: SentAs<K>, $($generics)*> SentAs<Map<K>> for $type {
                fn serialize_as<Out: Serializer>(&self, serializer: Out) -> Result<Out::Ok, Out::Error> {
                    serializer.collect_map(self.iter().map(|(key, value)| (key, As::<K, V>::new(value))))
                }
            }

            #[diagnostic::do_not_recommend]
            impl<L: Serialize, V: Field + Serialize, $($generics)*> SentAs<Map<Any>> for $type {}
        )+
    };
}

maps!({S: BuildHasher + Default} HashMap<L, V, S>, {} BTreeMap<L, V>);
