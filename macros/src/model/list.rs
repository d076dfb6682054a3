//! How a method lists.

use syn::Type;

/// How the rows of a method are walked.
pub(crate) struct List {
    /// The member of `result` that holds the rows.
    pub(crate) rows: Option<String>,
    pub(crate) paging: Paging,
    /// What a row decodes to, where that is not told by what the method returns.
    pub(crate) item: Option<Type>,
    /// By what they can be walked, where they can be filtered by an id.
    pub(crate) cursor: Option<Cursor>,
}

/// How the next page is asked for.
#[derive(PartialEq)]
pub(crate) enum Paging {
    Start,
    Pagination,
    Tail,
    Offset(String),
    Page(String),
}

/// The id by which rows are walked.
pub(crate) struct Cursor {
    /// The field of a row.
    pub(crate) id: String,
    /// What it is called in the filter.
    pub(crate) key: String,
    pub(crate) filter: String,
    pub(crate) sort: Sort,
    pub(crate) select: Option<String>,
    /// Whether the portal can be kept from counting.
    pub(crate) uncounted: bool,
}

/// The parameters that sort.
pub(crate) enum Sort {
    Object(String),
    Pair(String, String),
}
