//! How to walk what a method lists.

use b24_catalog::{Api, Effect, List, Method, Paging, Parameter};
use serde_json::Value;

use super::answer::Shown;
use super::scan::scan;
use crate::page::Page;
use crate::samples::Samples;

/// What asks for pages, by a parameter of this name.
type By = fn(String) -> Paging;

/// Names by which a page is asked for, in small letters and without underscores.
const PAGINGS: &[(&[&str], By)] = &[
    (&["pagination"], |_| Paging::Pagination),
    (&["start"], |_| Paging::Start),
    (
        &["cursor", "aftercursor", "lastid", "firstid", "lastmessageid"],
        Paging::Cursor,
    ),
    (&["offset"], Paging::Offset),
    (&["page", "pagenumber", "inumpage"], Paging::Page),
];

/// Fields by which a row is known, the surest first.
const IDS: &[&str] = &["id", "ID", "Id"];

pub(super) fn listing(
    method: &Method,
    shown: Option<&Shown>,
    page: &Page,
    samples: &Samples,
) -> Option<List> {
    // Nobody walks what changes as it is read, nor what tells its parameters apart by their places.
    if method.effect == Effect::Write || method.positional {
        return None;
    }
    if parameter(method, &["pagenavigation", "navparams"]).is_some() {
        return None;
    }
    let shown = shown?;
    let (rows, row) = rows(&shown.result)?;
    let paging = paging(method).or(shown.pages.then_some(Paging::Start))?;
    // REST 3 has no `start`, and no other interface has its pagination.
    let foreign = if method.api == Api::V3 {
        Paging::Start
    } else {
        Paging::Pagination
    };
    if paging == foreign {
        return None;
    }
    let id = IDS.iter().find(|id| row.get(**id).is_some());
    // What follows a row that the parameter names is another way of the same.
    let scan = id
        .filter(|_| !matches!(paging, Paging::Cursor(_)))
        .and_then(|id| scan(method, id, row, page, samples));
    Some(List {
        rows,
        id: id.map(|id| (*id).to_owned()),
        paging,
        scan,
    })
}

fn paging(method: &Method) -> Option<Paging> {
    PAGINGS.iter().find_map(|(names, paging)| {
        let parameter = parameter(method, names)?;
        Some(paging(parameter.name.clone()))
    })
}

/// The parameter that has one of the names, which are in small letters and without underscores.
pub(super) fn parameter<'a>(method: &'a Method, names: &[&str]) -> Option<&'a Parameter> {
    let bare = |name: &str| name.to_lowercase().replace('_', "");
    let mut parameters = method.parameters.list.iter();
    parameters.find(|parameter| names.contains(&bare(&parameter.name).as_str()))
}

/// Where the rows lie, and the first of them: in `result` itself, or under its only key with a list of
/// objects.
fn rows(result: &Value) -> Option<(Option<String>, &Value)> {
    let first = |value: &'_ Value| {
        value
            .as_array()?
            .first()
            .filter(|row| row.is_object())
            .map(|_| ())
    };
    if first(result).is_some() {
        return Some((None, &result[0]));
    }
    let mut lists = result
        .as_object()?
        .iter()
        .filter(|(_, value)| first(value).is_some());
    let (key, rows) = lists.next()?;
    lists.next().is_none().then(|| (Some(key.clone()), &rows[0]))
}

#[cfg(test)]
mod tests {
    use b24_catalog::{Kind, Parameter};
    use serde_json::json;

    use super::super::answer::unwrapped;
    use super::*;

    fn of(parameters: &[&str], shown: &Value) -> Option<(Option<String>, Option<String>, Paging)> {
        let mut method = Method::new("a.list", Api::V2);
        method.parameters.list = parameters
            .iter()
            .map(|name| Parameter::new(*name, Kind::Any))
            .collect();
        method.effect = Effect::Read;
        let List { rows, id, paging, .. } = listing(
            &method,
            unwrapped(shown).as_ref(),
            &Page::default(),
            &Samples::default(),
        )?;
        Some((rows, id, paging))
    }

    #[test]
    fn rows_and_paging() {
        let key = |key: &str| Some(key.to_owned());
        assert_eq!(
            of(&[], &json!({"result": [{"ID": "1"}], "total": 1})),
            Some((None, key("ID"), Paging::Start))
        );
        assert_eq!(
            of(&["start"], &json!({"result": {"items": [{"id": 1}]}})),
            Some((key("items"), key("id"), Paging::Start))
        );
        assert_eq!(
            of(
                &["LIMIT", "OFFSET"],
                &json!({"result": {"a": [{"b": 1}], "c": 2}})
            ),
            Some((key("a"), None, Paging::Offset("OFFSET".to_owned())))
        );
    }

    #[test]
    fn what_has_no_pages_is_no_list() {
        assert_eq!(of(&["filter"], &json!({"result": [{"ID": "1"}]})), None);
        assert_eq!(of(&["start"], &json!({"result": true})), None);
        assert_eq!(
            of(&["start"], &json!({"result": {"a": [{"b": 1}], "c": [{"d": 1}]}})),
            None
        );
        assert_eq!(of(&["pagination"], &json!({"result": [{"ID": "1"}]})), None);
    }
}
