//! The code samples of a page, each with where it stands.

use super::Problem;

/// The heading that a sample stands right below.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Place {
    Answer,
    Errors,
    Elsewhere,
}

pub(super) struct Fence {
    /// The line of its first line of text, from 1.
    pub(super) line: usize,
    pub(super) language: String,
    /// Without the indentation of the fence.
    pub(super) text: String,
    pub(super) place: Place,
    /// The label of the tab that it is in.
    pub(super) tab: Option<String>,
    /// The HTTP status codes named between the heading and the sample.
    pub(super) statuses: Vec<u16>,
}

/// The samples, and the problem that ends them before the page does.
pub(super) fn of(page: &str) -> (Vec<Fence>, Option<Problem>) {
    let mut fences = Vec::new();
    let mut place = Place::Elsewhere;
    let mut statuses = Vec::new();
    let mut tabs = Tabs::default();
    let mut lines = page.lines().zip(1..);
    while let Some((line, number)) = lines.next() {
        let text = line.trim();
        let indent = line.len() - line.trim_start().len();
        if let Some(language) = opening(text) {
            let mut body = String::new();
            loop {
                let Some((line, _)) = lines.next() else {
                    return (
                        fences,
                        Some(Problem::new(number, "the code sample is never closed")),
                    );
                };
                if line.trim() == "```" {
                    break;
                }
                let own = line.len() - line.trim_start().len();
                body.push_str(&line[own.min(indent)..]);
                body.push('\n');
            }
            fences.push(Fence {
                line: number + 1,
                language: language.to_owned(),
                text: body,
                place,
                tab: tabs.label.clone(),
                statuses: statuses.clone(),
            });
        } else if text.starts_with('#') && !text.starts_with("#|") {
            place = place_of(text);
            statuses.clear();
        } else if text.starts_with("HTTP-") {
            statuses = text.split("**").filter_map(|part| part.parse().ok()).collect();
        } else {
            tabs.see(text, indent);
        }
    }
    (fences, None)
}

/// The language of a line that opens a sample.
fn opening(text: &str) -> Option<&str> {
    // With further backticks it is a piece of code inside of a sentence.
    text.strip_prefix("```")
        .map(str::trim)
        .filter(|language| !language.contains('`'))
}

fn place_of(heading: &str) -> Place {
    let heading = heading.to_lowercase();
    let is_answer = |word: &str| ["ответ", "ответа", "ответов", "ответы", "response"].contains(&word);
    if heading.contains("ошиб") || heading.contains("error") {
        Place::Errors
    } else if heading.split(|c: char| !c.is_alphabetic()).any(is_answer) {
        Place::Answer
    } else {
        Place::Elsewhere
    }
}

/// The tabs that a line is inside of. Lists inside of a tab are indented further than its label.
#[derive(Default)]
struct Tabs {
    open: bool,
    indent: Option<usize>,
    label: Option<String>,
}

impl Tabs {
    fn see(&mut self, text: &str, indent: usize) {
        if text.starts_with("{% list tabs") {
            *self = Tabs {
                open: true,
                ..Tabs::default()
            };
        } else if text.starts_with("{% endlist") {
            *self = Tabs::default();
        } else if let (true, Some(label)) = (self.open, text.strip_prefix("- "))
            && *self.indent.get_or_insert(indent) == indent
        {
            self.label = Some(label.trim().to_owned());
        }
    }
}
