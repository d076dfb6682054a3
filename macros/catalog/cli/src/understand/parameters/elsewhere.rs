//! Members that are told on another page, which a row links to.

use b24_catalog::{Aspect, Certainty, Members, Parameter};

use crate::corrections::Correction;
use crate::doubt::About;
use crate::page::{Page, Section, Span, spans};

use super::super::Notes;
use super::super::describe::doubt;
use super::super::effect::is_name_of_read;
use super::super::path::resolve;
use super::super::row::Entry;
use super::super::sections::{Part, Sections, is_titled};
use super::super::title::{Title, title};
use super::second_hand::{Side, second_hand, weaken};
use super::{DEEPEST, Reader};

/// A link of a row.
struct Link<'a> {
    target: &'a str,
    /// The type that it is on.
    on: Option<&'a str>,
}

impl Reader<'_> {
    /// What the first link tells that leads to members.
    pub(super) fn elsewhere(
        &self,
        parameter: &mut Parameter,
        entry: &Entry<'_>,
        notes: &mut Notes,
    ) -> Option<Members> {
        if self.trail.len() >= DEEPEST {
            return None;
        }
        let mut promised = None;
        for link in links(entry) {
            if link.target.starts_with('#') {
                continue;
            }
            let (_, anchor) = link.target.split_once('#').unwrap_or((link.target, ""));
            let Some(path) = resolve(self.path, link.target) else {
                continue;
            };
            let place = format!("{path}#{anchor}");
            let Some(page) = self.library.page(&path).filter(|_| !self.trail.contains(&place)) else {
                continue;
            };
            let mut trail = self.trail.clone();
            trail.push(place.clone());
            match self.follow(&page, &path, &link, &parameter.name, trail) {
                Some(members) if members != Members::default() => {
                    doubt(parameter, Aspect::Members, Certainty::Likely);
                    return Some(members);
                }
                // A link to a place of a page says that something is told there.
                _ if !anchor.is_empty() && link.on.is_none() => promised = promised.or(Some(place)),
                _ => {}
            }
        }
        if let Some(place) = promised {
            notes.doubt(entry.line, About::NotFollowed, &place);
        }
        None
    }

    fn follow(
        &self,
        page: &Page,
        path: &str,
        link: &Link<'_>,
        name: &str,
        trail: Vec<String>,
    ) -> Option<Members> {
        let sections = Sections::of(page);
        let mut reader = Reader::new(&sections, path, self.method, self.library);
        reader.trail = trail;
        let mut unheard = Notes::default();
        // A type without an anchor has a section called as itself.
        let (_, anchor) = link.target.split_once('#').unwrap_or((link.target, ""));
        let called = link.on.filter(|_| anchor.is_empty()).unwrap_or(anchor);
        if !called.is_empty() {
            let is_it = |(_, section): &(usize, &Section)| {
                section.anchors.iter().any(|name| name == anchor) || is_titled(&section.title, called)
            };
            let mut places = page
                .sections
                .iter()
                .enumerate()
                .filter(is_it)
                .map(|(place, _)| place);
            let place = places.find(|place| reader.has_rows(*place))?;
            let members = reader.of_section(place, &mut unheard)?;
            // Where the table has the parameter itself, its members are wanted, not those beside it.
            let own = members
                .list
                .iter()
                .find(|member| member.name == name && link.on.is_none());
            let members = match own {
                Some(own) => own.members.clone()?,
                None => members,
            };
            return Some(second_hand(members, Side::Type));
        }
        if let Some(told) = self.library.told(path) {
            return Some(self.told(told));
        }
        match title(page, &[]) {
            Title::Method(method) if is_of_fields(&method) => {
                let taken: Vec<usize> = sections.all(Part::Parameters).map(|(place, _)| place).collect();
                let mut tables = (0..page.sections.len()).filter_map(|place| {
                    let rows = reader.has_rows(place) && !taken.contains(&place);
                    rows.then(|| reader.of_section(place, &mut unheard))?
                });
                Some(second_hand(tables.find(is_of_names)?, Side::Fields))
            }
            // What another method for the same takes under the same name.
            Title::Method(method) if is_beside(&method, self.method) && !is_name_of_read(&method) => {
                let members = reader.top(&mut unheard)?;
                let same = members
                    .list
                    .into_iter()
                    .find(|member| member.name.eq_ignore_ascii_case(name))?;
                Some(second_hand(same.members?, Side::Method))
            }
            Title::Method(_) => None,
            // A page about a structure has its table right below the title, or below a heading that says so.
            Title::Untitled(_) | Title::Other => {
                let front = sections
                    .all(Part::Front)
                    .filter(|(_, section)| section.level == 1);
                let mut places = front
                    .chain(sections.all(Part::Parameters))
                    .map(|(place, _)| place);
                let place = places.find(|place| reader.has_rows(*place))?;
                Some(second_hand(reader.of_section(place, &mut unheard)?, Side::Type))
            }
        }
    }
}

impl Reader<'_> {
    /// What a correction knows of a page.
    fn told(&self, correction: &Correction) -> Members {
        let mut members = correction.facts.parameters.clone();
        for (at, page) in &correction.from {
            let Some(told) = self.first_table(page) else {
                continue;
            };
            let mut home = &mut members;
            for name in at.split('.').filter(|name| !name.is_empty()) {
                let Some(place) = home.list.iter().position(|member| member.name == name) else {
                    break;
                };
                home = home.list[place].members.get_or_insert_default();
            }
            for member in told.list {
                if home.list.iter().all(|known| known.name != member.name) {
                    home.list.push(member);
                }
            }
        }
        for member in &mut members.list {
            weaken(member, Side::Type, false);
        }
        members
    }

    /// The first table of parameters of a page.
    fn first_table(&self, path: &str) -> Option<Members> {
        let page = self.library.page(path)?;
        let sections = Sections::of(&page);
        let mut reader = Reader::new(&sections, path, self.method, self.library);
        reader.trail.clone_from(&self.trail);
        let place = (0..page.sections.len()).find(|place| reader.has_rows(*place))?;
        reader.of_section(place, &mut Notes::default())
    }
}

/// Whether two methods do something with the same: `crm.measure.add` and `crm.measure.update`.
fn is_beside(one: &str, other: &str) -> bool {
    let start = |name: &str| name.rsplit_once('.').map(|(start, _)| start.to_lowercase());
    start(one) == start(other)
}

/// Whether a method lists the fields of something.
fn is_of_fields(method: &str) -> bool {
    let last = method.rsplit('.').next().unwrap_or_default().to_lowercase();
    last == "fields" || last == "getfields"
}

/// Whether a table lists fields: it is neither of the answer itself, nor of what describes one field.
fn is_of_names(members: &Members) -> bool {
    let describing = ["title", "type", "isRequired", "required"];
    let describes = describing
        .iter()
        .filter(|name| members.find(name).is_some())
        .count()
        > 1;
    members.list.len() > 2 && !describes && members.find("result").is_none()
}

fn links<'a>(entry: &Entry<'a>) -> Vec<Link<'a>> {
    let of_types = entry.types.iter().filter_map(|ty| {
        Some(Link {
            target: ty.target?,
            on: Some(ty.name.trim_end_matches("[]")),
        })
    });
    let mut links: Vec<Link<'a>> = of_types.collect();
    for line in &entry.text {
        links.extend(spans(&line.text).into_iter().filter_map(|span| match span {
            Span::Link(link) => Some(Link {
                target: link.target,
                on: None,
            }),
            _ => None,
        }));
    }
    links
}

#[cfg(test)]
mod tests;
