//! Members of an object that are told in a list, not in a table.

use b24_catalog::{Aspect, Certainty, Kind, Members, Need, Parameter};

use crate::page::Line;

use super::describe::doubt;
use super::items::{List, first_codes, lists};
use super::names::name;
use super::need::is_name;
use super::words::{LISTED_VALUES, NEEDED_KEYS, VALUES, has};

/// What the lists of a description name; of what kind it is, they do not tell, and there may be more.
pub(super) fn keys(text: &[&Line]) -> Members {
    let mut members = Members::default();
    for list in lists(text) {
        let names = names(&list);
        let required = has(list.sentence(), NEEDED_KEYS);
        for name in names
            .into_iter()
            .flatten()
            .filter_map(|name| self::name(name, false))
        {
            let home = if name.is_open() {
                &mut members.open
            } else {
                &mut members.list
            };
            if home.iter().all(|known| known.name != name.own) {
                home.push(key(&name.own, required));
            }
        }
    }
    members.more = members != Members::default();
    members
}

fn key(name: &str, required: bool) -> Parameter {
    let mut key = Parameter::new(name, Kind::Any);
    doubt(&mut key, Aspect::Kind, Certainty::Doubtful);
    if required {
        key.need = Need::Required;
        doubt(&mut key, Aspect::Need, Certainty::Likely);
    }
    key
}

/// The names that the items begin with; `None` where one has none, or where they are values.
fn names<'a>(list: &List<'a>) -> Option<Vec<&'a str>> {
    if has(list.sentence(), VALUES) || has(list.sentence(), LISTED_VALUES) {
        return None;
    }
    let name = |item: &&'a str| match first_codes(item)?[..] {
        [name] => Some(name).filter(|name| is_key(name)),
        _ => None,
    };
    list.items.iter().map(name).collect()
}

/// Single letters are values, and `field_n` is any field.
fn is_key(name: &str) -> bool {
    is_name(name) && name.len() > 1 && !name.ends_with('_') && !name.ends_with("_n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<(String, Need)> {
        let lines: Vec<Line> = text
            .lines()
            .map(|text| Line {
                number: 1,
                text: text.to_owned(),
            })
            .collect();
        let members = keys(&lines.iter().collect::<Vec<_>>());
        members.list.into_iter().map(|key| (key.name, key.need)).collect()
    }

    #[test]
    fn keys_of_a_list() {
        let pages = "Pages:\n- `page` — the number\n- `limit` — how many, `50` by default\n  - `x` deeper";
        assert_eq!(
            of(pages),
            [
                ("page".to_owned(), Need::Optional),
                ("limit".to_owned(), Need::Optional)
            ]
        );
        let after_values = "Значения полей. Обязательные поля для создания:\n- `TITLE` — название";
        assert_eq!(of(after_values), [("TITLE".to_owned(), Need::Required)]);
    }

    #[test]
    fn other_lists_have_none() {
        for text in [
            "Possible values:\n- `a`\n- `b`",
            "Get it:\n- from `a`",
            "Signs:\n- `>=` more",
            "No list: `ab`",
            "Any:\n- `field_n`",
        ] {
            assert_eq!(of(text), [], "{text}");
        }
    }
}
