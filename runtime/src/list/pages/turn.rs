//! Which page is next: a decision, without I/O.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::batch::Node;
use crate::error::Invalid;
use crate::list::error::ListProblem;
use crate::list::listing::Paging;
use crate::list::parameters::{Parameters, number, text};
use crate::list::position::{Place, Position};

const OWN: &str = "is set by the walk from page to page: leave it out, and say with `from` where to begin";

/// What the last page told.
pub(super) struct Received<'a> {
    pub(super) rows: usize,
    pub(super) next: Option<u64>,
    pub(super) total: Option<u64>,
    /// The page, as it came.
    pub(super) text: &'a str,
    pub(super) last_id: Option<u64>,
}

/// Turns the pages.
#[derive(Debug)]
pub(super) struct Turn {
    paging: Paging,
    place: Place,
    over: bool,
    total: Option<u64>,
    /// How many rows there have to be, for a position of an earlier walk to be where it was.
    fewest: u64,
    /// What the first page looked like, and the last one.
    looks: Option<(u64, u64)>,
    /// How many rows the first page had.
    full: usize,
}

impl Turn {
    pub(super) fn new(paging: Paging) -> Self {
        Self {
            paging,
            place: Place::Start,
            over: false,
            total: None,
            fewest: 0,
            looks: None,
            full: 0,
        }
    }

    /// Where the next page begins.
    pub(super) fn place(&self) -> Place {
        self.place
    }

    pub(super) fn is_over(&self) -> bool {
        self.over
    }

    /// Whether there is such a place in a walk of this kind.
    pub(super) fn go_to(&mut self, position: Position) -> bool {
        let place = position.place;
        let fits = match place {
            Place::Start => true,
            Place::Row(_) => matches!(
                self.paging,
                Paging::Start | Paging::Pagination | Paging::Offset { .. }
            ),
            Place::Page(_) => matches!(self.paging, Paging::Page { .. }),
            Place::Above(_) => matches!(self.paging, Paging::Tail),
            Place::Below(_) => false,
        };
        if fits {
            self.place = place;
            self.fewest = position.of;
        }
        fits
    }

    /// That the user has not set what turns the pages.
    pub(super) fn check(&self, parameters: &mut Parameters) -> Result<(), Invalid> {
        match self.paging {
            Paging::Start => parameters.must_lack("start", OWN),
            Paging::Pagination => parameters.must_lack_in("pagination", &["offset", "page"], OWN),
            Paging::Tail => parameters.must_lack_in("cursor", &["field", "value", "order"], OWN),
            Paging::Offset { offset } => parameters.must_lack(offset, OWN),
            Paging::Page { page } => parameters.must_lack(page, OWN),
        }
    }

    /// Asks for the next page.
    pub(super) fn set(&self, parameters: &mut Parameters) {
        let rows = match self.place {
            Place::Row(rows) | Place::Page(rows) | Place::Above(rows) => rows,
            Place::Start | Place::Below(_) => 0,
        };
        match self.paging {
            Paging::Start => parameters.set("start", number(rows)),
            Paging::Offset { offset } => parameters.set(offset, number(rows)),
            Paging::Page { page } => parameters.set(page, number(rows.max(1))),
            Paging::Pagination => put(parameters.part("pagination"), vec![("offset", number(rows))]),
            Paging::Tail => put(
                parameters.part("cursor"),
                vec![
                    ("field", text("id")),
                    ("order", text("ASC")),
                    ("value", number(rows)),
                ],
            ),
        }
    }

    /// Goes on behind the page that came, or tells why that cannot be: an error before its rows, or
    /// behind them.
    pub(super) fn turn(&mut self, page: &Received<'_>) -> Result<Option<ListProblem>, ListProblem> {
        if let (Some(before), Some(after)) = (self.total, page.total)
            && before != after
        {
            return Err(ListProblem::TotalChanged { before, after });
        }
        // Rows that went meanwhile may have moved others to before the position.
        let before = self.fewest;
        if let Some(after) = page.total.filter(|after| *after < before) {
            return Err(ListProblem::TotalChanged { before, after });
        }
        self.total = page.total.or(self.total);
        let rows = u64::try_from(page.rows).unwrap_or(u64::MAX);
        match self.paging {
            Paging::Start => self.turn_start(rows, page.next, page.total),
            Paging::Pagination | Paging::Offset { .. } | Paging::Page { .. } | Paging::Tail => {
                self.turn_blindly(page, rows)
            }
        }
    }

    /// The portal says where the next page begins.
    fn turn_start(
        &mut self,
        rows: u64,
        next: Option<u64>,
        total: Option<u64>,
    ) -> Result<Option<ListProblem>, ListProblem> {
        let begin = match self.place {
            Place::Row(begin) => begin,
            _ => 0,
        };
        // Beyond the last page some lists begin again.
        if begin > 0 && rows > 0 && total.is_some_and(|total| total <= begin) {
            return Err(ListProblem::Stalled);
        }
        let Some(next) = next else {
            self.over = true;
            let expected = total.map_or(rows, |total| total.saturating_sub(begin));
            return Ok((rows < expected).then_some(ListProblem::PageLength { rows, expected }));
        };
        if next <= begin {
            return Err(ListProblem::Stalled);
        }
        let expected = next - begin;
        if rows != expected {
            // Behind it the missing rows would be lost for good.
            return Ok(Some(ListProblem::PageLength { rows, expected }));
        }
        self.place = Place::Row(next);
        Ok(None)
    }

    /// The portal says nothing: what comes has to be looked at.
    fn turn_blindly(&mut self, page: &Received<'_>, rows: u64) -> Result<Option<ListProblem>, ListProblem> {
        if rows == 0 {
            self.over = true;
            return Ok(None);
        }
        let look = look(page.text);
        if self
            .looks
            .is_some_and(|(first, last)| look == first || look == last)
        {
            return Err(ListProblem::Stalled);
        }
        let first = self.looks.map_or(look, |(first, _)| first);
        self.looks = Some((first, look));
        self.full = self.full.max(page.rows);
        self.place = match (self.paging, self.place) {
            (Paging::Page { .. }, Place::Page(number)) => Place::Page(number.saturating_add(1)),
            (Paging::Page { .. }, _) => Place::Page(2),
            (Paging::Tail, _) => Place::Above(page.last_id.ok_or(ListProblem::NoId { field: "id" })?),
            (_, Place::Row(begin)) => Place::Row(begin.saturating_add(rows)),
            _ => Place::Row(rows),
        };
        // A page can be short of rows only at the end, where they are counted by pages.
        self.over = matches!(self.paging, Paging::Page { .. }) && page.rows < self.full;
        Ok(None)
    }
}

fn look(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// Puts members into an object.
fn put(object: &mut Node, members: Vec<(&str, Node)>) {
    let mut all = match std::mem::replace(object, Node::Null) {
        Node::Map(all) => all,
        _ => Vec::new(),
    };
    all.extend(members.into_iter().map(|(name, node)| (name.to_owned(), node)));
    *object = Node::Map(all);
}
