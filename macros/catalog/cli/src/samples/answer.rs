//! An example of a response.

use serde_json::Value;

use super::{Problem, fences::Fence, json};

/// What had to be mended before a sample was JSON.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Repair {
    /// `...` stands for what is left out.
    Ellipsis,
    /// `// ...` explains a line.
    Comment,
    /// A comma follows the last item, or is missing between two objects.
    Comma,
    /// The braces around the members are left out.
    Braces,
}

/// A response as a page shows it.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The line of the page where the sample begins.
    pub line: usize,
    /// The HTTP status codes that the page names above the sample.
    pub statuses: Vec<u16>,
    /// The sample as it stands on the page.
    pub raw: String,
    /// The sample after the repairs; the same as `raw` without any.
    pub text: String,
    /// It as JSON.
    pub value: Value,
    /// What had to be mended.
    pub repairs: Vec<Repair>,
}

pub(super) fn answer(fence: &Fence) -> Result<Answer, Problem> {
    let raw = fence.text.clone();
    let (text, repairs) = match serde_json::from_str::<Value>(&raw) {
        Ok(_) => (raw.clone(), Vec::new()),
        Err(_) => repaired(&raw),
    };
    // A repair takes no line away, so that the lines of this error are the page's.
    let value = serde_json::from_str(&text).map_err(|error| {
        let line = fence.line + error.line().saturating_sub(1);
        Problem::new(line, format!("the answer is no JSON: {error}"))
    })?;
    Ok(Answer {
        line: fence.line,
        statuses: fence.statuses.clone(),
        raw,
        text,
        value,
        repairs,
    })
}

pub(super) fn repaired(raw: &str) -> (String, Vec<Repair>) {
    let mut repairs = Vec::new();
    let mut note = |repair| {
        if !repairs.contains(&repair) {
            repairs.push(repair);
        }
    };
    let mut out = String::new();
    let mut rest = raw;
    while let Some((piece, after)) = json::piece(rest) {
        if rest.starts_with("//") {
            note(Repair::Comment);
            rest = rest.find('\n').map_or("", |end| &rest[end..]);
        } else if let Some(after) = rest.strip_prefix("...").or_else(|| rest.strip_prefix('…')) {
            note(Repair::Ellipsis);
            rest = left_out(&mut out, after);
        } else {
            out.push_str(piece);
            rest = after;
        }
    }
    if json::first_key(&out).is_some() && !out.trim_start().starts_with('{') {
        note(Repair::Braces);
        out = format!("{{{out}}}");
    }
    let divided = with_commas(&out);
    if divided != out {
        note(Repair::Comma);
    }
    (divided, repairs)
}

/// Takes away one of the commas around what is left out. Returns what follows.
fn left_out<'a>(out: &mut String, after: &'a str) -> &'a str {
    let next = after.trim_start();
    if next.is_empty() || next.starts_with([',', '}', ']']) {
        let before = out.trim_end().len();
        if out[..before].ends_with(',') {
            out.remove(before - 1);
        } else if let Some(comma) = after.find(',').filter(|_| next.starts_with(',')) {
            out.push_str(&after[..comma]);
            return &after[comma + 1..];
        }
    }
    after
}

/// The text with commas between objects, and none behind the last item.
fn with_commas(text: &str) -> String {
    let mut out = String::new();
    // What stands before, and where it ends.
    let mut last = ("", 0);
    for piece in json::pieces(text) {
        match (last, piece) {
            ((",", end), "}" | "]") => drop(out.remove(end - 1)),
            (("}", end), "{") => out.insert(end, ','),
            _ => {}
        }
        out.push_str(piece);
        if !piece.trim().is_empty() {
            last = (piece, out.len());
        }
    }
    out
}
