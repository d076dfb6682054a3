//! How the rows of a list behind a given one are asked for: by a filter and an order of their ids.

use b24_catalog::{Api, Choice, Kind, Members, Method, Parameter, Scan, Sort};
use serde_json::Value;

use super::listing::parameter;
use crate::page::{Block, Page, Table, code_spans};
use crate::samples::Samples;

/// Names of what sorts, in small letters and without underscores; the last one takes a field only.
const ORDERS: &[&str] = &["order", "elementorder", "sort"];

/// What stands before a name in the key of a filter.
const OPERATORS: &[char] = &['<', '>', '=', '!', '%', '@', '?', '*', '~'];

/// How rows whose id is the field `id` are walked, where they can be filtered and sorted by it.
///
/// `row`: the first one that the page shows.
pub(super) fn scan(method: &Method, id: &str, row: &Value, page: &Page, samples: &Samples) -> Option<Scan> {
    // By a text nobody walks: how it is compared, the page does not tell.
    if !is_number(row.get(id)?) {
        return None;
    }
    let filter = parameter(method, &["filter"])?;
    let sort = sort(method)?;
    if method.api == Api::V2 && !compares(page) {
        return None;
    }
    let sorts = match &sort {
        Sort::Object(name) | Sort::Pair(name, _) => method.parameters.find(name),
    };
    let mut said = [Some(filter), sorts].into_iter().flatten();
    let key = said.find_map(|parameter| key(parameter, id, method, samples));
    Some(Scan {
        filter: filter.name.clone(),
        key: key.unwrap_or_else(|| id.to_owned()),
        sort,
    })
}

fn is_number(value: &Value) -> bool {
    match value {
        Value::Number(_) => true,
        Value::String(text) => !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit()),
        _ => false,
    }
}

fn sort(method: &Method) -> Option<Sort> {
    let takes_object =
        |parameter: &&Parameter| matches!(parameter.kind, Kind::Object | Kind::Either(Choice::ObjectOrList));
    let mut found = ORDERS.iter().filter_map(|name| parameter(method, &[name]));
    if let Some(order) = found.find(takes_object) {
        return Some(Sort::Object(order.name.clone()));
    }
    let [field, direction] = [parameter(method, &["sort"])?, parameter(method, &["order"])?];
    let texts = field.kind == Kind::Text && direction.kind == Kind::Text;
    texts.then(|| Sort::Pair(field.name.clone(), direction.name.clone()))
}

/// Whether the page says that a key of the filter may begin with `>`.
fn compares(page: &Page) -> bool {
    let mut blocks = page.sections.iter().flat_map(|section| &section.blocks);
    blocks.any(|block| match block {
        Block::Text(line) => has_comparison(&line.text),
        Block::Note(note) => note.lines.iter().any(|line| has_comparison(&line.text)),
        Block::Table(table) => table_compares(table),
        Block::Include(_) | Block::Tab(_) | Block::TabsEnd => false,
    })
}

fn table_compares(table: &Table) -> bool {
    let mut cells = table.rows.iter().flat_map(|row| &row.cells);
    cells.any(|cell| has_comparison(&cell.text()) || cell.tables.iter().any(table_compares))
}

fn has_comparison(text: &str) -> bool {
    code_spans(text).iter().any(|span| {
        let span = span.trim();
        span.starts_with('>') || span.contains("\">") || span.contains("'>")
    })
}

/// How the parameter spells the id: as the page tells, or as its examples do.
fn key(of: &Parameter, id: &str, method: &Method, samples: &Samples) -> Option<String> {
    let is_id = |name: &&str| name.eq_ignore_ascii_case(id);
    let none = Members::default();
    let members = of.members.as_ref().unwrap_or(&none);
    let mut told = members.list.iter().map(|member| member.name.as_str());
    if let Some(name) = told.find(is_id) {
        return Some(name.to_owned());
    }
    let requests = samples.requests().iter();
    let mut bodies = requests
        .filter(|request| request.method.eq_ignore_ascii_case(&method.name))
        .filter_map(|request| request.body.as_ref()?.as_object());
    bodies.find_map(|body| {
        let (_, value) = body
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(&of.name))?;
        let found = match value {
            Value::Object(keys) => keys
                .keys()
                .map(|key| key.trim_start_matches(OPERATORS))
                .find(is_id),
            Value::String(field) => Some(field.as_str()).filter(is_id),
            _ => None,
        };
        found.map(str::to_owned)
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::page::read;

    const COMPARES: &str = "# A\n\nA key may begin with `>=`.\n";

    fn of(parameters: &[(&str, Kind)], row: &Value, page: &str) -> Option<Scan> {
        let mut method = Method::new("a.list", Api::V2);
        let parameters = parameters.iter();
        method.parameters.list = parameters
            .map(|(name, kind)| Parameter::new(*name, kind.clone()))
            .collect();
        let id = if row.get("ID").is_some() { "ID" } else { "id" };
        scan(&method, id, row, &read(page), &Samples::of(page))
    }

    fn objects() -> [(&'static str, Kind); 2] {
        [("FILTER", Kind::Object), ("ELEMENT_ORDER", Kind::Object)]
    }

    #[test]
    fn by_a_filter_and_an_order() {
        let found = of(&objects(), &json!({"ID": "1"}), COMPARES).unwrap();
        assert_eq!((found.filter.as_str(), found.key.as_str()), ("FILTER", "ID"));
        assert_eq!(found.sort, Sort::Object("ELEMENT_ORDER".to_owned()));
        let two = [
            ("filter", Kind::Object),
            ("sort", Kind::Text),
            ("order", Kind::Text),
        ];
        let found = of(&two, &json!({"ID": 1}), COMPARES).unwrap();
        assert_eq!(found.sort, Sort::Pair("sort".to_owned(), "order".to_owned()));
    }

    #[test]
    fn the_id_is_spelled_as_in_examples() {
        let page = format!(
            "{COMPARES}\n```curl\ncurl -d '{{\"FILTER\":{{\">ID\":5}}}}' https://a.example/rest/a.list\n```\n"
        );
        assert_eq!(of(&objects(), &json!({"id": 1}), &page).unwrap().key, "ID");
        assert_eq!(of(&objects(), &json!({"id": 1}), COMPARES).unwrap().key, "id");
    }

    #[test]
    fn what_cannot_be_walked_by_id() {
        assert_eq!(of(&objects()[..1], &json!({"ID": "1"}), COMPARES), None);
        assert_eq!(of(&objects()[1..], &json!({"ID": "1"}), COMPARES), None);
        assert_eq!(of(&objects(), &json!({"ID": "NEW"}), COMPARES), None);
        assert_eq!(of(&objects(), &json!({"ID": "1"}), "# A\n\n`a => b`\n"), None);
    }
}
