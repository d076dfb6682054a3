//! How a method lists: as documented, or as the declaration says.

mod known;

use b24_catalog::Api;

use crate::errors::Errors;
use crate::model::{At, Cursor, List, Paging, Sort, Structure};
use crate::parse::ListOptions;
use known::agrees;

/// A method, as far as its list is concerned.
pub(super) struct Lists<'a> {
    pub(super) api: Api,
    /// The member of `result` that is returned.
    pub(super) at: Option<&'a str>,
    pub(super) facts: Option<&'a b24_catalog::Method>,
    pub(super) structure: &'a Structure,
}

/// How the method is walked; `None` where it is no list, or is not known to be one.
pub(super) fn check(
    options: Option<At<ListOptions>>,
    method: &Lists<'_>,
    errors: &mut Errors,
) -> Option<List> {
    let documented = method.facts.and_then(|facts| facts.list.as_ref());
    let Some(At { value: options, span }) = options else {
        let rows = documented?.rows.as_deref();
        // What else is taken out of the result are not the rows.
        let fits = method.at.is_none() || method.at == rows;
        return fits.then(|| ListOptions::default().with(method))?;
    };
    agrees(&options, span, method, errors);
    contradictions(&options, method, errors);
    options.with(method)
}

impl ListOptions {
    /// What they say, and what is known beside.
    fn with(self, method: &Lists<'_>) -> Option<List> {
        let documented = method.facts.and_then(|facts| facts.list.as_ref());
        let value = |option: &Option<At<String>>| option.as_ref().map(|option| option.value.clone());
        let paging = match (value(&self.offset), value(&self.page)) {
            (Some(offset), _) => Paging::Offset(offset),
            (None, Some(page)) => Paging::Page(page),
            (None, None) => match documented.map(|list| &list.paging) {
                None if method.api == Api::V3 => Paging::Pagination,
                None | Some(b24_catalog::Paging::Start) => Paging::Start,
                Some(b24_catalog::Paging::Pagination) => Paging::Pagination,
                Some(b24_catalog::Paging::Offset(offset)) => Paging::Offset(offset.clone()),
                Some(b24_catalog::Paging::Page(page)) => Paging::Page(page.clone()),
                Some(b24_catalog::Paging::Cursor(_)) if method.api == Api::V3 => Paging::Tail,
                // What it takes of the page before is told in words only.
                Some(b24_catalog::Paging::Cursor(_)) => return None,
            },
        };
        let rows = documented.map_or_else(|| method.at.map(str::to_owned), |list| list.rows.clone());
        Some(List {
            rows: value(&self.rows).or(rows),
            cursor: self.cursor(&paging, method),
            paging,
            item: self.item.map(|item| item.value),
        })
    }

    fn cursor(&self, paging: &Paging, method: &Lists<'_>) -> Option<Cursor> {
        let documented = method.facts.and_then(|facts| facts.list.as_ref());
        let scan = documented.and_then(|list| list.scan.as_ref());
        let value = |option: &Option<At<String>>| option.as_ref().map(|option| option.value.clone());
        let known = documented.and_then(|list| list.id.clone());
        // Documented alone, an id is not yet one to filter by.
        let id = value(&self.id).or_else(|| scan.and(known))?;
        let named = |name: &str| method.parameter(name);
        let sort = match (value(&self.sort), value(&self.order), scan) {
            (Some(field), direction, _) => {
                let direction = direction.or_else(|| named("order"));
                Sort::Pair(field, direction.unwrap_or_else(|| "order".to_owned()))
            }
            (None, Some(order), _) => Sort::Object(order),
            (None, None, Some(scan)) => match &scan.sort {
                b24_catalog::Sort::Object(order) => Sort::Object(order.clone()),
                b24_catalog::Sort::Pair(field, direction) => Sort::Pair(field.clone(), direction.clone()),
            },
            (None, None, None) => Sort::Object(named("order").unwrap_or_else(|| "order".to_owned())),
        };
        let filter = value(&self.filter)
            .or_else(|| scan.map(|scan| scan.filter.clone()))
            .or_else(|| named("filter"));
        Some(Cursor {
            key: value(&self.key)
                .or_else(|| scan.map(|scan| scan.key.clone()))
                .unwrap_or_else(|| id.clone()),
            id,
            filter: filter.unwrap_or_else(|| "filter".to_owned()),
            sort,
            select: value(&self.select).or_else(|| named("select")),
            uncounted: *paging == Paging::Start,
        })
    }
}

impl Lists<'_> {
    /// The parameter of this name, but for its case: as documented, or as it is declared.
    fn parameter(&self, name: &str) -> Option<String> {
        let documented = self.facts.iter().flat_map(|facts| &facts.parameters.list);
        let documented = documented.map(|parameter| parameter.name.as_str());
        let declared = self.structure.parameters();
        let declared = declared.map(|(_, parameter)| parameter.wire.value.as_str());
        let mut names = documented.chain(declared);
        names
            .find(|known| known.eq_ignore_ascii_case(name))
            .map(str::to_owned)
    }
}

/// What says two things at once.
fn contradictions(options: &ListOptions, method: &Lists<'_>, errors: &mut Errors) {
    if let (Some(rows), Some(at)) = (&options.rows, method.at)
        && rows.value != at
    {
        let message = format!(
            "`at` takes `{at}` out of the result, and there are no rows of `{}` beside it: remove one of both",
            rows.value
        );
        errors.at(rows.span, message);
    }
    if let (Some(_), Some(page)) = (&options.offset, &options.page) {
        let message = "a page is asked for by `offset` or by `page`: remove one of both";
        errors.at(page.span, message);
    }
    let documented = method.facts.and_then(|facts| facts.list.as_ref());
    let scans = options.id.is_some() || documented.is_some_and(|list| list.scan.is_some());
    if scans {
        return;
    }
    let of_ids: [(&str, &Option<At<String>>); 5] = [
        ("key", &options.key),
        ("filter", &options.filter),
        ("order", &options.order),
        ("sort", &options.sort),
        ("select", &options.select),
    ];
    for (option, given) in of_ids {
        if let Some(At { span, .. }) = given {
            let message = format!(
                "`{option}` is for rows that are walked by an id, and none is named: add `id = \"ID\"`, the field of a row"
            );
            errors.at(*span, message);
        }
    }
}
