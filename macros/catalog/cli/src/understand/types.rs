//! The documentation's words for types, as kinds.

use b24_catalog::{Certainty, Choice, Kind};

/// What the types of a row come to.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Typed {
    pub(super) kind: Kind,
    pub(super) certainty: Certainty,
    /// It may have members: it is no scalar.
    pub(super) holds: bool,
    pub(super) trouble: Option<Trouble>,
}

/// Why a type is not known.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Trouble {
    Missing,
    Unknown(String),
    Choice(String),
}

/// Types that say the same in every place.
const PLAIN: &[(&str, Kind)] = &[
    ("string", Kind::Text),
    ("str", Kind::Text),
    ("text", Kind::Text),
    ("enum", Kind::Text),
    ("integer", Kind::Integer),
    ("int", Kind::Integer),
    ("timestamp", Kind::Integer),
    ("double", Kind::Double),
    ("float", Kind::Double),
    ("number", Kind::Double),
    ("boolean", Kind::Boolean),
    ("bool", Kind::Boolean),
    ("date", Kind::Date),
    ("datetime", Kind::DateTime),
    ("object", Kind::Object),
    ("lang_map", Kind::Object),
    // PHP has one word for lists and objects.
    ("array", Kind::Either(Choice::ObjectOrList)),
    ("any", Kind::Any),
    ("mixed", Kind::Any),
];

/// Types that are written in more than one way: a `char` is a flag or a letter, a file its content, its
/// name with it, or the id of one.
const LOOSE: &[(&str, Kind)] = &[("char", Kind::Text), ("file", Kind::File)];

/// Types that are told on other pages. Most are objects of the portal, of which an id is meant; that is
/// not always a number.
const REFERENCES: &[(&str, Kind)] = &[
    ("user", Kind::Integer),
    ("crm_company", Kind::Integer),
    ("crm_contact", Kind::Integer),
    ("crm_lead", Kind::Integer),
    ("crm_deal", Kind::Integer),
    ("crm_quote", Kind::Integer),
    ("crm_entity", Kind::Integer),
    ("crm_category", Kind::Integer),
    ("sale_delivery_service", Kind::Integer),
    ("sale_status", Kind::Text),
    ("crm_status", Kind::Text),
    ("crm_currency", Kind::Text),
    ("location", Kind::Text),
    ("crm_userfield", Kind::Any),
    ("crm_multifield", Kind::Object),
    ("crm_activity_communication", Kind::Object),
    ("uf_enum_element", Kind::Object),
    // A file, or several.
    ("attached_diskfile", Kind::File),
    ("diskfile", Kind::File),
    ("layoutdto", Kind::Object),
    ("restapplayoutdto", Kind::Object),
    ("time", Kind::Any),
];

/// Beginnings of names of lists of numbers.
const NUMBERED: &str = "crm_enum_";

/// The kind of a row with these types. `described`: whether the page has the structure of the type.
pub(super) fn typed(names: &[&str], described: bool) -> Typed {
    let mut found: Vec<One> = Vec::new();
    let mut trouble = None;
    for name in names {
        match one(name, described) {
            Some(one) if one.kind == Kind::Any && one.certainty == Certainty::Doubtful && *name == "null" => {
            }
            Some(one) if found.contains(&one) => {}
            Some(one) => found.push(one),
            None => trouble = Some(Trouble::Unknown((*name).to_owned())),
        }
    }
    let mut certainty = found
        .iter()
        .map(|one| one.certainty)
        .min()
        .unwrap_or(Certainty::Doubtful);
    if found.len() > 1
        && found
            .iter()
            .any(|one| one.kind == Kind::Either(Choice::ObjectOrList))
    {
        // No choice has all that an array may be, and something else.
        certainty = certainty.min(Certainty::Likely);
    }
    let holds = found.iter().any(|one| one.holds);
    let kind = match &found[..] {
        [] => None,
        [one] => Some(one.kind.clone()),
        [one, other] => either(&one.kind, &other.kind),
        // The choices known are of two. More is anything.
        _ => Some(Kind::Any),
    };
    let missing = if names.iter().all(|name| *name == "null") {
        Trouble::Missing
    } else {
        Trouble::Choice(names.join(" | "))
    };
    let trouble = trouble.or_else(|| kind.is_none().then_some(missing));
    Typed {
        certainty: if trouble.is_some() {
            Certainty::Doubtful
        } else {
            certainty
        },
        holds: holds || trouble.is_some() && described,
        kind: if trouble.is_some() {
            Kind::Any
        } else {
            kind.unwrap_or(Kind::Any)
        },
        trouble,
    }
}

