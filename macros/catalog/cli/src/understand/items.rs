//! Lists in a description, one item a line.

use crate::page::{Line, Span, spans};

/// A list.
pub(super) struct List<'a> {
    /// The line above it.
    pub(super) intro: &'a str,
    /// Without what marks them as items; what is further in is left out.
    pub(super) items: Vec<&'a str>,
}

impl<'a> List<'a> {
    /// The sentence that leads to it.
    pub(super) fn sentence(&self) -> &'a str {
        self.intro.rsplit(". ").next().unwrap_or_default()
    }
}

/// The lists of a description.
pub(super) fn lists<'a>(text: &[&'a Line]) -> Vec<List<'a>> {
    let mut lists: Vec<List<'a>> = Vec::new();
    let mut intro = "";
    let mut indent = None;
    for line in text {
        let inside = line.text.trim_start();
        let depth = line.text.len() - inside.len();
        let Some(item) = inside.strip_prefix("- ").or_else(|| inside.strip_prefix("* ")) else {
            // What is further in belongs to the item above.
            if indent.is_none_or(|indent| depth <= indent) {
                (intro, indent) = (inside, None);
            }
            continue;
        };
        match indent {
            Some(indent) if depth > indent => {}
            Some(_) => lists
                .last_mut()
                .into_iter()
                .for_each(|list| list.items.push(item)),
            None => {
                lists.push(List {
                    intro,
                    items: vec![item],
                });
                indent = Some(depth);
            }
        }
    }
    lists
}

/// The code that an item begins with: one value, or several with a comma or a stroke between.
pub(super) fn first_codes(item: &str) -> Option<Vec<&str>> {
    let mut codes = Vec::new();
    for span in spans(item) {
        match span {
            Span::Code(code) => codes.push(code),
            Span::Text(text) if codes.is_empty() && matches!(text, "**" | "") => {}
            Span::Text(text) if is_joint(text.trim_matches('*')) => {}
            _ => break,
        }
    }
    (!codes.is_empty()).then_some(codes)
}

/// What joins two values that mean the same.
pub(super) fn is_joint(text: &str) -> bool {
    matches!(text.trim(), "," | "/" | "или" | "or" | "и" | "and" | "\\|" | "|")
}
