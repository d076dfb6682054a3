//! Which types the options `enum`, `range`, `length` and `items` can restrict.
//!
//! The traits carry the rule of the option, and give a wrong combination its words.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::num::{
    NonZeroI8, NonZeroI16, NonZeroI32, NonZeroI64, NonZeroI128, NonZeroIsize, NonZeroU8, NonZeroU16,
    NonZeroU32, NonZeroU64, NonZeroU128, NonZeroUsize,
};
use std::sync::Arc;

use crate::enumeration::Table;
use crate::parameter::{Number, Rule, items, length, range};
use crate::value::{Id, Json};
use crate::visit::Visitor;

/// A type whose values `#[b24(enum = [...])]` can list: texts and whole numbers, and lists of them.
///
/// Implement it for a type of your own that is written as a text or a whole number.
#[diagnostic::on_unimplemented(
    message = "`enum` cannot list the allowed values of `{Self}`",
    label = "`enum` is for texts and whole numbers",
    note = "remove `enum`; for a type of your own that is sent as a text or a whole number, add `impl b24::HasValues for ... {{}}`"
)]
pub trait HasValues {
    /// The values, where the type has no others.
    #[doc(hidden)]
    const __KNOWN: Option<&'static Table> = None;

    /// Says so to `visitor`.
    #[doc(hidden)]
    #[inline]
    fn __values<V: Visitor>(visitor: &mut V, allowed: &'static [&'static str]) {
        visitor.rule(Rule::Allowed(allowed));
    }
}

/// A type that `#[b24(range = ...)]` can bound: numbers, and lists of them.
///
/// Implement it for a type of your own that is written as a number.
#[diagnostic::on_unimplemented(
    message = "`range` cannot bound `{Self}`",
    label = "`range` is for numbers",
    note = "a text is bounded by `length`, a list by `items`; for a type of your own that is sent as a number, add `impl b24::HasRange for ... {{}}`"
)]
pub trait HasRange {
    /// Says so to `visitor`.
    #[doc(hidden)]
    #[inline]
    fn __range<V: Visitor>(visitor: &mut V, min: impl Into<Number>, max: impl Into<Number>, exclusive: bool) {
        visitor.rule(range(min, max, exclusive));
    }
}

/// A type that `#[b24(length = ...)]` can bound: texts, and lists of them.
///
/// Implement it for a type of your own that is written as a text.
#[diagnostic::on_unimplemented(
    message = "`length` cannot bound `{Self}`",
    label = "`length` is for texts",
    note = "a number is bounded by `range`, a list by `items`; for a type of your own that is sent as a text, add `impl b24::HasLength for ... {{}}`"
)]
pub trait HasLength {
    /// Says so to `visitor`.
    #[doc(hidden)]
    #[inline]
    fn __length<V: Visitor>(visitor: &mut V, min: usize, max: usize) {
        visitor.rule(length(min, max));
    }
}

/// A type that `#[b24(items = ...)]` can bound: lists and maps.
///
/// Implement it for a type of your own that is written as a list.
#[diagnostic::on_unimplemented(
    message = "`items` cannot bound `{Self}`",
    label = "`items` is for lists",
    note = "a number is bounded by `range`, a text by `length`; for a type of your own that is sent as a list, add `impl b24::HasItems for ... {{}}`"
)]
pub trait HasItems {
    /// Says so to `visitor`.
    #[doc(hidden)]
    #[inline]
    fn __items<V: Visitor>(visitor: &mut V, min: usize, max: usize) {
        visitor.rule(items(min, max));
    }
}

macro_rules! restrictable {
    ($trait:ident: $({$($generics:tt)*} $type:ty),+ $(,)?) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<$($generics)*> $trait for $type {}
        )+
        restrictable_around!($trait: {T: $trait} Option<T>, {T: $trait} Box<T>, {T: $trait} Arc<T>);
    };
}

macro_rules! lists_of {
    ($($trait:ident),+) => {
        $(restrictable_around!($trait:
            {T: $trait} Vec<T>, {T: $trait} VecDeque<T>, {T: $trait, S} HashSet<T, S>, {T: $trait} BTreeSet<T>,
            {T: $trait} &[T],
        );)+
    };
}

/// Types that hold another, `T`, of which the option speaks.
macro_rules! restrictable_around {
    // An enum's values are those of a list of them.
    (HasValues: $({$($generics:tt)*} $type:ty),+ $(,)?) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<$($generics)*> HasValues for $type {
                const __KNOWN: Option<&'static Table> = T::__KNOWN;
            }
        )+
    };
    ($trait:ident: $({$($generics:tt)*} $type:ty),+ $(,)?) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<$($generics)*> $trait for $type {}
        )+
    };
}

restrictable!(HasValues:
    {} char, {} String, {} &str, {} Cow<'_, str>, {} Box<str>, {} Arc<str>, {} serde_json::Value, {T} Json<T>, {} Id,
    {} i8, {} i16, {} i32, {} i64, {} i128, {} isize, {} u8, {} u16, {} u32, {} u64, {} u128, {} usize,
    {} NonZeroI8, {} NonZeroI16, {} NonZeroI32, {} NonZeroI64, {} NonZeroI128, {} NonZeroIsize,
    {} NonZeroU8, {} NonZeroU16, {} NonZeroU32, {} NonZeroU64, {} NonZeroU128, {} NonZeroUsize,
);

restrictable!(HasRange:
    {} f32, {} f64, {} serde_json::Value, {} serde_json::Number, {T} Json<T>, {} Id,
    {} i8, {} i16, {} i32, {} i64, {} i128, {} isize, {} u8, {} u16, {} u32, {} u64, {} u128, {} usize,
    {} NonZeroI8, {} NonZeroI16, {} NonZeroI32, {} NonZeroI64, {} NonZeroI128, {} NonZeroIsize,
    {} NonZeroU8, {} NonZeroU16, {} NonZeroU32, {} NonZeroU64, {} NonZeroU128, {} NonZeroUsize,
);

restrictable!(HasLength:
    {} String, {} &str, {} Cow<'_, str>, {} Box<str>, {} Arc<str>, {} serde_json::Value, {T} Json<T>,
);

restrictable!(HasItems:
    {T} Vec<T>, {T} VecDeque<T>, {T, S} HashSet<T, S>, {T} BTreeSet<T>, {T} &[T], {} serde_json::Value, {T} Json<T>,
    {K, V, S} HashMap<K, V, S>, {K, V} BTreeMap<K, V>,
);

lists_of!(HasValues, HasRange, HasLength);
