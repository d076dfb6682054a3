//! From a page to the facts of its method.

mod answer;
mod bounds;
mod cases;
mod compare;
mod defaults;
mod describe;
mod effect;
mod errors;
mod fields;
mod front;
mod groups;
mod items;
mod keys;
mod listing;
mod merge;
mod names;
mod need;
mod original;
mod parameters;
mod path;
mod prose;
mod row;
mod scan;
mod secrets;
mod sections;
mod shown;
mod style;
mod title;
mod types;
mod values;
mod words;

use b24_catalog::{Api, Method};

use crate::doubt::{About, Doubt};
use crate::library::Library;
use crate::page::{Block, Line, Page, plain};
use crate::samples::Samples;
use sections::{Part, Sections};
use title::Title;
use words::{NO_PARAMETERS, ORDER, has};

/// The name of the file with the errors of REST 3, which its pages include.
const V3_ERRORS: &str = "error-info-v3.md";

/// A method, and what is doubted about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Understood {
    /// What its page says.
    pub method: Method,
    /// What may be wrong.
    pub doubts: Vec<Doubt>,
}

/// Where doubts are collected.
#[derive(Default)]
pub(crate) struct Notes {
    page: String,
    doubts: Vec<Doubt>,
}

impl Notes {
    pub(super) fn doubt(&mut self, line: usize, about: About, detail: &str) {
        self.doubts.push(Doubt {
            page: self.page.clone(),
            line,
            about,
            detail: detail.to_owned(),
        });
    }
}

/// The method of a page; `None` if it is about none. `called`: the methods that its own addresses call.
/// `library`: the pages that it links to.
#[must_use]
pub fn understand(
    path: &str,
    page: &Page,
    called: &[String],
    samples: &Samples,
    library: &dyn Library,
) -> Option<Understood> {
    let mut notes = Notes {
        page: path.to_owned(),
        doubts: Vec::new(),
    };
    let name = match title::title(page, called) {
        Title::Method(name) => name,
        Title::Untitled(name) => {
            notes.doubt(1, About::NoName, &name);
            name
        }
        Title::Other => return None,
    };
    let mut method = Method::new(name, api(page));
    path.strip_suffix(".md")
        .unwrap_or(path)
        .clone_into(&mut method.page);
    match front::scopes(page) {
        Some(scopes) => method.scopes = scopes,
        None => notes.doubt(1, About::NoScope, ""),
    }
    method.deprecation = front::deprecation(page, path);
    for fault in &page.faults {
        notes.doubt(fault.line, About::Syntax, fault.reason);
    }
    let sections = Sections::of(page);
    let name = method.name.clone();
    match parameters::Reader::new(&sections, path, &name, library).top(&mut notes) {
        Some(parameters) => method.parameters = parameters,
        None if says_none(&sections) => {}
        None => notes.doubt(1, About::NoParameters, ""),
    }
    original::add(&mut method.parameters);
    method.positional = is_positional(page);
    compare::compare(&mut method, samples, &mut notes);
    for problem in samples.unreadable() {
        notes.doubt(problem.line, About::Sample, &problem.reason);
    }
    method.effect = effect::effect(&method.name, page, &mut notes);
    method.errors = errors::errors(&sections, &mut notes);
    let shown = samples
        .answers()
        .iter()
        .find_map(|answer| answer::unwrapped(&answer.value));
    method.result = answer::answer(&sections, shown.as_ref().map(|shown| &shown.result));
    method.list = listing::listing(&method, shown.as_ref(), page, samples);
    Some(Understood {
        method,
        doubts: notes.doubts,
    })
}

fn api(page: &Page) -> Api {
    let mut blocks = page.sections.iter().flat_map(|section| &section.blocks);
    let is_v3 = blocks.any(|block| match block {
        Block::Include(include) => include.target.ends_with(V3_ERRORS),
        _ => false,
    });
    if is_v3 { Api::V3 } else { Api::V2 }
}

/// Whether the page declares that there are no parameters.
fn says_none(sections: &Sections<'_>) -> bool {
    let mut front = sections.all(Part::Parameters).chain(sections.all(Part::Front));
    front.any(|(_, section)| {
        section.blocks.iter().any(|block| match block {
            Block::Text(line) => has(&plain(&line.text), NO_PARAMETERS),
            _ => false,
        })
    })
}

/// Whether the page says that the order of parameters matters; some say it only of an error.
fn is_positional(page: &Page) -> bool {
    let blocks = || page.sections.iter().flat_map(|section| &section.blocks);
    let says = |line: &Line| has(&line.text, ORDER);
    blocks().any(|block| match block {
        Block::Text(line) => says(line),
        Block::Note(note) => note.lines.iter().any(says),
        Block::Table(table) => table
            .rows
            .iter()
            .flat_map(|row| &row.cells)
            .any(|cell| cell.lines.iter().any(says)),
        Block::Include(_) | Block::Tab(_) | Block::TabsEnd => false,
    })
}

#[cfg(test)]
mod tests;
