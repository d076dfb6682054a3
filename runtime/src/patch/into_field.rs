//! What the setter of a `Patch` takes: a `Patch`, and what a field without it takes.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::sync::Arc;

use super::Patch;
use crate::field::{IntoField, Scalar};
use crate::value::{Id, Json, YesNo};

#[diagnostic::do_not_recommend]
impl<T> IntoField<Self> for Patch<T> {
    #[inline]
    fn into_field(self) -> Self {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<T: Scalar> IntoField<Patch<T>> for T {
    #[inline]
    fn into_field(self) -> Patch<T> {
        Patch::Set(self)
    }
}

// One impl for every source would be one with the two above, as far as the compiler can tell.
/// Sources that become a scalar of another type.
macro_rules! sources {
    ($({$($generics:tt)*} $source:ty => $target:ty),+ $(,)?) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<$($generics)*> IntoField<Patch<$target>> for $source {
                #[inline]
                fn into_field(self) -> Patch<$target> {
                    Patch::Set(IntoField::<$target>::into_field(self))
                }
            }
        )+
    };
}

sources!(
    {} &str => String,
    {} &String => String,
    {} Cow<'_, str> => String,
    {} Box<str> => String,
    {'a} &'a str => Cow<'a, str>,
    {'a} &'a String => Cow<'a, str>,
    {'a} String => Cow<'a, str>,
    {} &str => Box<str>,
    {} String => Box<str>,
    {} &str => Arc<str>,
    {} String => Arc<str>,
    {} i32 => f64,
    {} u64 => Id,
    {} bool => YesNo,
    {} &str => serde_json::Value,
    {T: serde::Serialize} T => Json<T>,
    {T: Scalar} T => Box<T>,
    {T: Scalar} T => Arc<T>,
);

/// Lists and maps, from whatever a field of theirs takes.
macro_rules! lists {
    ($({$($generics:tt)*} $target:ty),+ $(,)?) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<$($generics)*, Source: IntoField<$target>> IntoField<Patch<$target>> for Source {
                #[inline]
                fn into_field(self) -> Patch<$target> {
                    Patch::Set(self.into_field())
                }
            }
        )+
    };
}

lists!(
    {T} Vec<T>,
    {T} VecDeque<T>,
    {T, S} HashSet<T, S>,
    {T} BTreeSet<T>,
    {'a, T} &'a [T],
    {K, V, S} HashMap<K, V, S>,
    {K, V} BTreeMap<K, V>,
);
