//! Lists of made rows: pages, filters, fields, and rows that come and go.

#![allow(clippy::unwrap_used, reason = "in a test, what fails should stop it")]

mod changes;
mod families;
mod queries;
mod rest3;
mod size;
#[path = "../wire/mod.rs"]
mod wire;

use b24_portal::Portal;
use serde_json::Value;
use wire::{Response, post_json};

fn portal() -> Portal {
    Portal::builder().unlimited().start().unwrap()
}

fn call(portal: &Portal, method: &str, parameters: &str) -> Response {
    post_json(&format!("{}{method}", portal.webhook()), parameters)
}

fn answer(portal: &Portal, method: &str, parameters: &str) -> Value {
    let answer = call(portal, method, parameters);
    assert_eq!(answer.status, 200, "{method} {parameters}: {}", answer.body);
    serde_json::from_str(&answer.body).unwrap()
}

/// The rows of an answer, wherever they lie.
fn rows(answer: &Value) -> &Vec<Value> {
    let result = &answer["result"];
    let inside = || result.as_object()?.values().next()?.as_array();
    result.as_array().or_else(inside).unwrap()
}

/// The numbers of the rows.
fn ids(answer: &Value) -> Vec<u64> {
    let id = |row: &Value| {
        let id = row.get("ID").or(row.get("id")).unwrap();
        id.as_u64()
            .unwrap_or_else(|| id.as_str().unwrap().parse().unwrap())
    };
    rows(answer).iter().map(id).collect()
}

/// Every list with the parameters that it cannot do without.
const LISTS: [(&str, &str); 8] = [
    (
        "catalog.product.list",
        r#""select":["id","iblockId"],"filter":{"iblockId":23}"#,
    ),
    ("crm.deal.list", r#""select":[]"#),
    ("crm.item.list", r#""entityTypeId":2"#),
    ("lists.element.get", r#""IBLOCK_TYPE_ID":"lists","IBLOCK_ID":41"#),
    ("my.own.list", r#""select":[]"#),
    ("sale.order.list", r#""select":[]"#),
    ("tasks.task.list", r#""order":{"ID":"asc"}"#),
    ("user.get", r#""select":[]"#),
];
