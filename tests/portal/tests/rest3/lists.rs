//! `tasks.task.list`: filters, order, pages.

use b24_portal::Portal;

use super::{add, call, exception, invalid};

/// A portal with this many tasks, and the number of the first.
fn with_tasks(count: usize) -> (Portal, i64) {
    let portal = Portal::builder().unlimited().start().unwrap();
    for number in 0..count {
        add(&portal, &format!("Task {number}"));
    }
    let first = portal.tasks()[0].id;
    (portal, first)
}

/// The tasks that come back, counted from the first one.
fn listed(portal: &Portal, first: i64, parameters: &str) -> Vec<i64> {
    let answer = call(portal, "tasks.task.list", parameters);
    let items: serde_json::Value = serde_json::from_str(answer.result()).unwrap();
    let items = items["items"].as_array().unwrap();
    items
        .iter()
        .map(|item| item["id"].as_i64().unwrap() - first)
        .collect()
}

#[test]
fn rows_are_filtered() {
    let (portal, first) = with_tasks(5);
    let (second, fourth) = (first + 1, first + 3);
    for (filter, expected) in [
        ("[]".to_owned(), vec![0, 1, 2, 3, 4]),
        (format!(r#"[["id",{second}]]"#), vec![1]),
        (format!(r#"[["id","!=",{second}]]"#), vec![0, 2, 3, 4]),
        (format!(r#"[["id",">",{second}],["id","<",{fourth}]]"#), vec![2]),
        (
            format!(r#"[["id",">=",{second}],["id","<=",{fourth}]]"#),
            vec![1, 2, 3],
        ),
        (format!(r#"[["id",[{second},{fourth}]]]"#), vec![1, 3]),
        (format!(r#"[["id","in",[{fourth}]]]"#), vec![3]),
        (
            format!(r#"[["id","between",[{second},{fourth}]]]"#),
            vec![1, 2, 3],
        ),
        (
            format!(r#"[{{"logic":"or","conditions":[["id",{second}],["id",">",{fourth}]]}}]"#),
            vec![1, 4],
        ),
        (
            format!(r#"[{{"logic":"and","negative":true,"conditions":[["id",">",{second}]]}}]"#),
            vec![0, 1],
        ),
    ] {
        let parameters = format!(r#"{{"filter":{filter}}}"#);
        assert_eq!(listed(&portal, first, &parameters), expected, "{filter}");
    }
}

#[test]
fn rows_have_an_order_and_pages() {
    let (portal, first) = with_tasks(60);
    let page = |parameters: &str| listed(&portal, first, parameters);
    assert_eq!(page("{}").len(), 50);
    assert_eq!(page(r#"{"pagination":{"limit":1000}}"#).len(), 50);
    assert_eq!(page(r#"{"pagination":{"limit":2}}"#), [0, 1]);
    assert_eq!(page(r#"{"pagination":{"limit":2,"page":2}}"#), [2, 3]);
    assert_eq!(page(r#"{"pagination":{"limit":2,"page":2,"offset":5}}"#), [5, 6]);
    assert_eq!(page(r#"{"pagination":{"offset":58}}"#), [58, 59]);
    assert!(page(r#"{"pagination":{"offset":600}}"#).is_empty());
    assert_eq!(
        page(r#"{"order":{"id":"DESC"},"pagination":{"limit":2}}"#),
        [59, 58]
    );
}

#[test]
fn only_the_number_comes_unless_more_is_selected() {
    let (portal, first) = with_tasks(1);
    let answer = call(&portal, "tasks.task.list", "");
    assert_eq!(answer.result(), format!(r#"{{"items":[{{"id":{first}}}]}}"#));
    let answer = call(&portal, "tasks.task.list", r#"{"select":["title"]}"#);
    assert_eq!(answer.result(), r#"{"items":[{"title":"Task 0"}]}"#);
}

#[test]
fn what_cannot_be_read_is_refused() {
    let (portal, _) = with_tasks(1);
    let unreadable = |what: &str| {
        let text = format!("Cannot read the parameter `{}`", what.to_lowercase());
        exception(&format!("INVALID{what}"), &text)
    };
    for (parameters, body) in [
        (r#"{"filter":{"id":1}}"#, unreadable("FILTER")),
        (r#"{"filter":["id",1]}"#, unreadable("FILTER")),
        (
            r#"{"filter":[["id","like",1]]}"#,
            exception("UNKNOWNFILTEROPERATOR", "Unknown filter operator `like`"),
        ),
        (
            r#"{"filter":[["title","T"]]}"#,
            invalid(
                "title",
                "Field `title` must have the attribute `Filterable` for this request",
            ),
        ),
        (
            r#"{"filter":[["id","1"]]}"#,
            invalid("id", "Field `id` must be of type `int` in this request"),
        ),
        (r#"{"order":["id"]}"#, unreadable("ORDER")),
        (r#"{"order":{"id":"up"}}"#, unreadable("ORDER")),
        (r#"{"order":{"title":"ASC"}}"#, unreadable("ORDER")),
        (r#"{"pagination":{"limit":"abc"}}"#, unreadable("PAGINATION")),
        (r#"{"pagination":{"offset":-1}}"#, unreadable("PAGINATION")),
        (r#"{"select":"id"}"#, unreadable("SELECT")),
    ] {
        let answer = call(&portal, "tasks.task.list", parameters);
        assert_eq!(answer.failure(), (400, body.as_str()), "{parameters}");
    }
}
