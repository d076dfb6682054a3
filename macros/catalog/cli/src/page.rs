//! A page of the documentation, as data: sections with texts, notes and tables.
//!
//! What the words mean is no matter here, nor in which language they are.

mod inline;
mod lines;
mod table;

pub use inline::{Link, Span, code_spans, plain, spans};
pub use lines::read;

/// A page, section after section.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// The text before the first heading, if any, is a section without a title.
    pub sections: Vec<Section>,
    /// Where its syntax is broken.
    pub faults: Vec<Fault>,
}

/// A heading and what stands below it, up to the next heading of any level.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Section {
    /// The number of `#`; 0 before the first heading.
    pub level: usize,
    /// Without the anchors.
    pub title: String,
    /// `{#name}`: under which names it is linked to.
    pub anchors: Vec<String>,
    /// The line of the heading, from 1.
    pub line: usize,
    /// In order.
    pub blocks: Vec<Block>,
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// One line of text.
    Text(Line),
    /// `{% note kind "title" %}` and what is in it.
    Note(Note),
    /// `#|` to `|#`.
    Table(Table),
    /// `{% include [...](target) %}`
    Include(Include),
    /// The label of a tab; what follows is in it, up to the next one.
    Tab(Line),
    /// The end of the tabs.
    TabsEnd,
}

/// A line with its number, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// From 1.
    pub number: usize,
    /// Without the space at its end.
    pub text: String,
}

/// A highlighted box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// `info`, `warning`, `alert` or `tip`.
    pub kind: String,
    /// In quotation marks behind the kind.
    pub title: String,
    /// The text in it.
    pub lines: Vec<Line>,
}

/// A reference to a text that is kept in a file of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Include {
    /// Its line.
    pub line: usize,
    /// The path, relative to the page.
    pub target: String,
}

/// A table, row by row; the header is a row as others.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// The line of `#|`.
    pub line: usize,
    /// From the top.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// Its first line.
    pub line: usize,
    /// From the left.
    pub cells: Vec<Cell>,
}

/// A cell: its text, and the tables within it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// Its lines; code samples are left out.
    pub lines: Vec<Line>,
    /// Tables within the cell.
    pub tables: Vec<Table>,
}

impl Cell {
    /// Its text, trimmed, with the ends of lines.
    #[must_use]
    pub fn text(&self) -> String {
        let lines: Vec<&str> = self.lines.iter().map(|line| line.text.as_str()).collect();
        lines.join("\n").trim().to_owned()
    }
}

/// A place where the syntax is broken, and the reading went on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Its line.
    pub line: usize,
    /// What is wrong.
    pub reason: &'static str,
}

#[cfg(test)]
mod tests;
