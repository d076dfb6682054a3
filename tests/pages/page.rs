//! A page of the documentation, as data: its cURL examples and the answers it shows.

mod answer;
mod curl;
mod fences;
mod json;
mod shell;

use std::fmt;

pub(crate) use answer::{Answer, Repair};
pub(crate) use curl::{Access, Fault, Request};

use crate::checkout;
use fences::{Fence, Place};

/// What a page shows, in the order of the page.
#[derive(Debug)]
pub(crate) struct Page {
    requests: Vec<Request>,
    answers: Vec<Answer>,
    errors: Vec<Answer>,
}

impl Page {
    /// Reads a page by its path below the root of the documentation. `None` where there is no
    /// documentation, which has been said aloud then.
    ///
    /// # Panics
    ///
    /// If the page is missing, or anything on it that should be read cannot be.
    pub(crate) fn read(path: &str) -> Option<Self> {
        let text = checkout::text(path)?;
        Some(Self::parse(path, &text).unwrap_or_else(|unreadable| panic!("{unreadable}")))
    }

    pub(crate) fn parse(path: &str, text: &str) -> Result<Self, Unreadable> {
        let unreadable = |Problem { line, reason }| Unreadable {
            page: path.to_owned(),
            line,
            reason,
        };
        let mut page = Page {
            requests: Vec::new(),
            answers: Vec::new(),
            errors: Vec::new(),
        };
        for fence in fences::of(text).map_err(unreadable)? {
            if is_request(&fence) {
                page.requests.push(curl::request(&fence).map_err(unreadable)?);
            } else if let Some(place) = answers_in(&fence) {
                let list = if place == Place::Answer {
                    &mut page.answers
                } else {
                    &mut page.errors
                };
                list.push(answer::answer(&fence).map_err(unreadable)?);
            }
        }
        Ok(page)
    }

    /// Every cURL example.
    pub(crate) fn requests(&self) -> &[Request] {
        &self.requests
    }

    /// Every example of a response after success.
    pub(crate) fn answers(&self) -> &[Answer] {
        &self.answers
    }

    /// Every example of a response after failure.
    pub(crate) fn errors(&self) -> &[Answer] {
        &self.errors
    }
}

fn is_request(fence: &Fence) -> bool {
    fence.tab.as_ref().is_some_and(|tab| tab.starts_with("cURL"))
        || fence.language == "curl"
        || fence.text.trim_start().starts_with("curl ")
}

/// What a sample begins with decides; where that is neither `result` nor `error`, the heading that
/// it stands right below. Below other headings, structures and parts of requests are shown.
fn answers_in(fence: &Fence) -> Option<Place> {
    let here = Some(fence.place).filter(|place| *place != Place::Elsewhere);
    match json::first_key(&fence.text) {
        // A program, or the form of a parameter in no language.
        _ if !(fence.language == "json" || fence.language.is_empty() && here.is_some()) => None,
        Some("result") => Some(Place::Answer),
        Some("error") => Some(Place::Errors),
        _ => here,
    }
}

/// Something on a page that should have been read, and could not be.
#[derive(Debug)]
pub(crate) struct Unreadable {
    page: String,
    line: usize,
    reason: String,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.page, self.line, self.reason)
    }
}

/// What is wrong in a line, before it is known of which page.
struct Problem {
    line: usize,
    reason: String,
}

impl Problem {
    fn new(line: usize, reason: impl Into<String>) -> Self {
        Self {
            line,
            reason: reason.into(),
        }
    }
}
