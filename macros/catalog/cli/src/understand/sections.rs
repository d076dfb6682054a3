//! Which sections of a page tell what its method takes, and which of them tell of one parameter.

use crate::page::{Block, Page, Section, Table, plain};

use super::words::{ANSWER, ERRORS, OTHER, PARAMETERS, PART, has};

/// The sections of a page, by what they are for.
pub(super) struct Sections<'a> {
    page: &'a Page,
    /// For each section, what it is part of.
    parts: Vec<Part>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Of what the page begins with.
    Front,
    /// Of what the method takes.
    Parameters,
    Answer,
    Errors,
    Other,
}

impl<'a> Sections<'a> {
    pub(super) fn of(page: &'a Page) -> Self {
        let mut parts = Vec::new();
        let (mut part, mut level) = (Part::Front, 1);
        for section in &page.sections {
            if let Some(own) = own_part(section, part) {
                // A title further in may only sound as if it began another part; but what may go wrong is
                // told among the answers too.
                let begins = section.level <= level
                    || part == Part::Front
                    || (part, own) == (Part::Answer, Part::Errors)
                    || (part, own) == (Part::Other, Part::Parameters);
                if begins {
                    (part, level) = (own, section.level.max(2));
                }
            }
            parts.push(part);
        }
        Self { page, parts }
    }

    pub(super) fn all(&self, part: Part) -> impl Iterator<Item = (usize, &'a Section)> {
        let sections = self.page.sections.iter().enumerate();
        let parts = self.parts.clone();
        sections.filter(move |(place, _)| parts.get(*place) == Some(&part))
    }

    pub(super) fn get(&self, place: usize) -> Option<&'a Section> {
        self.page.sections.get(place)
    }

    /// The section that a link to `#anchor` leads to.
    pub(super) fn anchored(&self, anchor: &str) -> Option<usize> {
        let named = |section: &Section| section.anchors.iter().any(|name| name == anchor);
        self.page.sections.iter().position(named)
    }

    /// The section that an anchor made of a title leads to: by the name at its end.
    pub(super) fn slugged(&self, anchor: &str) -> Option<usize> {
        let name = anchor.rsplit('-').next().filter(|name| name.len() > 1)?;
        let name = anchor
            .strip_prefix("parametr-")
            .or_else(|| anchor.strip_prefix("parameter-"))
            .unwrap_or(name);
        let name = name.replace('-', "_");
        self.titled(&name).or_else(|| self.titled(&name.replace('_', "")))
    }

    /// The section whose title has the name, whatever the case; one of the parameters before others.
    pub(super) fn titled(&self, name: &str) -> Option<usize> {
        let places = || 0..self.page.sections.len();
        let find = |matches: &dyn Fn(&str) -> bool| {
            let of = |part: Part| {
                places().find(|place| {
                    self.parts[*place] == part
                        && self.page.sections[*place].level > 1
                        && words(&self.page.sections[*place].title).any(&matches)
                })
            };
            of(Part::Parameters).or_else(|| of(Part::Other))
        };
        find(&|word| word == name).or_else(|| find(&|word| word.eq_ignore_ascii_case(name)))
    }
}

/// Whether a title is, or ends with, what an anchor or a type is called: `type.relations` is linked to as
/// `typerelations`.
pub(super) fn is_titled(title: &str, name: &str) -> bool {
    let bare = |text: &str| -> String {
        let letters = text.chars().filter(char::is_ascii_alphanumeric);
        letters.map(|letter| letter.to_ascii_lowercase()).collect()
    };
    let last = title.split_whitespace().next_back().unwrap_or_default();
    !name.is_empty() && (bare(last) == bare(name) || words(title).any(|word| word == name))
}

/// The names in a title: words of ASCII letters, whole and the last parts of dotted ones.
pub(super) fn words(title: &str) -> impl Iterator<Item = &str> {
    let separator = |letter: char| !(letter.is_ascii_alphanumeric() || matches!(letter, '_' | '.'));
    let words = title.split(separator).filter(|word| !word.is_empty());
    words.flat_map(|word| {
        let last = word
            .rsplit('.')
            .next()
            .filter(|last| *last != word && !last.is_empty());
        std::iter::once(word).chain(last)
    })
}

/// The part that a section begins, if its title says so.
fn own_part(section: &Section, current: Part) -> Option<Part> {
    let title = plain(&section.title).to_lowercase();
    let title = title.trim();
    if PARAMETERS.contains(&title) {
        return Some(Part::Parameters);
    }
    if section.level == 1 {
        return Some(Part::Front);
    }
    if has(title, ERRORS) {
        return Some(Part::Errors);
    }
    if has(title, OTHER) {
        return Some(Part::Other);
    }
    let first = title.split_whitespace().next().unwrap_or_default();
    let last = title.split_whitespace().next_back().unwrap_or_default();
    if PART.contains(&first) || PART.contains(&last) {
        // Within an answer, an object may have parameters too.
        return (current != Part::Answer).then_some(Part::Parameters);
    }
    if has(title, ANSWER) {
        return Some(Part::Answer);
    }
    None
}

/// The tables right in a section.
pub(super) fn tables(section: &Section) -> impl Iterator<Item = &Table> {
    section.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::read;

    #[test]
    fn sections_belong_to_parts() {
        let page = read(
            "# A a.b\n## Параметры метода\n### Параметр fields\n#### Пример\n## Примеры кода\n### Параметр x\n\
             ## Обработка ответа\n### Возвращаемые данные\n#### Объект fields\n### Возможные коды ошибок\n\
             ## Error handling\n## See also\n",
        );
        let sections = Sections::of(&page);
        let titles = |part: Part| -> Vec<&str> {
            sections
                .all(part)
                .map(|(_, section)| section.title.as_str())
                .collect()
        };
        assert_eq!(titles(Part::Front), ["A a.b"]);
        let parameters = ["Параметры метода", "Параметр fields", "Пример", "Параметр x"];
        assert_eq!(titles(Part::Parameters), parameters);
        assert_eq!(titles(Part::Other), ["Примеры кода", "See also"]);
        assert_eq!(
            titles(Part::Answer),
            ["Обработка ответа", "Возвращаемые данные", "Объект fields"]
        );
        assert_eq!(titles(Part::Errors), ["Возможные коды ошибок", "Error handling"]);
    }

    #[test]
    fn sections_are_found_by_anchor_and_by_name() {
        let page = read("# A a.b\n## Parameters\n### Parameter FIELDS {#f}\n### Object data.item\n");
        let sections = Sections::of(&page);
        assert_eq!(sections.anchored("f"), Some(2));
        assert_eq!(sections.anchored("g"), None);
        assert_eq!(
            (sections.titled("fields"), sections.titled("item")),
            (Some(2), Some(3))
        );
        assert_eq!(sections.slugged("parametr-fields"), Some(2));
        assert_eq!(sections.slugged("nothing"), None);
    }
}
