//! What a declaration says of a list that is documented.

use b24_catalog::{Method, Paging, Sort};
use proc_macro2::Span;

use super::Lists;
use crate::errors::Errors;
use crate::model::At;
use crate::parse::ListOptions;
use crate::suggest::did_you_mean;

/// Something that an option says, and what is documented of the same.
struct Said<'a> {
    /// What it is, in words.
    what: &'static str,
    given: Option<&'a At<String>>,
    known: Option<&'a String>,
    /// Whether it is the name of a parameter.
    names_parameter: bool,
}

/// Compares what is said of a list with what is documented of the method.
pub(super) fn agrees(options: &ListOptions, list: Span, method: &Lists<'_>, errors: &mut Errors) {
    let Some(facts) = method.facts else {
        return;
    };
    let documented = facts.list.as_ref();
    let mut adds = documented.is_none() || options.item.is_some();
    for of in said(options, facts) {
        let Some(At { value: said, span }) = of.given else {
            continue;
        };
        if of.known == Some(said) {
            continue;
        }
        adds = true;
        if let Some(known) = of.known {
            let message = format!(
                "in the list of `{}` {} is called `{known}`: write that, or nothing, for it is documented",
                facts.name, of.what
            );
            errors.at(*span, message);
        } else if of.names_parameter {
            parameter(said, *span, facts, errors);
        }
    }
    if let Some(rows) = &options.rows
        && documented.is_some_and(|known| known.rows.is_none())
    {
        let message = format!("the list of `{}` is `result` itself: remove `rows`", facts.name);
        errors.at(rows.span, message);
    }
    if !adds {
        let message = format!("how `{}` lists is documented: remove `list`", facts.name);
        errors.warn(list, "list", message);
    }
}

fn said<'a>(options: &'a ListOptions, facts: &'a Method) -> [Said<'a>; 9] {
    let known = facts.list.as_ref();
    let scan = known.and_then(|known| known.scan.as_ref());
    let [sort, order] = match scan.map(|scan| &scan.sort) {
        None => [None, None],
        Some(Sort::Object(order)) => [None, Some(order)],
        Some(Sort::Pair(field, direction)) => [Some(field), Some(direction)],
    };
    let [offset, page] = match known.map(|known| &known.paging) {
        Some(Paging::Offset(offset)) => [Some(offset), None],
        Some(Paging::Page(page)) => [None, Some(page)],
        _ => [None, None],
    };
    let of = |what, said: &'a Option<At<String>>, known| Said {
        what,
        given: said.as_ref(),
        known,
        names_parameter: true,
    };
    let of_row = |what, said, known| Said {
        names_parameter: false,
        ..of(what, said, known)
    };
    [
        of_row(
            "what holds the rows",
            &options.rows,
            known.and_then(|known| known.rows.as_ref()),
        ),
        of_row(
            "the id of a row",
            &options.id,
            known.and_then(|known| known.id.as_ref()),
        ),
        of_row("the id, in a filter,", &options.key, scan.map(|scan| &scan.key)),
        of("the filter", &options.filter, scan.map(|scan| &scan.filter)),
        of("the order", &options.order, order),
        of("the field to sort by", &options.sort, sort),
        of("what selects fields", &options.select, None),
        of("the offset", &options.offset, offset),
        of("the number of the page", &options.page, page),
    ]
}

/// The name of a parameter must be one that there is.
fn parameter(name: &str, span: Span, facts: &Method, errors: &mut Errors) {
    let known = facts.parameters.list.iter().map(|known| known.name.as_str());
    if facts.parameters.more || known.clone().any(|known| known == name) {
        return;
    }
    let same = known.clone().find(|known| known.eq_ignore_ascii_case(name));
    let meant = same.map_or_else(
        || did_you_mean(name, known),
        |same| format!("; did you mean `{same}`?"),
    );
    errors.at(span, format!("`{}` has no parameter `{name}`{meant}", facts.name));
}
