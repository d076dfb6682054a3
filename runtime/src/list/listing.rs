//! How a list is walked: what the macro knows from the documentation, or from the declaration.

/// Where the rows of a list lie, and how the next page is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Listing {
    /// The member of `result` that holds the rows; `None` where `result` itself does.
    pub rows: Option<&'static str>,
    /// How the next page is asked for.
    pub paging: Paging,
}

impl Listing {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(rows: Option<&'static str>, paging: Paging) -> Self {
        Self { rows, paging }
    }
}

/// How the next page of a list is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Paging {
    /// By `start`, which takes the `next` of the answer before.
    Start,
    /// By `pagination`, as REST 3 does: an object with `limit` and `offset`.
    Pagination,
    /// By `cursor`, as `tail` of REST 3 does: an object with `field`, `value`, `order` and `limit`.
    Tail,
    /// By the number of rows before it.
    Offset {
        /// The parameter that takes this number.
        offset: &'static str,
    },
    /// By its own number, which begins with 1.
    Page {
        /// The parameter that takes this number.
        page: &'static str,
    },
}

/// By what the rows of a list are walked: an id that can be filtered and sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Cursor {
    /// The field of a row that holds its id, as it is answered.
    pub id: &'static str,
    /// What the id is called where it is filtered, sorted and selected by; this may differ in case from
    /// [`id`](Self::id).
    pub key: &'static str,
    /// The parameter that takes the filter: an object with keys such as `>ID`, in REST 3 a list of
    /// conditions.
    pub filter: &'static str,
    /// How the order is asked for.
    pub sort: Sort,
    /// The parameter that lists the fields of a row, where there is one.
    pub select: Option<&'static str>,
    /// Whether `start = -1` keeps the portal from counting the rows.
    pub uncounted: bool,
}

impl Cursor {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(
        id: &'static str,
        key: &'static str,
        filter: &'static str,
        sort: Sort,
        select: Option<&'static str>,
        uncounted: bool,
    ) -> Self {
        Self {
            id,
            key,
            filter,
            sort,
            select,
            uncounted,
        }
    }
}

/// How the order of a list is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Sort {
    /// By one parameter: an object such as `{"ID": "ASC"}`.
    Object(&'static str),
    /// By two parameters, each a text.
    Pair {
        /// The parameter that takes the field.
        field: &'static str,
        /// The parameter that takes the direction, `ASC` or `DESC`.
        direction: &'static str,
    },
}