fn either(one: &Kind, other: &Kind) -> Option<Kind> {
    // A choice knows lists of anything only.
    let wide = |kind: &Kind| match kind {
        Kind::List(_) => Kind::List(Box::new(Kind::Any)),
        kind => kind.clone(),
    };
    match (one, other) {
        // An array is an object or a list already.
        (Kind::Either(Choice::ObjectOrList), Kind::Object | Kind::List(_))
        | (Kind::Object | Kind::List(_), Kind::Either(Choice::ObjectOrList)) => {
            Some(Kind::Either(Choice::ObjectOrList))
        }
        (Kind::Either(Choice::ObjectOrList), other) | (other, Kind::Either(Choice::ObjectOrList)) => {
            either(&Kind::List(Box::new(Kind::Any)), other)
        }
        (Kind::Integer, Kind::Double) | (Kind::Double, Kind::Integer) => Some(Kind::Double),
        _ => Kind::either(&wide(one), &wide(other)),
    }
}

#[derive(Debug, PartialEq)]
struct One {
    kind: Kind,
    certainty: Certainty,
    holds: bool,
}

fn one(name: &str, described: bool) -> Option<One> {
    let name = name.trim();
    if let Some(item) = name.strip_suffix("[]") {
        let One {
            kind,
            certainty,
            holds,
        } = one(item, described)?;
        let kind = Kind::List(Box::new(kind));
        return Some(One {
            kind,
            certainty,
            holds,
        });
    }
    let lower = name.to_lowercase();
    if lower == "null" {
        return Some(One {
            kind: Kind::Any,
            certainty: Certainty::Doubtful,
            holds: false,
        });
    }
    if let Some((_, kind)) = PLAIN.iter().find(|(known, _)| *known == lower) {
        let holds = matches!(kind, Kind::Object | Kind::Either(_) | Kind::Any);
        return Some(One {
            kind: kind.clone(),
            certainty: Certainty::Sure,
            holds,
        });
    }
    if let Some((_, kind)) = LOOSE.iter().find(|(known, _)| *known == lower) {
        return Some(One {
            kind: kind.clone(),
            certainty: Certainty::Likely,
            holds: false,
        });
    }
    if described {
        return Some(One {
            kind: Kind::Object,
            certainty: Certainty::Sure,
            holds: true,
        });
    }
    let reference = REFERENCES.iter().find(|(known, _)| *known == lower);
    let kind = match reference {
        Some((_, kind)) => kind.clone(),
        None => field(&lower)?,
    };
    let holds = kind == Kind::Object;
    Some(One {
        kind,
        certainty: Certainty::Doubtful,
        holds,
    })
}

/// `sale_order.id`: a field of an object.
fn field(name: &str) -> Option<Kind> {
    if name.starts_with(NUMBERED) {
        return Some(Kind::Integer);
    }
    let (object, field) = name.split_once('.')?;
    let is_word = |text: &str| {
        !text.is_empty()
            && text
                .chars()
                .all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
    };
    if !is_word(object) || !is_word(field) {
        return None;
    }
    Some(if field == "id" { Kind::Integer } else { Kind::Text })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(names: &[&str]) -> (String, Certainty) {
        let typed = typed(names, false);
        assert_eq!(typed.trouble, None);
        (typed.kind.to_string(), typed.certainty)
    }

    #[test]
    fn types_become_kinds() {
        for (names, kind) in [
            (&["string"][..], "text"),
            (&["integer[]"], "list<integer>"),
            (&["array"], "object|list<any>"),
            (&["string", "null"], "text"),
            (&["null", "Integer"], "integer"),
            (&["string", "integer"], "integer|text"),
            (&["integer", "integer[]"], "integer|list<any>"),
        ] {
            assert_eq!(of(names), (kind.to_owned(), Certainty::Sure), "{names:?}");
        }
    }

    #[test]
    fn what_is_written_in_several_ways_is_likely() {
        for (names, kind) in [
            (&["object", "array"][..], "object|list<any>"),
            (&["array", "string"], "list<any>|text"),
            (&["file", "integer", "string"], "any"),
            (&["file"], "file"),
            (&["char"], "text"),
        ] {
            assert_eq!(of(names), (kind.to_owned(), Certainty::Likely), "{names:?}");
        }
    }

    #[test]
    fn references_are_never_sure() {
        for (name, kind) in [
            ("user", "integer"),
            ("sale_order.id", "integer"),
            ("crm_currency.CURRENCY", "text"),
            ("crm_status", "text"),
            ("crm_contact[]", "list<integer>"),
        ] {
            assert_eq!(of(&[name]), (kind.to_owned(), Certainty::Doubtful), "{name}");
        }
    }

    #[test]
    fn a_structure_of_the_page_is_an_object() {
        let section = typed(&["section[]"], true);
        assert_eq!(
            (section.kind.to_string().as_str(), section.holds),
            ("list<object>", true)
        );
        assert_eq!(typed(&["string"], true).kind, Kind::Text);
    }

    #[test]
    fn what_is_not_known_is_anything() {
        let trouble = |names: &[&str]| {
            let typed = typed(names, false);
            assert_eq!((typed.kind, typed.certainty), (Kind::Any, Certainty::Doubtful));
            typed.trouble.unwrap()
        };
        assert_eq!(trouble(&[]), Trouble::Missing);
        assert_eq!(trouble(&["section[]"]), Trouble::Unknown("section[]".to_owned()));
        assert_eq!(
            trouble(&["file", "date"]),
            Trouble::Choice("file | date".to_owned())
        );
    }
}
