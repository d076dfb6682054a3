//! What stands for a list.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::collections::{btree_map, btree_set, hash_map, hash_set, vec_deque};
use std::iter::{
    Chain, Cloned, Copied, Cycle, Empty, Enumerate, Filter, FilterMap, FlatMap, Flatten, FromFn, Fuse,
    Inspect, Map, MapWhile, Once, Peekable, Repeat, RepeatN, Rev, Scan, Skip, SkipWhile, StepBy, Successors,
    Take, TakeWhile, Zip,
};
use std::ops::{Range, RangeInclusive};

/// Something that may be given for a list or a map: the standard library's collections and iterators,
/// but not an `Option`.
///
/// An `Option` can be iterated too; taken for a list, `None` would be an empty one, and a forgotten
/// value would clear what the portal has. An iterator of another crate is collected first.
pub trait Items: IntoIterator {}

macro_rules! items {
    ($({$($generics:tt)*} $source:ty),+ $(,)?) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<$($generics)*> Items for $source where Self: IntoIterator {}
        )+
    };
}

items!(
    {T} Vec<T>,
    {T} &Vec<T>,
    {T, const N: usize} [T; N],
    {T, const N: usize} &[T; N],
    {T} &[T],
    {T} Box<[T]>,
    {T} VecDeque<T>,
    {T} &VecDeque<T>,
    {T, S} HashSet<T, S>,
    {T, S} &HashSet<T, S>,
    {T} BTreeSet<T>,
    {T} &BTreeSet<T>,
    {K, V, S} HashMap<K, V, S>,
    {K, V} BTreeMap<K, V>,
    {} serde_json::Map<String, serde_json::Value>,
    {T} std::vec::IntoIter<T>,
    {T} std::vec::Drain<'_, T>,
    {T, const N: usize} std::array::IntoIter<T, N>,
    {T} std::slice::Iter<'_, T>,
    {T} vec_deque::IntoIter<T>,
    {T} vec_deque::Iter<'_, T>,
    {T} hash_set::IntoIter<T>,
    {T} hash_set::Iter<'_, T>,
    {T} btree_set::IntoIter<T>,
    {T} btree_set::Iter<'_, T>,
    {K, V} hash_map::IntoIter<K, V>,
    {K, V} hash_map::IntoKeys<K, V>,
    {K, V} hash_map::IntoValues<K, V>,
    {K, V} hash_map::Iter<'_, K, V>,
    {K, V} hash_map::Keys<'_, K, V>,
    {K, V} hash_map::Values<'_, K, V>,
    {K, V} btree_map::IntoIter<K, V>,
    {K, V} btree_map::IntoKeys<K, V>,
    {K, V} btree_map::IntoValues<K, V>,
    {K, V} btree_map::Iter<'_, K, V>,
    {K, V} btree_map::Keys<'_, K, V>,
    {K, V} btree_map::Values<'_, K, V>,
    {} serde_json::map::IntoIter,
    {} serde_json::map::Iter<'_>,
    {} std::str::Chars<'_>,
    {} std::str::Lines<'_>,
    {} std::str::SplitWhitespace<'_>,
    {} std::str::Split<'_, char>,
    {} std::str::Split<'_, &str>,
    {T} Range<T>,
    {T} RangeInclusive<T>,
    {A, B} Chain<A, B>,
    {I} Cloned<I>,
    {I} Copied<I>,
    {I} Cycle<I>,
    {T} Empty<T>,
    {I} Enumerate<I>,
    {I, F} Filter<I, F>,
    {I, F} FilterMap<I, F>,
    {I, U: IntoIterator, F} FlatMap<I, U, F>,
    {I: Iterator<Item: IntoIterator>} Flatten<I>,
    {F} FromFn<F>,
    {I} Fuse<I>,
    {I, F} Inspect<I, F>,
    {I, F} Map<I, F>,
    {I, F} MapWhile<I, F>,
    {T} Once<T>,
    {I: Iterator} Peekable<I>,
    {T} Repeat<T>,
    {T} RepeatN<T>,
    {I} Rev<I>,
    {I, S, F} Scan<I, S, F>,
    {I} Skip<I>,
    {I, F} SkipWhile<I, F>,
    {I} StepBy<I>,
    {T, F} Successors<T, F>,
    {I} Take<I>,
    {I, F} TakeWhile<I, F>,
    {A, B} Zip<A, B>,
    {T} Box<dyn Iterator<Item = T> + '_>,
    {T} Box<dyn Iterator<Item = T> + Send + '_>,
    {I: Items + Iterator} &mut I,
);
