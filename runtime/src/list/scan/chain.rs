//! Several pages in a batch, each behind the last row of the one before.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::request::{Behind, Request};
use super::rows::Rows;
use crate::batch::{Body, command_name};
use crate::lenient::Decoded;
use crate::list::page::{Page, Sink};

/// The commands.
pub(super) struct Chain(Vec<String>);

/// What is looked for: rows between the last one of a short page and the end of its range.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    pub(super) behind: u64,
    pub(super) until: u64,
}

impl Chain {
    /// `full` is how many rows a full page has: what follows a page with fewer goes behind no row, and is
    /// not looked at. The look comes last.
    pub(super) fn of(
        request: &Request,
        last: Option<u64>,
        pages: usize,
        full: usize,
        rows: Option<&'static str>,
        look: Option<&Look>,
    ) -> Option<Self> {
        let behind = |page: usize| match page.checked_sub(1) {
            None => last.map(Behind::Id),
            Some(before) => Some(request.reference(before, rows, full.saturating_sub(1))),
        };
        let look = look.map(|look| {
            let mut request = request.clone();
            request.stop_before(look.until);
            request.form(Some(Behind::Id(look.behind)))
        });
        (0..pages)
            .map(|page| request.form(behind(page)))
            .chain(look)
            .collect::<Option<_>>()
            .map(Self)
    }

    pub(super) fn commands(&self) -> usize {
        self.0.len()
    }

    pub(super) fn body(&self) -> Body<'_> {
        Body {
            first: 0,
            forms: self.0.iter().map(String::as_str).collect(),
            halt: false,
        }
    }
}

/// Takes the rows of the pages as far as these follow each other; how many the look has found, which is the
/// command of this number.
pub(super) fn read<T: Decoded>(
    answer: &str,
    at: Option<&'static str>,
    full: usize,
    look: Option<usize>,
    rows: &mut Rows<'_, T>,
) -> serde_json::Result<Option<usize>> {
    let mut found = None;
    let pages = Pages {
        at,
        full,
        look: look.map(|number| (command_name(number), &mut found)),
        rows,
    };
    Within(pages).deserialize(&mut serde_json::Deserializer::from_str(answer))?;
    Ok(found)
}

/// Counts rows.
struct Count(usize);

impl Sink for Count {
    fn take<'de, D: Deserializer<'de>>(&mut self, row: D) -> Result<(), D::Error> {
        self.0 += 1;
        IgnoredAny::deserialize(row).map(drop)
    }
}

/// The page of this number, as it came.
pub(super) fn page(answer: &str, number: usize) -> &str {
    let results: Option<BTreeMap<String, &RawValue>> = member(answer, "result");
    let page = results.and_then(|pages| pages.get(&command_name(number)).copied());
    page.map_or(answer, RawValue::get)
}

fn member<'a, T: serde::Deserialize<'a>>(object: &'a str, name: &str) -> Option<T> {
    let members: BTreeMap<String, &RawValue> = serde_json::from_str(object).ok()?;
    serde_json::from_str(members.get(name)?.get()).ok()
}

/// The answer, of which the member `result` is wanted.
struct Within<P>(P);

impl<'de, T: Decoded> DeserializeSeed<'de> for Within<Pages<'_, '_, T>> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, answer: D) -> Result<(), D::Error> {
        answer.deserialize_any(self)
    }
}

impl<'de, T: Decoded> Visitor<'de> for Within<Pages<'_, '_, T>> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the answer to a batch")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let mut pages = Some(self.0);
        while let Some(name) = members.next_key::<String>()? {
            match pages.take_if(|_| name == "result") {
                Some(pages) => members.next_value_seed(pages)?,
                None => drop(members.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }

    /// PHP writes an object without members so.
    fn visit_seq<A: SeqAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        while members.next_element::<IgnoredAny>()?.is_some() {}
        Ok(())
    }
}

/// The pages by the names of their commands, in the order in which they were run.
struct Pages<'r, 'b, T> {
    at: Option<&'static str>,
    full: usize,
    /// The name of the look, and what it has found.
    look: Option<(String, &'r mut Option<usize>)>,
    rows: &'r mut Rows<'b, T>,
}

impl<'de, T: Decoded> DeserializeSeed<'de> for Pages<'_, '_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, pages: D) -> Result<(), D::Error> {
        pages.deserialize_any(self)
    }
}

impl<'de, T: Decoded> Visitor<'de> for Pages<'_, '_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the results of a batch")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut pages: A) -> Result<(), A::Error> {
        let mut goes_on = true;
        while let Some(name) = pages.next_key::<String>()? {
            if let Some((_, found)) = self.look.as_mut().filter(|(look, _)| *look == name) {
                let mut count = Count(0);
                pages.next_value_seed(Page {
                    rows: self.at,
                    sink: &mut count,
                })?;
                **found = Some(count.0);
                continue;
            }
            // A page is missing where its command has failed.
            goes_on &= name == command_name(self.rows.pages());
            if !goes_on {
                pages.next_value::<IgnoredAny>()?;
                continue;
            }
            self.rows.next_page();
            pages.next_value_seed(Page {
                rows: self.at,
                sink: &mut *self.rows,
            })?;
            goes_on = self.rows.page_done() >= self.full;
        }
        Ok(())
    }

    /// PHP writes no results so.
    fn visit_seq<A: SeqAccess<'de>>(self, mut pages: A) -> Result<(), A::Error> {
        while pages.next_element::<IgnoredAny>()?.is_some() {}
        Ok(())
    }
}
