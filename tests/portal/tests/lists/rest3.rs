//! Lists of REST 3.

use b24_portal::Portal;
use serde_json::Value;

use super::{ids, portal, wire};

fn call(portal: &Portal, method: &str, parameters: &str) -> Value {
    let webhook = portal.webhook().replacen("/rest/", "/rest/api/", 1);
    let answer = wire::post_json(&format!("{webhook}{method}"), parameters);
    serde_json::from_str(&answer.body).unwrap()
}

#[test]
fn pages_have_no_total() {
    let portal = portal();
    portal.fill("tasks.task.list", 120);
    for (parameters, first, count) in [
        ("{}", 1, 50),
        (r#"{"pagination":{"offset":100}}"#, 101, 20),
        (r#"{"pagination":{"limit":10,"page":3}}"#, 21, 10),
        (r#"{"pagination":{"limit":1000,"offset":7}}"#, 8, 50),
        (r#"{"order":{"id":"DESC"},"pagination":{"offset":1}}"#, 119, 50),
        (r#"{"filter":[["id",">",100],["id","<=",110]]}"#, 101, 10),
        (r#"{"filter":[["id",[5,7,900]]]}"#, 5, 2),
        (r#"{"filter":[["id","between",[30,40]],["id","!=",30]]}"#, 31, 10),
    ] {
        let answer = call(&portal, "tasks.task.list", parameters);
        let ids = ids(&answer);
        assert_eq!((ids[0], ids.len()), (first, count), "{parameters}");
        assert_eq!((answer.get("total"), answer.get("next")), (None, None));
    }
    let beyond = call(&portal, "tasks.task.list", r#"{"pagination":{"offset":120}}"#);
    assert!(ids(&beyond).is_empty());
    let fields = call(
        &portal,
        "tasks.task.list",
        r#"{"select":["id","title","noSuch"],"pagination":{"limit":1}}"#,
    );
    assert_eq!(
        fields["result"]["items"][0].to_string(),
        r#"{"id":1,"title":"Task 1"}"#
    );
}

#[test]
fn a_tail_goes_on_after_its_cursor() {
    let portal = portal();
    let events = portal.fill("main.eventlog.list", 2000);
    for (parameters, expected) in [
        (r#"{"cursor":{"limit":2}}"#, vec![1, 2]),
        (
            r#"{"cursor":{"field":"id","value":1998,"order":"ASC"}}"#,
            vec![1999, 2000],
        ),
        (r#"{"cursor":{"value":3,"order":"DESC"}}"#, vec![2, 1]),
        (r#"{"cursor":{"value":2000}}"#, vec![]),
    ] {
        assert_eq!(ids(&call(&portal, "main.eventlog.tail", parameters)), expected);
    }
    assert_eq!(ids(&call(&portal, "main.eventlog.tail", "{}")).len(), 50);
    let long = r#"{"cursor":{"limit":5000}}"#;
    assert_eq!(ids(&call(&portal, "main.eventlog.tail", long)).len(), 1000);
    events.insert(1);
    let fresh = call(&portal, "main.eventlog.tail", r#"{"cursor":{"value":2000}}"#);
    assert_eq!(ids(&fresh), [2001]);

    for (parameters, what) in [
        (r#"{"filter":[["id",">",1]]}"#, "FILTER"),
        (r#"{"cursor":{"limit":0}}"#, "PAGINATION"),
        (r#"{"cursor":{"limit":"many"}}"#, "PAGINATION"),
        (r#"{"cursor":7}"#, "PAGINATION"),
        (r#"{"cursor":{"order":"up"}}"#, "ORDER"),
    ] {
        let refused = call(&portal, "main.eventlog.tail", parameters);
        let code = format!("BITRIX_REST_V3_EXCEPTION_INVALID{what}EXCEPTION");
        assert_eq!(refused["error"]["code"], code, "{parameters}");
    }
}

#[test]
fn the_event_log_is_in_no_other_version() {
    let portal = portal();
    portal.fill("main.eventlog.list", 5);
    let page = call(&portal, "main.eventlog.list", r#"{"pagination":{"limit":1000}}"#);
    assert_eq!(ids(&page), [1, 2, 3, 4, 5]);
    for method in ["main.eventlog.list", "main.eventlog.tail"] {
        assert_eq!(super::call(&portal, method, "{}").status, 404);
    }
}
