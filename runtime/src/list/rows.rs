//! What a row is, told by the type that a method returns.

use std::collections::{BTreeSet, HashSet, VecDeque};
use std::marker::PhantomData;

use serde_json::Value;

use super::NamesItem;
use crate::lenient::{Decoded, Lenient};

/// A type that holds the rows of a list: what a method must return for the type of its rows to be known.
///
/// ```
/// use b24::Rows;
///
/// fn row<R: Rows>() -> &'static str {
///     std::any::type_name::<R::Item>()
/// }
///
/// assert_eq!(row::<Vec<u64>>(), "u64");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list of rows",
    label = "the rows are in what the method returns, and `{Self}` does not tell their type",
    note = "declare the method with `returns = Vec<...>`, and with `at = \"...\"` where the list is a member of `result`",
    note = "or name the type of a row beside what it returns: `list(item = ...)`"
)]
pub trait Rows {
    /// What a row decodes to.
    type Item: Decoded;
}

macro_rules! rows {
    ($({$($parameters:tt)*} $type:ty => $item:ty),+ $(,)?) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<$($parameters)*> Rows for $type {
                type Item = $item;
            }
        )+
    };
}

rows!(
    {T: Lenient} Vec<T> => T,
    {T: Lenient} VecDeque<T> => T,
    {T: Lenient, S} HashSet<T, S> => T,
    {T: Lenient} BTreeSet<T> => T,
    {R: Rows} Option<R> => R::Item,
    {} Value => Value,
);

/// The rows of a method whose declaration names their type.
#[doc(hidden)]
#[derive(Debug)]
pub struct RowsOf<M>(PhantomData<M>);

#[diagnostic::do_not_recommend]
impl<M: NamesItem> Rows for RowsOf<M> {
    type Item = M::Item;
}
