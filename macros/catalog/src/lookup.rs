//! Where a method is found.

use std::cmp::Ordering;

use crate::data::{FILES, INDEX};
use crate::method::{Api, Method};
use crate::read;

/// A documented method, and where its facts lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The method's name.
    pub name: &'static str,
    /// The interface it belongs to.
    pub api: Api,
    /// The file and the bytes of it.
    place: Place,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    file: &'static str,
    start: usize,
    length: usize,
}

impl Entry {
    /// Reads the method's facts.
    #[must_use]
    pub fn read(&self) -> Option<Method> {
        read::method(self.text()?).ok()
    }

    /// The method's facts, as they are written.
    #[must_use]
    pub fn text(&self) -> Option<&'static str> {
        let Place { file, start, length } = self.place;
        let place = FILES.binary_search_by(|(name, _)| name.cmp(&file)).ok()?;
        FILES[place].1.get(start..start + length)
    }
}

/// The method of this name, whatever the case of its letters.
///
/// Nothing but its own lines is read, so that a macro can afford it.
///
/// ```
/// use b24_catalog::{Api, find};
///
/// assert!(find("Tasks.Task.Add", Api::V2).is_some());
/// assert!(find("imbot.chat.add", Api::V3).is_none());
/// ```
#[must_use]
pub fn find(name: &str, api: Api) -> Option<Method> {
    entry(INDEX, name, api)?.read()
}

/// All documented methods, sorted by their names in small letters.
///
/// ```
/// let names: Vec<&str> = b24_catalog::names().map(|entry| entry.name).collect();
/// assert!(names.contains(&"crm.item.add"));
/// ```
pub fn names() -> impl Iterator<Item = Entry> {
    INDEX.lines().filter_map(parse)
}

/// Halves the index, which is sorted, until one line is left.
fn entry(index: &'static str, name: &str, api: Api) -> Option<Entry> {
    let (mut low, mut high) = (0, index.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        let start = index
            .get(low..middle)?
            .rfind('\n')
            .map_or(low, |place| low + place + 1);
        let end = index
            .get(middle..)?
            .find('\n')
            .map_or(index.len(), |place| middle + place);
        let found = parse(index.get(start..end)?)?;
        match compare(found.name, name).then(found.api.cmp(&api)) {
            Ordering::Equal => return Some(found),
            Ordering::Less => low = end + 1,
            Ordering::Greater => high = start,
        }
    }
    None
}

fn compare(one: &str, other: &str) -> Ordering {
    let letters =
        |name: &str| -> Vec<u8> { name.bytes().map(|letter| letter.to_ascii_lowercase()).collect() };
    letters(one).cmp(&letters(other))
}

/// `imbot.chat.add 2 imbot 1205 977`
fn parse(line: &'static str) -> Option<Entry> {
    let mut words = line.split(' ');
    let name = words.next()?;
    let api = match words.next()? {
        "2" => Api::V2,
        "3" => Api::V3,
        _ => return None,
    };
    let place = Place {
        file: words.next()?,
        start: words.next()?.parse().ok()?,
        length: words.next()?.parse().ok()?,
    };
    Some(Entry { name, api, place })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_method_is_found_and_read() {
        for entry in names() {
            let method = find(&entry.name.to_uppercase(), entry.api);
            let method = method.unwrap_or_else(|| panic!("{} cannot be read", entry.name));
            assert_eq!((method.name.as_str(), method.api), (entry.name, entry.api));
        }
    }

    #[test]
    fn the_index_and_the_files_are_whole() {
        let lengths: usize = names().map(|entry| entry.place.length).sum();
        let texts: usize = FILES.iter().map(|(_, text)| text.len()).sum();
        assert_eq!(lengths, texts, "each byte of the files belongs to one method");
        assert!(FILES.iter().all(|(_, text)| text.is_ascii()) && INDEX.is_ascii());
        assert_eq!(names().count(), INDEX.lines().count());
    }

    #[test]
    fn other_names_find_nothing() {
        for name in [
            "",
            "a",
            "zzz",
            "imbot.chat",
            "imbot.chat.add ",
            "imbot.chat.add 2",
            "\u{44f}",
        ] {
            assert_eq!(find(name, Api::V2), None, "{name}");
        }
    }
}
