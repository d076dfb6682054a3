//! Whether a page is a method's, and which one's.

use crate::page::{Block, Page, Section, code_spans};

use super::words::{PARAMETERS, WHO, has};

/// What begins the names of functions in a browser, which are no methods.
const BROWSER: &str = "BX24.";

/// Versions of interfaces, of which titles of other pages speak.
const VERSIONS: &[&str] = &["imbot.v2", "im.v2"];

/// What a page is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Title {
    /// A method of this name.
    Method(String),
    /// A method whose name is not in the title, but in the text below.
    Untitled(String),
    /// Something else.
    Other,
}

/// `called`: the methods that the page's own examples call.
pub(crate) fn title(page: &Page, called: &[String]) -> Title {
    let Some(head) = page.sections.iter().find(|section| section.level == 1) else {
        return Title::Other;
    };
    let last = head.title.split_whitespace().next_back().unwrap_or_default();
    let last = last.trim_matches('`');
    let calls = |name: &str| called.iter().any(|called| called.eq_ignore_ascii_case(name));
    if last.starts_with(BROWSER) || VERSIONS.contains(&last) {
        return Title::Other;
    }
    // A name without a dot could be any word of the title. Those of events are in capitals.
    if is_dotted(last) && !is_shouted(last) || is_word(last) && calls(last) {
        return Title::Method(last.to_owned());
    }
    let is_method = says_who(head) && page.sections.iter().any(takes);
    let below = texts(head)
        .flat_map(code_spans)
        .find(|code| is_dotted(code) && calls(code));
    match below {
        Some(name) if is_method => Title::Untitled(name.to_owned()),
        _ => Title::Other,
    }
}

fn texts(section: &Section) -> impl Iterator<Item = &str> {
    section.blocks.iter().filter_map(|block| match block {
        Block::Text(line) => Some(line.text.as_str()),
        _ => None,
    })
}

fn says_who(head: &Section) -> bool {
    texts(head).any(|text| text.trim_start().starts_with('>') && has(text, WHO))
}

fn takes(section: &Section) -> bool {
    PARAMETERS.contains(&section.title.to_lowercase().as_str())
}

/// `crm.item.add`
pub(crate) fn is_dotted(name: &str) -> bool {
    let part = |part: &str| {
        !part.is_empty()
            && part
                .chars()
                .all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
    };
    name.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && name.contains('.')
        && name.split('.').all(part)
}

fn is_shouted(name: &str) -> bool {
    !name.chars().any(|letter| letter.is_ascii_lowercase())
}

/// `batch`
fn is_word(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|letter| letter.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::read;

    fn of(text: &str, called: &str) -> Title {
        title(&read(text), &[called.to_owned()])
    }

    #[test]
    fn a_method_is_named_at_the_end_of_the_title() {
        let method = |name: &str| Title::Method(name.to_owned());
        assert_eq!(of("# Add crm.item.add", ""), method("crm.item.add"));
        assert_eq!(of("# Add `imbot.v2.Chat.add`", ""), method("imbot.v2.Chat.add"));
        assert_eq!(of("# Run many batch", "batch"), method("batch"));
    }

    #[test]
    fn other_pages_are_none() {
        for title in [
            "CATALOG.PRICE.ON.ADD",
            "BX24.placement.call",
            "imbot.v2",
            "crm.item.*",
            "methods",
            "1.5",
            ".a",
        ] {
            assert_eq!(of(&format!("# About {title}"), ""), Title::Other, "{title}");
        }
        assert_eq!(of("## a.b", ""), Title::Other);
    }

    #[test]
    fn a_damaged_title_is_mended_from_the_text() {
        let page =
            "# Add an item\n> Who can execute the method: any\n\nThe method `a.b` adds.\n## Parameters\n";
        assert_eq!(of(page, "a.b"), Title::Untitled("a.b".to_owned()));
        assert_eq!(of(page, "c.d"), Title::Other);
        assert_eq!(of(&page.replace('>', ""), "a.b"), Title::Other);
    }
}
