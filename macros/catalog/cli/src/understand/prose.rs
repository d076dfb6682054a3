//! A type, compared with what the description says of it.

use b24_catalog::{Aspect, Certainty, Choice, Kind, Parameter};

use crate::doubt::About;
use crate::page::{Span, plain, spans};

use super::Notes;
use super::describe::doubt;
use super::row::Entry;
use super::words::{ALSO_LIST, FILES, LIST_BEGINS, PICTURES, TEXT_OR_OBJECT, UPLOADS, has};

/// Where the description speaks of a list or an object and the type does not, the kind is doubted.
pub(super) fn compare(parameter: &mut Parameter, entry: &Entry<'_>, notes: &mut Notes) {
    if parameter.kind == Kind::Either(Choice::ObjectOrList) && is_file(entry) {
        let several = entry.text.iter().any(|line| has(&line.text, FILES));
        parameter.kind = if several {
            Kind::List(Box::new(Kind::File))
        } else {
            Kind::File
        };
        return doubt(parameter, Aspect::Kind, Certainty::Likely);
    }
    if !is_scalar(&parameter.kind) {
        return;
    }
    let first = entry.text.first().map(|line| plain(&line.text).to_lowercase());
    let begins = |phrase: &&str| {
        first
            .as_ref()
            .is_some_and(|text| text.trim_start().starts_with(*phrase))
    };
    let says = |phrases: &[&str]| entry.text.iter().any(|line| has(&line.text, phrases));
    let kind = if says(TEXT_OR_OBJECT) {
        Kind::Either(Choice::ObjectOrText)
    } else if says(ALSO_LIST) {
        let list = Kind::List(Box::new(Kind::Any));
        Kind::either(&parameter.kind, &list).unwrap_or(Kind::Any)
    } else if LIST_BEGINS.iter().any(begins) {
        Kind::Any
    } else {
        return;
    };
    notes.doubt(entry.line, About::Prose, &parameter.name);
    parameter.kind = kind;
    doubt(parameter, Aspect::Kind, Certainty::Doubtful);
}

/// Whether an array is a file: its name and its content. As an object, it has a key for them.
fn is_file(entry: &Entry<'_>) -> bool {
    let links = entry.text.iter().flat_map(|line| spans(&line.text));
    let mut targets = links.filter_map(|span| match span {
        Span::Link(link) => link.target.split('#').next(),
        _ => None,
    });
    let is_object = entry.text.iter().any(|line| line.text.contains("fileData"));
    let is_named = entry.text.first().is_some_and(|line| has(&line.text, PICTURES));
    !is_object && is_named && targets.any(|target| UPLOADS.iter().any(|page| target.ends_with(page)))
}

/// Whether values of the kind have no others in them.
pub(super) fn is_scalar(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Integer | Kind::Double | Kind::Text | Kind::Boolean | Kind::Date | Kind::DateTime
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Line;

    fn of(kind: &str, text: &str) -> (String, usize) {
        let line = Line {
            number: 1,
            text: text.to_owned(),
        };
        let entry = Entry {
            line: 1,
            names: Vec::new(),
            stars: 0,
            types: Vec::new(),
            text: vec![&line],
            default: None,
            tables: Vec::new(),
        };
        let mut parameter = Parameter::new("x", Kind::read(kind).unwrap());
        let mut notes = Notes::default();
        compare(&mut parameter, &entry, &mut notes);
        (parameter.kind.to_string(), notes.doubts.len())
    }

    #[test]
    fn a_scalar_is_no_list() {
        assert_eq!(of("integer", "Массив файлов"), ("any".to_owned(), 1));
        assert_eq!(
            of("integer", "An id. Можно передать массив"),
            ("integer|list<any>".to_owned(), 1)
        );
        assert_eq!(
            of("text", "You can pass a string or an object"),
            ("object|text".to_owned(), 1)
        );
    }

    #[test]
    fn an_array_may_be_a_file() {
        let text = "A file, its name and its content: [how](../files/how-to-upload-files.md#base64)";
        assert_eq!(of("object|list<any>", text), ("file".to_owned(), 0));
        let object = format!("`{{fileData: [value1, value2]}}`, see {text}");
        assert_eq!(of("object|list<any>", &object).0, "object|list<any>");
    }

    #[test]
    fn other_kinds_are_left() {
        assert_eq!(
            of("list<integer>", "Массив файлов"),
            ("list<integer>".to_owned(), 0)
        );
        assert_eq!(of("text", "Название массива"), ("text".to_owned(), 0));
    }
}
