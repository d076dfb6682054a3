//! Lists of any length, and what becomes of their rows while somebody reads them.

use std::{
    fmt,
    ops::RangeInclusive,
    sync::{Arc, Mutex},
    time::Duration,
};

use super::{Portal, lock};
use crate::{Ids, lists::Table, sandbox::Sandbox};

impl Portal {
    /// From now on `method` is a list of such rows: a number of them, counted from 1, a range, or
    /// any other [`Ids`]. The rows are made when they are read, from their numbers alone: a million
    /// of them cost nothing, and they are the same on every run.
    ///
    /// The sandbox knows `catalog.product.list`, `crm.deal.list`, `crm.item.list`,
    /// `lists.element.get`, `sale.order.list`, `tasks.task.list` (of both versions) and `user.get`,
    /// each with the parameters, rows and rules of paging of its own, and `main.eventlog.list` of
    /// REST 3 with its `tail`. Any other name becomes a list like `crm.deal.list`, with `ID`, `NAME`
    /// and `DATE_CREATE`.
    ///
    /// Rows are sorted by their numbers, and filtered by them (`>ID`, `>=ID`, `<ID`, `<=ID`, `=ID`,
    /// `!ID`, `@ID`) and by fields that are the same in all. Anything else is answered with status
    /// 501 and an explanation, since a portal would do it. Answers of [`answer`](Self::answer) come
    /// before the rows.
    ///
    /// ```
    /// use std::io::{Read, Write};
    /// # fn get(url: &str) -> std::io::Result<String> {
    /// #     let (host, path) = url.trim_start_matches("http://").split_once('/').unwrap();
    /// #     let mut socket = std::net::TcpStream::connect(host)?;
    /// #     write!(socket, "GET /{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")?;
    /// #     let mut answer = String::new();
    /// #     socket.read_to_string(&mut answer)?;
    /// #     Ok(answer)
    /// # }
    ///
    /// let portal = b24_portal::Portal::start()?;
    /// let deals = portal.fill("crm.deal.list", 1_000_000);
    ///
    /// let url = format!("{}crm.deal.list?select[]=TITLE&filter[%3EID]=999999", portal.webhook());
    /// let answer = get(&url)?;
    /// let row = r#"{"ID":"1000000","TITLE":"Deal 1000000"}"#;
    /// assert!(answer.contains(&format!(r#"{{"result":[{row}],"total":1,"time""#)));
    ///
    /// assert_eq!(deals.calls(), 1);
    /// assert_eq!(deals.ids().len(), 1_000_000);
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn fill(&self, method: &str, ids: impl Into<Ids>) -> Rows {
        let list = self.sandbox().lists.fill(method, ids.into());
        Rows {
            list,
            sandbox: Arc::clone(&self.sandbox),
        }
    }
}

/// The rows of a list that was filled with [`Portal::fill`]; clones are the same list.
///
/// ```
/// let portal = b24_portal::Portal::start()?;
/// let deals = portal.fill("crm.deal.list", 100);
///
/// // Rows come and go now …
/// assert_eq!(deals.insert(3), (101..=103).into());
/// deals.delete(10..=20);
/// // … and while the list is read: after its second page, and then after every tenth.
/// deals.after(2, |now| now.delete(30..=30));
/// deals.every(10, |now| {
///     now.insert(1);
/// });
///
/// // What a program that reads the list must find, whatever happens meanwhile: the rows that
/// // were there all the time.
/// assert_eq!(deals.lasting().len(), 89);
/// assert!(!deals.lasting().contains(101) && deals.ids().contains(101));
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Clone)]
pub struct Rows {
    list: String,
    sandbox: Arc<Mutex<Sandbox>>,
}

impl Rows {
    /// Which rows there are.
    #[must_use]
    pub fn ids(&self) -> Ids {
        self.read(|table| table.ids().clone())
    }

    /// Which rows have been there ever since the list was filled. A number is given to one row
    /// only; what is deleted does not come back.
    ///
    /// For another stretch of time: [`ids`](Self::ids) of its begin, [`and`](Ids::and) those of its
    /// end.
    #[must_use]
    pub fn lasting(&self) -> Ids {
        self.read(|table| table.lasting())
    }

    /// The JSON of a row with all of its fields, as it is sent; `None` where there is no such row.
    ///
    /// ```
    /// let portal = b24_portal::Portal::start()?;
    /// let users = portal.fill("user.get", 5..=7);
    /// assert!(users.row(5).unwrap().starts_with(r#"{"ID":"5","ACTIVE":true,"#));
    /// assert_eq!(users.row(8), None);
    /// # Ok::<(), std::io::Error>(())
    /// ```
    #[must_use]
    pub fn row(&self, id: u64) -> Option<String> {
        self.read(|table| table.row(id))
    }

    /// How many pages were read, each command of a batch counting for itself.
    #[must_use]
    pub fn calls(&self) -> u64 {
        self.read(|table| table.calls())
    }

    /// Adds rows, as somebody who makes some on the portal: above all that ever were there.
    #[expect(clippy::must_use_candidate, reason = "it adds them")]
    pub fn insert(&self, count: u64) -> Ids {
        self.read(|table| table.insert(count))
    }

    /// Deletes the rows with these numbers, as far as there are any.
    pub fn delete(&self, ids: RangeInclusive<u64>) {
        self.read(|table| table.delete(&ids));
    }

    /// Something happens to the rows once so many more pages have been read, before the next one.
    pub fn after(&self, calls: u64, mut change: impl FnMut(&mut Change<'_>) + Send + 'static) {
        let change = Box::new(move |table: &mut Table| change(&mut Change(table)));
        self.read(|table| table.plan(calls, false, change));
    }

    /// Something happens to the rows again and again, each time that so many pages have been read.
    pub fn every(&self, calls: u64, mut change: impl FnMut(&mut Change<'_>) + Send + 'static) {
        let change = Box::new(move |table: &mut Table| change(&mut Change(table)));
        self.read(|table| table.plan(calls, true, change));
    }

    /// From now on each row of a page takes so long, beside what [`Portal::cost`] sets for the page.
    pub fn cost_per_row(&self, cost: Duration) {
        self.read(|table| table.cost_per_row = cost);
    }

    /// With the list, which has been there since it was filled.
    fn read<T: Default>(&self, read: impl FnOnce(&mut Table) -> T) -> T {
        let mut sandbox = lock(&self.sandbox);
        sandbox.lists.get(&self.list).map(read).unwrap_or_default()
    }
}

impl fmt::Debug for Rows {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Rows")
            .field("list", &self.list)
            .finish_non_exhaustive()
    }
}

/// The rows of a list between two of its pages: see [`Rows::after`].
#[derive(Debug)]
pub struct Change<'a>(&'a mut Table);

impl Change<'_> {
    /// Which rows there are.
    #[must_use]
    pub fn ids(&self) -> Ids {
        self.0.ids().clone()
    }

    /// How many pages have been read.
    #[must_use]
    pub fn calls(&self) -> u64 {
        self.0.calls()
    }

    /// As [`Rows::insert`].
    pub fn insert(&mut self, count: u64) -> Ids {
        self.0.insert(count)
    }

    /// As [`Rows::delete`].
    pub fn delete(&mut self, ids: RangeInclusive<u64>) {
        self.0.delete(&ids);
    }
}
