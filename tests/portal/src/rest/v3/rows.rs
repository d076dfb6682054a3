//! Lists of made rows: `list` with its pages, `tail` with its cursor.

use super::{
    Failure, failures,
    filter::Filter,
    list::{Order, Page, Select},
};
use crate::{
    lists::{Listed, Lists},
    php::{Array, Value},
};

/// Rows of a page of the event log, at most.
const MOST: usize = 1000;

/// Rows that a tail has where nothing is said.
const TAIL: i64 = 50;

/// Answers a call of a list that was filled.
pub(super) fn answer(lists: &mut Lists, method: &str, parameters: &Array) -> Option<Result<Listed, Failure>> {
    if !lists.knows_3(method) {
        return None;
    }
    let cut = if method.rsplit('.').next() == Some("tail") {
        tail(parameters)
    } else {
        page(method, parameters)
    };
    let answered = cut.and_then(|cut| {
        let select = Select::of(parameters)?.or_id();
        let filter = Filter::of(parameters)?;
        let listed = lists.call_3(method, select.names(), |ids| {
            let ids = filter.of_ids(&ids.between(cut.from, cut.to));
            ids.window(cut.down, cut.offset, cut.limit)
        });
        listed.ok_or_else(|| failures::method_not_found(method))
    });
    Some(answered)
}

/// Which part of the rows.
struct Cut {
    from: u64,
    to: u64,
    down: bool,
    offset: u64,
    limit: u64,
}

fn page(method: &str, parameters: &Array) -> Result<Cut, Failure> {
    let page = if method.starts_with("tasks.") {
        Page::of(parameters)?
    } else {
        Page::at_most(parameters, MOST)?
    };
    Ok(Cut {
        from: 0,
        to: u64::MAX,
        down: Order::of(parameters)?.is_down(),
        offset: page.start(),
        limit: page.limit(),
    })
}

/// What comes after the cursor in its order; the field that it goes by cannot be filtered by too.
fn tail(parameters: &Array) -> Result<Cut, Failure> {
    let unreadable = || failures::unreadable("PAGINATION");
    let empty = Array::new();
    let cursor = match parameters.get("cursor") {
        None | Some(Value::Null) => &empty,
        Some(cursor) => cursor.as_array().ok_or_else(unreadable)?,
    };
    let field = cursor
        .get("field")
        .map_or_else(|| "id".to_owned(), Value::to_lossy);
    if field != "id" {
        return Err(failures::lacks_attribute(&field, "Sortable"));
    }
    if Filter::names(parameters, &field) {
        return Err(failures::unreadable("FILTER"));
    }
    let direction = cursor.get("order").map(Value::to_lossy).unwrap_or_default();
    let down = match direction.to_uppercase().as_str() {
        "" | "ASC" => false,
        "DESC" => true,
        _ => return Err(failures::unreadable("ORDER")),
    };
    let number = |name, absent| match cursor.get(name) {
        None | Some(Value::Null) => Ok(absent),
        Some(Value::Int(number)) => Ok(*number),
        Some(_) => Err(unreadable()),
    };
    let value = u64::try_from(number("value", 0)?).unwrap_or_default();
    let limit = u64::try_from(number("limit", TAIL)?).map_err(|_| unreadable())?;
    if limit == 0 {
        return Err(unreadable());
    }
    Ok(Cut {
        from: if down { 0 } else { value.saturating_add(1) },
        to: if down { value.saturating_sub(1) } else { u64::MAX },
        down,
        offset: 0,
        limit: limit.min(MOST as u64),
    })
}
