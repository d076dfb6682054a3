//! The samples of a page, as data: its cURL examples and the answers it shows.

mod answer;
mod curl;
mod fences;
mod json;
mod shell;

use std::fmt;

pub use answer::{Answer, Repair};
pub use curl::{Access, Fault, Request};

use fences::{Fence, Place};

/// What a page shows, in the order of the page.
#[derive(Debug, Clone, Default)]
pub struct Samples {
    requests: Vec<Request>,
    answers: Vec<Answer>,
    errors: Vec<Answer>,
    unreadable: Vec<Problem>,
}

impl Samples {
    /// Reads the samples of a page. What cannot be read is left out, and named among the
    /// [unreadable](Self::unreadable).
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut samples = Samples::default();
        let (fences, problem) = fences::of(text);
        samples.unreadable.extend(problem);
        for fence in fences {
            if is_request(&fence) {
                match curl::request(&fence) {
                    Ok(request) => samples.requests.push(request),
                    Err(problem) => samples.unreadable.push(problem),
                }
            } else if let Some(place) = answers_in(&fence) {
                match answer::answer(&fence) {
                    Ok(answer) if place == Place::Answer => samples.answers.push(answer),
                    Ok(answer) => samples.errors.push(answer),
                    Err(problem) => samples.unreadable.push(problem),
                }
            }
        }
        samples
    }

    /// Every cURL example.
    #[must_use]
    pub fn requests(&self) -> &[Request] {
        &self.requests
    }

    /// Every example of a response after success.
    #[must_use]
    pub fn answers(&self) -> &[Answer] {
        &self.answers
    }

    /// Every example of a response after failure.
    #[must_use]
    pub fn errors(&self) -> &[Answer] {
        &self.errors
    }

    /// What should have been read, and could not be.
    #[must_use]
    pub fn unreadable(&self) -> &[Problem] {
        &self.unreadable
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line of the page.
    pub line: usize,
    /// What is wrong in it.
    pub reason: String,
}

impl Problem {
    fn new(line: usize, reason: impl Into<String>) -> Self {
        Self {
            line,
            reason: reason.into(),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.line, self.reason)
    }
}

#[cfg(test)]
mod tests;
