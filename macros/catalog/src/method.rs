//! What is documented of a method.

use crate::kind::Kind;
use crate::parameter::Members;

/// A documented method.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Method {
    /// The name, in its own case: `imbot.v2.Chat.add`.
    pub name: String,
    /// Which of the two interfaces it belongs to; some names are in both.
    pub api: Api,
    /// The permissions of which a caller needs one; none for a few that everybody may call.
    pub scopes: Vec<String>,
    /// The page's path below the root of the documentation, without `.md`; or an address, and nothing where
    /// there is no page, as in facts of a user's own.
    pub page: String,
    /// Whether it should not be used any more.
    pub deprecation: Option<Deprecation>,
    /// Whether calling it changes anything.
    pub effect: Effect,
    /// What it takes.
    pub parameters: Members,
    /// The parameters are told apart by their places, not by their names.
    pub positional: bool,
    /// What it answers; `None` where the page does not tell.
    pub result: Option<Shape>,
    /// How to walk what it lists; `None` for a method that lists nothing in pages.
    pub list: Option<List>,
    /// The documented error codes, in the order of the page. Those of the system, which every method may
    /// answer, are not among them.
    pub errors: Vec<ErrorCode>,
}

impl Method {
    /// A method of which nothing else is known.
    #[must_use]
    pub fn new(name: impl Into<String>, api: Api) -> Self {
        Self {
            name: name.into(),
            api,
            scopes: Vec::new(),
            page: String::new(),
            deprecation: None,
            effect: Effect::Write,
            parameters: Members::default(),
            positional: false,
            result: None,
            list: None,
            errors: Vec::new(),
        }
    }

    /// The address of the page; `None` where there is none, as in facts of a user's own.
    ///
    /// ```
    /// use b24_catalog::{Api, find};
    ///
    /// let method = find("app.info", Api::V2).expect("a documented method");
    /// let url = "https://apidocs.bitrix24.com/api-reference/common/system/app-info.html";
    /// assert_eq!(method.url().as_deref(), Some(url));
    /// ```
    #[must_use]
    pub fn url(&self) -> Option<String> {
        (!self.page.is_empty()).then(|| url(&self.page))
    }
}

/// A page's path, or an address already.
fn url(page: &str) -> String {
    if page.starts_with("https://") {
        return page.to_owned();
    }
    format!("https://apidocs.bitrix24.com/{page}.html")
}

/// One of the two interfaces of a portal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Api {
    /// `/rest/`, versions 1 and 2.
    V2,
    /// `/rest/api/`, version 3.
    V3,
}

/// That a method should not be used any more.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Deprecation {
    /// What to use: names of methods, or groups of them such as `crm.item.*`.
    pub methods: Vec<String>,
    /// Where it is told what to use, if no method is named: a page's path, like [`Method::page`].
    pub page: Option<String>,
}

impl Deprecation {
    /// The address of that page.
    #[must_use]
    pub fn url(&self) -> Option<String> {
        self.page.as_deref().map(url)
    }

    /// What follows the word "deprecated" in a sentence: a colon and what to use, or nothing where that is
    /// not told.
    #[must_use]
    pub fn instead(&self) -> String {
        let methods: Vec<String> = self.methods.iter().map(|name| format!("`{name}`")).collect();
        match self.url() {
            _ if !methods.is_empty() => format!(": use {}", methods.join(" or ")),
            Some(url) => format!(": see {url}"),
            None => String::new(),
        }
    }
}

/// Whether calling a method changes anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// It changes nothing: calling it again does no harm.
    Read,
    /// It may change something.
    Write,
}

/// What a method answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    /// The kind of `result`, or of what lies under the key.
    pub kind: Kind,
    /// The only key of `result`, such as `task`.
    pub key: Option<String>,
    /// The page contradicts its own example.
    pub doubtful: bool,
}

/// How to walk what a method lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// The key of `result` under which the rows lie; `None` if they are `result` itself.
    pub rows: Option<String>,
    /// The field by which a row is known.
    pub id: Option<String>,
    /// How the next page is asked for.
    pub paging: Paging,
    /// How the rows behind a given one are asked for; `None` where they cannot be.
    pub scan: Option<Scan>,
}

/// How a next page is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Paging {
    /// By `start`.
    Start,
    /// By `pagination`, as REST 3 does.
    Pagination,
    /// By the number of rows before it, which this parameter takes.
    Offset(String),
    /// By its number, which this parameter takes.
    Page(String),
    /// By what the page before ended with, which this parameter takes.
    Cursor(String),
}

/// How the rows of a list behind a given one are asked for: filtered and sorted by the id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scan {
    /// The parameter that takes the filter.
    pub filter: String,
    /// What the id is called there, and where the rows are sorted.
    pub key: String,
    /// How the rows are sorted.
    pub sort: Sort,
}

/// How the rows of a list are sorted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sort {
    /// By this parameter, an object such as `{"ID": "ASC"}`.
    Object(String),
    /// By two parameters, both texts: the field, and the direction.
    Pair(String, String),
}

/// A documented error code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrorCode {
    /// The code; it may be empty, and may be a number.
    pub code: String,
    /// The HTTP status, where the page tells one for it.
    pub status: Option<u16>,
}
