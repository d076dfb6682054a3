//! From tables to parameters, with the parameters in them.

use b24_catalog::{Aspect, Case, Certainty, Choice, Kind, Members, Parameter};

use crate::doubt::About;
use crate::page::{Block, Section, Span, Table, spans};

use super::Notes;
use super::cases::{self, tabs};
use super::describe::{describe, doubt, holds};
use super::fields::{is_about_fields, refine};
use super::groups::{Said, group};
use super::keys::keys;
use super::merge::{join, merge};
use super::names::name;
use super::need::any_of;
use super::row::{Entry, rows};
use super::sections::{Part, Sections, tables};
use super::types::{Trouble, typed};
use super::values;
use super::words::{FURTHER, VALUES, has};
use crate::library::Library;

mod elsewhere;
mod members;
mod second_hand;

use members::{add, is_by_language, listed, texts_by_language};

/// The name under which every method takes an access token; some tables have it.
const TOKEN: &str = "auth";

/// How deep parameters lie in each other at most; a structure that holds itself ends there.
const DEEPEST: usize = 8;

/// Follows the tables of one page.
pub(super) struct Reader<'a> {
    sections: &'a Sections<'a>,
    /// The sections that describe a parameter.
    claimed: Vec<usize>,
    /// The sections that are being read, from the outermost.
    open: Vec<usize>,
    /// The parameters whose members are being read.
    inside: Vec<String>,
    /// The page's path.
    path: &'a str,
    /// The method whose parameters are read.
    method: &'a str,
    library: &'a dyn Library,
    /// The places of other pages by which this one was reached.
    trail: Vec<String>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        sections: &'a Sections<'a>,
        path: &'a str,
        method: &'a str,
        library: &'a dyn Library,
    ) -> Self {
        Self {
            sections,
            claimed: Vec::new(),
            open: Vec::new(),
            inside: Vec::new(),
            path,
            method,
            library,
            trail: Vec::new(),
        }
    }

    /// What the method takes. `None` where no table tells.
    pub(super) fn top(&mut self, notes: &mut Notes) -> Option<Members> {
        let (first, section) = [Part::Parameters, Part::Front]
            .into_iter()
            .find_map(|part| self.sections.all(part).find(|(place, _)| self.has_rows(*place)))?;
        self.claimed.push(first);
        self.open.push(first);
        let mut members = Members::default();
        self.section(section, &mut members, notes);
        // Ways to call a method may be told one below the other, each under a heading of its own.
        if section.level > 2 {
            self.cases(&mut members, notes, |other| other.level == section.level);
        }
        self.cases(&mut members, notes, |other| {
            let title = other.title.to_lowercase();
            FURTHER.iter().any(|further| title.starts_with(further))
        });
        for (_, section) in self.unclaimed() {
            notes.doubt(section.line, About::Unclaimed, &section.title);
            // It may be of the method itself.
            members.more = true;
        }
        Some(members)
    }

    /// The sections of parameters that no row led to.
    fn unclaimed(&self) -> Vec<(usize, &'a Section)> {
        let sections = self.sections.all(Part::Parameters);
        sections
            .filter(|(place, _)| self.has_rows(*place) && !self.claimed.contains(place))
            .collect()
    }

    /// Adds what such sections say of the method itself, in other cases.
    fn cases(&mut self, members: &mut Members, notes: &mut Notes, is_case: impl Fn(&Section) -> bool) {
        for (place, section) in self.unclaimed() {
            if is_case(section) {
                let mut case = Members::default();
                self.claimed.push(place);
                self.section(section, &mut case, notes);
                merge(members, case);
            }
        }
    }

    fn read(&mut self, tables: &[&'a Table], members: &mut Members, notes: &mut Notes) {
        for table in tables {
            let Some(rows) = rows(table) else { continue };
            for line in rows.nameless {
                notes.doubt(line, About::NoRowName, "");
            }
            let mut one = Members::default();
            let mut said = Vec::new();
            for entry in rows.entries {
                self.entry(&entry, &mut one, &mut said, notes);
            }
            group(&mut one, said);
            join(members, one);
        }
    }

    /// What one section tells.
    fn of_section(&mut self, place: usize, notes: &mut Notes) -> Option<Members> {
        let section = self.sections.get(place)?;
        let mut members = Members::default();
        self.open.push(place);
        self.section(section, &mut members, notes);
        self.open.pop();
        Some(members)
    }

    /// The tables of a section, and what its text says of them.
    fn section(&mut self, section: &'a Section, members: &mut Members, notes: &mut Notes) {
        self.read(&tables(section).collect::<Vec<_>>(), members, notes);
        let tabs = tabs(section);
        let cases = tabs.into_iter().map(|tab| {
            let mut case = Members::default();
            // What is doubted in it was so when all tables were read.
            self.read(&tab.tables, &mut case, &mut Notes::default());
            Case {
                values: tab.values,
                members: case,
            }
        });
        members.cases = cases::cases(cases.collect());
        cases::resolve(members);
        let said = texts(section).flat_map(|text| text.split(". ")).map(any_of);
        let said = said.filter(|names| !names.is_empty()).map(|others| Said {
            own: String::new(),
            others,
            by_star: false,
        });
        group(members, said.collect());
    }

    fn entry(&mut self, entry: &Entry<'a>, members: &mut Members, said: &mut Vec<Said>, notes: &mut Notes) {
        let written = entry.names.first().map_or("", String::as_str);
        // `propertyN`: the description says that N is a number.
        let words = |text: &str| {
            text.split(|letter: char| !letter.is_alphanumeric())
                .any(|word| word == "N")
        };
        let numbered = entry.text.iter().any(|line| words(&line.text));
        let Some(name) = name(written, numbered) else {
            // A title within the table, if it has no type.
            if !entry.types.is_empty() {
                notes.doubt(entry.line, About::NoRowName, written);
            }
            return;
        };
        if name.own == TOKEN {
            return;
        }
        let home = inside(members, &name.path);
        let is_open = name.is_open();
        let same = |known: &Parameter| known.name == name.own;
        if home.list.iter().chain(&home.open).any(same) {
            notes.doubt(entry.line, About::Twice, &name.own);
            return;
        }
        let (mut parameter, others) = self.parameter(name.own, entry, notes);
        parameter.spellings = entry.names[1..].to_vec();
        if name.path.is_empty() {
            said.extend(others);
        }
        let home = inside(members, &name.path);
        if !is_open {
            home.list.push(parameter);
            return;
        }
        // What is told of an open key may be which ones there are.
        if let Some(listed) = listed(&mut parameter) {
            home.list.extend(listed);
        }
        home.open.push(parameter);
    }

    /// The parameter of a row, and what the row says of others.
    fn parameter(&mut self, name: String, entry: &Entry<'a>, notes: &mut Notes) -> (Parameter, Vec<Said>) {
        let words: Vec<&str> = entry.types.iter().map(|ty| ty.name).collect();
        let linked = self.linked(entry, notes);
        let described: Vec<usize> = linked
            .iter()
            .copied()
            .filter(|place| self.has_rows(*place))
            .collect();
        let typed = typed(&words, !described.is_empty());
        match &typed.trouble {
            None => {}
            Some(Trouble::Missing) => notes.doubt(entry.line, About::NoType, &name),
            Some(Trouble::Unknown(ty)) => notes.doubt(entry.line, About::UnknownType, ty),
            Some(Trouble::Choice(choice)) => notes.doubt(entry.line, About::UnknownChoice, choice),
        }
        let mut parameter = Parameter::new(name, typed.kind);
        if typed.certainty != Certainty::Sure {
            doubt(&mut parameter, Aspect::Kind, typed.certainty);
        }
        let values = linked.into_iter().find_map(|place| {
            let section = self.sections.get(place)?;
            let stated = tables(section).find_map(values::table)?;
            self.claimed.push(place);
            Some(stated)
        });
        // An item has fields of such names too, which are something else.
        let is_item = self.inside.iter().any(|name| name.eq_ignore_ascii_case("fields"));
        let about_fields = !is_item && is_about_fields(&parameter.name, &parameter.kind);
        let others = describe(&mut parameter, entry, values, about_fields, notes);
        if is_by_language(&parameter.kind, entry) {
            parameter.members = Some(texts_by_language());
        } else if typed.holds || holds(&parameter.kind) {
            self.inside.push(parameter.name.clone());
            parameter.members = self.members(&mut parameter, entry, &described, about_fields, notes);
            self.inside.pop();
            cases::hint(&mut parameter, &entry.text);
        }
        if about_fields {
            refine(&mut parameter);
        }
        (parameter, others)
    }

    /// The sections that the row's types or its text link to.
    fn linked(&self, entry: &Entry<'_>, notes: &mut Notes) -> Vec<usize> {
        let of_types = entry.types.iter().filter_map(|ty| ty.target);
        let mut targets: Vec<&str> = of_types.collect();
        for line in &entry.text {
            targets.extend(spans(&line.text).into_iter().filter_map(|span| match span {
                Span::Link(link) => Some(link.target),
                _ => None,
            }));
        }
        let mut places = Vec::new();
        for anchor in targets.into_iter().filter_map(|target| target.strip_prefix('#')) {
            let found = self
                .sections
                .anchored(anchor)
                .or_else(|| self.sections.slugged(anchor));
            match found {
                Some(place) if places.contains(&place) => {}
                Some(place) => places.push(place),
                None => notes.doubt(entry.line, About::DeadAnchor, anchor),
            }
        }
        places
    }

    /// Whether a section has a table of parameters. One of values may look like it.
    fn has_rows(&self, place: usize) -> bool {
        let section = self.sections.get(place);
        section.is_some_and(|section| {
            !has(&section.title, VALUES) && tables(section).any(|table| rows(table).is_some())
        })
    }

    fn members(
        &mut self,
        parameter: &mut Parameter,
        entry: &Entry<'a>,
        described: &[usize],
        about_fields: bool,
        notes: &mut Notes,
    ) -> Option<Members> {
        let mut members = Members::default();
        for table in &entry.tables {
            let mut case = Members::default();
            self.read(&[table], &mut case, notes);
            merge(&mut members, case);
        }
        let mut places = described.to_vec();
        if places.is_empty() && members == Members::default() {
            places.extend(
                self.sections
                    .titled(&parameter.name)
                    .filter(|place| self.has_rows(*place)),
            );
        }
        places.retain(|place| !self.open.contains(place) && self.open.len() < DEEPEST);
        for place in places {
            self.claimed.push(place);
            if let Some(case) = self.of_section(place, notes) {
                merge(&mut members, case);
            }
        }
        // In the text of an array, a list may be of its items as well.
        let is_array = parameter.kind == Kind::Either(Choice::ObjectOrList);
        if members == Members::default() && !about_fields {
            if !is_array {
                members = keys(&entry.text);
            }
            if let Some(others) = self.elsewhere(parameter, entry, notes) {
                add(&mut members, others);
            }
        }
        (members != Members::default()).then_some(members)
    }
}

/// The lines of a section outside of its tables.
fn texts(section: &Section) -> impl Iterator<Item = &str> {
    section
        .blocks
        .iter()
        .flat_map(|block| match block {
            Block::Text(line) => std::slice::from_ref(line),
            Block::Note(note) => &note.lines[..],
            _ => &[],
        })
        .map(|line| line.text.as_str())
}

/// The members of the object at a path, which is made where it is not yet.
fn inside<'m>(members: &'m mut Members, path: &[String]) -> &'m mut Members {
    let Some((first, rest)) = path.split_first() else {
        return members;
    };
    let place = members
        .list
        .iter()
        .position(|known| known.name == *first)
        .unwrap_or_else(|| {
            members.list.push(Parameter::new(first.clone(), Kind::Object));
            members.list.len() - 1
        });
    inside(members.list[place].members.get_or_insert_default(), rest)
}
