//! Lines, by how far they are indented.

use super::Fault;
use super::word::first;

/// The lines of a method that are not read yet.
pub(super) struct Lines<'a> {
    rest: &'a str,
    /// The number of the line that comes next.
    number: usize,
}

/// One line: its first word, and the others as far as they are not taken.
pub(super) struct Line<'a> {
    pub(super) depth: usize,
    pub(super) word: String,
    rest: &'a str,
    number: usize,
}

impl<'a> Lines<'a> {
    pub(super) fn of(block: &'a str) -> Self {
        Self {
            rest: block,
            number: 1,
        }
    }

    /// The next line, if it is as deep as this. A line that is less deep belongs to what is above.
    pub(super) fn next(&mut self, depth: usize) -> Result<Option<Line<'a>>, Fault> {
        let end = self.rest.find('\n').unwrap_or(self.rest.len());
        let text = &self.rest[..end];
        let inside = text.trim_start_matches(' ');
        if inside.is_empty() || text.len() - inside.len() != 2 * depth {
            return Ok(None);
        }
        let number = self.number;
        self.rest = self.rest.get(end + 1..).unwrap_or_default();
        self.number += 1;
        let (word, rest) = first(inside).ok_or(Fault {
            line: number,
            reason: "a quotation mark is not closed, or an escape is unknown",
        })?;
        Ok(Some(Line {
            depth,
            word,
            rest,
            number,
        }))
    }

    /// The number of the next line, if there is one.
    pub(super) fn left(&self) -> Option<usize> {
        Some(self.number).filter(|_| !self.rest.is_empty())
    }
}

impl Line<'_> {
    pub(super) fn fault(&self, reason: &'static str) -> Fault {
        Fault {
            line: self.number,
            reason,
        }
    }

    pub(super) fn optional(&mut self) -> Result<Option<String>, Fault> {
        if self.rest.is_empty() {
            return Ok(None);
        }
        let fault = self.fault("a quotation mark is not closed, or an escape is unknown");
        let (word, rest) = first(self.rest).ok_or(fault)?;
        self.rest = rest;
        Ok(Some(word))
    }

    pub(super) fn one(&mut self) -> Result<String, Fault> {
        let fault = self.fault("a word is missing");
        self.optional()?.ok_or(fault)
    }

    /// All that are left.
    pub(super) fn words(&mut self) -> Result<Vec<String>, Fault> {
        let mut words = Vec::new();
        while let Some(word) = self.optional()? {
            words.push(word);
        }
        Ok(words)
    }

    /// Refuses words that nobody took.
    pub(super) fn end(&self) -> Result<(), Fault> {
        match self.rest {
            "" => Ok(()),
            _ => Err(self.fault("there is a word too many")),
        }
    }
}
