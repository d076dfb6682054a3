//! What a page says before its parameters: scope and deprecation.

use b24_catalog::Deprecation;

use crate::page::{Block, Note, Page, Span, code_spans, plain, spans};

use super::path::resolve;
use super::title::is_dotted;
use super::words::{DEPRECATED, has};

/// Methods that anybody may call are in a scope that each language calls otherwise.
const BASIC: (&str, &str) = ("базовый", "basic");

/// The scopes of the line `> Scope: ...`; `None` where there is no such line.
pub(super) fn scopes(page: &Page) -> Option<Vec<String>> {
    let line = page
        .sections
        .iter()
        .flat_map(|section| &section.blocks)
        .find_map(|block| match block {
            Block::Text(line) => line
                .text
                .trim_start()
                .strip_prefix('>')?
                .trim_start()
                .strip_prefix("Scope:"),
            _ => None,
        })?;
    let mut scopes = Vec::new();
    for code in code_spans(line) {
        let scope = if code == BASIC.0 { BASIC.1 } else { code };
        // Placements stand there too, with a text of their own.
        if !scope.is_empty() && scope.chars().all(is_scope_letter) {
            scopes.push(scope.to_owned());
        }
    }
    Some(scopes)
}

fn is_scope_letter(letter: char) -> bool {
    letter.is_ascii_lowercase() || letter.is_ascii_digit() || matches!(letter, '_' | '.')
}

/// What a note says of a replacement.
pub(super) fn deprecation(page: &Page, path: &str) -> Option<Deprecation> {
    let notes = page.sections.iter().flat_map(|section| &section.blocks);
    let note = notes.filter_map(|block| match block {
        Block::Note(note) if has(&note.title, DEPRECATED) => Some(note),
        _ => None,
    });
    note.map(|note| replacement(note, path)).next()
}

fn replacement(note: &Note, path: &str) -> Deprecation {
    let mut deprecation = Deprecation::default();
    for line in &note.lines {
        for span in spans(&line.text) {
            let Span::Link(link) = span else { continue };
            let name = plain(link.text);
            let bare = name.strip_suffix(".*").unwrap_or(&name);
            if is_dotted(bare) || bare != name {
                deprecation.methods.push(name);
            } else if deprecation.page.is_none() {
                deprecation.page = resolve(path, link.target);
            }
        }
    }
    if !deprecation.methods.is_empty() {
        deprecation.page = None;
    }
    deprecation
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::read;

    #[test]
    fn scopes_of_a_line() {
        let of = |line: &str| scopes(&read(&format!("# A a.b\n\n{line}\n")));
        assert_eq!(
            of("> Scope: [`im`](x), [`user.brief`](x)"),
            Some(vec!["im".to_owned(), "user.brief".to_owned()])
        );
        assert_eq!(of("> Scope: [`базовый`](x)"), Some(vec!["basic".to_owned()]));
        assert_eq!(
            of("> Scope: [`tasks`](x), [`PLACEMENT`](x)"),
            Some(vec!["tasks".to_owned()])
        );
        assert_eq!(of("Scope: [`im`](x)"), None);
    }

    #[test]
    fn a_replacement_is_a_method_a_group_or_a_page() {
        let of = |text: &str| {
            let page = format!("# A a.b\n{{% note warning \"DEPRECATED\" %}}\n\n{text}\n\n{{% endnote %}}\n");
            deprecation(&read(&page), "api/old/page.md").unwrap()
        };
        assert_eq!(
            of("Use [c.d](../c-d.md) and [`crm.item.*`](x.md).").methods,
            ["c.d", "crm.item.*"]
        );
        let elsewhere = of("Use [the new ones](../new/index.md#top).");
        assert_eq!(
            (elsewhere.methods.len(), elsewhere.page.as_deref()),
            (0, Some("api/new/index"))
        );
        assert_eq!(of("It is over."), Deprecation::default());
        assert_eq!(
            deprecation(&read("{% note info \"New\" %}\n{% endnote %}\n"), ""),
            None
        );
    }
}
