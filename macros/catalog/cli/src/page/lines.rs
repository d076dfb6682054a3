//! From lines to sections.

use super::table;
use super::{Block, Fault, Include, Line, Note, Page, Section};

/// The lines of a text, with their numbers, as they are used up.
pub(super) struct Lines<'a> {
    lines: Vec<&'a str>,
    next: usize,
}

impl<'a> Lines<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self {
            lines: text.lines().collect(),
            next: 0,
        }
    }

    /// The next line without the space at its end, and its number.
    pub(super) fn next(&mut self) -> Option<(usize, &'a str)> {
        let line = self.lines.get(self.next)?;
        self.next += 1;
        Some((self.next, line.trim_end()))
    }

    /// Skips a code sample whose opening line was taken. What follows its closing backticks, if anything;
    /// `None` if it is never closed: then it ends at the next heading.
    pub(super) fn skip_code(&mut self) -> Option<&'a str> {
        let opening = self.next;
        while let Some((_, line)) = self.next() {
            if let Some(behind) = line.trim_start().strip_prefix("```") {
                return Some(behind.trim_start_matches('`'));
            }
        }
        let heading = |line: &&str| line.starts_with("## ") || line.starts_with("### ");
        let length = self.lines[opening..].iter().position(heading);
        self.next = length.map_or(self.lines.len(), |length| opening + length);
        None
    }
}

/// Whether a line opens a code sample: one with further backticks holds code within a sentence.
pub(super) fn opens_code(text: &str) -> bool {
    text.trim_start()
        .strip_prefix("```")
        .is_some_and(|language| !language.contains('`'))
}

/// The tabs that a line is inside of. Lists inside of a tab are indented further than its label.
#[derive(Default)]
struct Tabs {
    open: bool,
    indent: Option<usize>,
}

impl Tabs {
    /// Opens or closes them; whether the tag ends tabs.
    fn end(&mut self, tag: &str) -> bool {
        if tag.starts_with("list tabs") {
            *self = Self {
                open: true,
                indent: None,
            };
        } else if tag.starts_with("endlist") {
            return std::mem::take(self).open;
        }
        false
    }

    fn label<'a>(&mut self, line: &'a str) -> Option<&'a str> {
        let inside = line.trim_start();
        let label = inside.strip_prefix("- ").filter(|_| self.open)?;
        let indent = line.len() - inside.len();
        (*self.indent.get_or_insert(indent) == indent).then(|| label.trim())
    }
}

/// Reads a page. Broken syntax is a fault, and the reading goes on.
#[must_use]
pub fn read(text: &str) -> Page {
    let mut page = Page::default();
    let mut section = Section::default();
    let mut tabs = Tabs::default();
    // An editor's mark at the start of a file is no text.
    let mut lines = Lines::of(text.trim_start_matches('\u{feff}'));
    while let Some((number, text)) = lines.next() {
        let inside = text.trim_start();
        if opens_code(inside) {
            if lines.skip_code().is_none() {
                page.faults.push(Fault {
                    line: number,
                    reason: "the code sample is never closed",
                });
            }
        } else if inside.starts_with("#|") {
            let table = table::read(number, &mut lines, &mut page.faults);
            section.blocks.push(Block::Table(table));
        } else if let Some((level, title)) = heading(inside) {
            let (title, anchors) = anchors(title);
            let next = Section {
                level,
                title,
                anchors,
                line: number,
                blocks: Vec::new(),
            };
            page.sections.push(std::mem::replace(&mut section, next));
        } else if let Some(label) = tabs.label(text) {
            let text = label.to_owned();
            section.blocks.push(Block::Tab(Line { number, text }));
        } else if let Some(tag) = tag(inside) {
            if tabs.end(tag) {
                section.blocks.push(Block::TabsEnd);
            }
            section
                .blocks
                .extend(tagged(tag, number, &mut lines, &mut page.faults));
        } else if !inside.is_empty() {
            section.blocks.push(Block::Text(Line {
                number,
                text: text.to_owned(),
            }));
        }
    }
    page.sections.push(section);
    page.sections
        .retain(|section| section.level > 0 || !section.blocks.is_empty());
    page
}

fn heading(text: &str) -> Option<(usize, &str)> {
    let title = text.trim_start_matches('#');
    let level = text.len() - title.len();
    let title = title.strip_prefix([' ', '\t'])?;
    (1..=6).contains(&level).then_some((level, title.trim()))
}

/// The title without `{#name}`, and the names.
fn anchors(title: &str) -> (String, Vec<String>) {
    let mut names = Vec::new();
    let mut plain = String::new();
    let mut rest = title;
    while let Some((before, behind)) = rest.split_once("{#") {
        plain.push_str(before);
        let (name, behind) = behind.split_once('}').unwrap_or((behind, ""));
        names.push(name.trim().to_owned());
        rest = behind;
    }
    plain.push_str(rest);
    (plain.trim().to_owned(), names)
}

/// The inside of `{% ... %}`.
fn tag(text: &str) -> Option<&str> {
    let (tag, _) = text.strip_prefix("{%")?.split_once("%}")?;
    Some(tag.trim())
}

fn tagged(tag: &str, number: usize, lines: &mut Lines<'_>, faults: &mut Vec<Fault>) -> Option<Block> {
    let (word, rest) = tag.split_once(' ').unwrap_or((tag, ""));
    match word {
        "note" => Some(Block::Note(note(rest, number, lines, faults))),
        "include" => {
            let (_, target) = rest.split_once("](")?;
            Some(Block::Include(Include {
                line: number,
                target: target.trim_end_matches(')').to_owned(),
            }))
        }
        // Tabs, conditions and cuts: what is in them is read as if they were not there.
        _ => None,
    }
}

fn note(options: &str, number: usize, lines: &mut Lines<'_>, faults: &mut Vec<Fault>) -> Note {
    let (kind, title) = options.split_once(' ').unwrap_or((options, ""));
    let mut note = Note {
        kind: kind.to_owned(),
        title: title.trim().trim_matches('"').to_owned(),
        lines: Vec::new(),
    };
    while let Some((number, text)) = lines.next() {
        if tag(text.trim_start()) == Some("endnote") {
            return note;
        }
        if opens_code(text) {
            lines.skip_code();
        } else if !text.is_empty() {
            note.lines.push(Line {
                number,
                text: text.to_owned(),
            });
        }
    }
    faults.push(Fault {
        line: number,
        reason: "the note is never closed",
    });
    note
}
