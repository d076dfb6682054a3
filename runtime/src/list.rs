//! Which methods list rows, and what their rows are.

mod error;
mod listing;
mod page;
mod pages;
mod parameters;
mod position;
mod progress;
mod rows;
mod scan;
mod send;
mod watch;

pub use error::{ListError, ListProblem};
pub use listing::{Cursor, Listing, Paging, Sort};
pub use pages::Pages;
pub use position::{InvalidPosition, Position};
pub use progress::Progress;
pub use rows::{Rows, RowsOf};
pub use scan::Scanner;

use crate::lenient::Decoded;
use crate::method::Method;

/// A method that lists rows, page after page.
///
/// [`b24_method`](macro@crate::b24_method) implements it where it is documented how the method lists, and
/// where the option `list(...)` says so. The rows are what [`returns`](macro@crate::b24_method) is a list
/// of, or what `list(item = ...)` names.
///
/// ```
/// use b24::{List, Paging, b24_method, b24_object};
///
/// #[b24_object(result)]
/// struct Item {
///     id: u64,
///     title: String,
/// }
///
/// #[b24_method("crm.item.list", at = "items", returns = Vec<Item>)]
/// struct ItemList {
///     #[b24(required)]
///     entity_type_id: u64,
/// }
///
/// fn walk<M: List>(_: &M) -> Option<&'static str> {
///     assert_eq!(M::LISTING.paging, Paging::Start);
///     M::LISTING.rows
/// }
///
/// assert_eq!(walk(&ItemList::new(2)), Some("items"));
/// ```
#[diagnostic::on_unimplemented(
    message = "it is not known how `{Self}` lists rows",
    label = "not a list that can be walked page after page",
    note = "say it in the declaration of `{Self}`: `#[b24_method(\"...\", list(rows = \"items\"))]`, or `list` alone where `result` itself is the list; where its pages go by something else than `start`, a single page is `.call(&client)`"
)]
// Implemented by what the macro says: what that is, and what a row is, are two questions with two answers.
pub trait List: Listed {
    /// What a row decodes to.
    type Item: Decoded;
    /// Where the rows lie, and how the next page is asked for.
    const LISTING: Listing;
}

impl<M: Listed> List for M
where
    M::Rows: Rows,
{
    type Item = <M::Rows as Rows>::Item;
    const LISTING: Listing = M::LISTED;
}

/// A list whose rows can be walked by their ids: each page asks for the rows behind the last one, and the
/// portal counts nothing.
///
/// [`b24_method`](macro@crate::b24_method) implements it where it is documented which field is the id, and
/// how rows are filtered and sorted; and where `list(id = ...)` says so.
///
/// ```
/// use b24::{Scan, Sort, b24_method};
///
/// #[b24_method("user.get")]
/// struct UserGet;
///
/// fn sorted_by<M: Scan>(_: &M) -> Sort {
///     M::CURSOR.sort
/// }
///
/// let pair = Sort::Pair { field: "sort", direction: "order" };
/// assert_eq!(sorted_by(&UserGet::new()), pair);
/// ```
#[diagnostic::on_unimplemented(
    message = "it is not known by which id the rows of `{Self}` can be walked",
    label = "not a list that can be walked by id",
    note = "say it in the declaration of `{Self}`: `#[b24_method(\"...\", list(id = \"ID\"))]`; where its rows have no id to filter and sort by, walk it with `pages`"
)]
pub trait Scan: List + Scanned {
    /// By what the rows are walked.
    const CURSOR: Cursor;
}

impl<M: List + Scanned> Scan for M {
    const CURSOR: Cursor = M::SCANNED;
}

/// What the declaration of a method says of how it lists.
// Apart from `List`, for whether the method returns a list is not the macro's to see: where it does not,
// the declaration stands all the same, and only walking it is an error.
#[doc(hidden)]
pub trait Listed: Method {
    /// A type that tells what a row is.
    type Rows;
    const LISTED: Listing;
}

/// What the declaration of a method says of how its rows are walked by id.
#[doc(hidden)]
pub trait Scanned: Listed {
    const SCANNED: Cursor;
}

/// What the declaration of a method says of its rows, beside what it returns.
#[doc(hidden)]
pub trait NamesItem {
    type Item: Decoded;
}
