//! The rules of paging, which are not the same everywhere.

use serde_json::Value;

use super::{LISTS, answer, ids, portal};

/// First and last row, `next` and `total` of 120 rows from `start` on.
fn page(method: &str, needs: &str, start: i64) -> (Vec<u64>, Value, Value) {
    let portal = portal();
    portal.fill(method, 120);
    let answer = answer(&portal, method, &format!(r#"{{{needs},"start":{start}}}"#));
    let ids = ids(&answer);
    let ends = [ids.first(), ids.last()].into_iter().flatten().copied();
    let told = |name: &str| answer.get(name).cloned().unwrap_or(Value::from("none"));
    (ends.collect(), told("next"), told("total"))
}

fn expected(rows: &[u64], next: impl Into<Value>, total: impl Into<Value>) -> (Vec<u64>, Value, Value) {
    (rows.to_vec(), next.into(), total.into())
}

#[test]
fn all_lists_agree_on_whole_pages() {
    for (method, needs) in LISTS {
        for (start, rows, next) in [
            (0, [1, 50], Value::from(50)),
            (50, [51, 100], Value::from(100)),
            (100, [101, 120], Value::from("none")),
        ] {
            assert_eq!(
                page(method, needs, start),
                expected(&rows, next, 120),
                "{method} {start}"
            );
        }
    }
}

#[test]
fn each_family_has_its_own_idea_of_the_rest() {
    for (method, needs) in LISTS {
        let (inside, beyond, uncounted) = match method {
            "user.get" => (
                expected(&[76, 120], "none", 120),
                expected(&[], "none", "none"),
                expected(&[1, 50], "none", 0),
            ),
            "crm.deal.list" | "lists.element.get" | "my.own.list" => (
                expected(&[51, 100], 100, 120),
                expected(&[1, 50], 50, 120),
                expected(&[1, 50], "none", 0),
            ),
            _ => (
                expected(&[51, 100], 100, 120),
                expected(&[], "none", 120),
                expected(&[1, 50], "none", "none"),
            ),
        };
        assert_eq!(page(method, needs, 75), inside, "{method}");
        assert_eq!(page(method, needs, 150), beyond, "{method}");
        assert_eq!(page(method, needs, -1), uncounted, "{method}");
    }
}

#[test]
fn rows_lie_where_each_method_has_them() {
    let portal = portal();
    for (method, needs) in LISTS {
        portal.fill(method, 1);
        let answer = answer(&portal, method, &format!("{{{needs}}}"));
        let at = match method {
            "catalog.product.list" => "/result/products/0/id",
            "crm.item.list" => "/result/items/0/id",
            "sale.order.list" => "/result/orders/0/id",
            "tasks.task.list" => "/result/tasks/0/id",
            _ => "/result/0/ID",
        };
        let is_text = at.ends_with("ID") || method == "tasks.task.list";
        let one = if is_text { Value::from("1") } else { Value::from(1) };
        assert_eq!(answer.pointer(at), Some(&one), "{method}");
    }
}

#[test]
fn an_empty_list_says_so() {
    let portal = portal();
    for (method, needs) in LISTS {
        portal.fill(method, 0);
        let answer = answer(&portal, method, &format!("{{{needs}}}"));
        assert!(ids(&answer).is_empty());
        let total = (method != "user.get").then_some(Value::from(0));
        assert_eq!(answer.get("total"), total.as_ref(), "{method}");
        assert_eq!(answer.get("next"), None);
    }
}

#[test]
fn a_batch_tells_of_pages_beside_them() {
    let portal = portal();
    portal.fill("crm.deal.list", 70);
    portal.fill("crm.item.list", 5..=7);
    let answer = answer(
        &portal,
        "batch",
        r#"{"cmd":{
            "a":"crm.deal.list?select[]=ID",
            "b":"crm.deal.list?select[]=ID&order[ID]=ASC&filter[>ID]=$result[a][49][ID]&start=-1",
            "c":"crm.item.list?entityTypeId=2&select[]=id",
            "d":"crm.item.list?entityTypeId=2&filter[>id]=$result[c][items][1][id]"}}"#,
    );
    let result = &answer["result"];
    assert_eq!(
        result["result_total"],
        serde_json::json!({"a": 70, "b": 0, "c": 3, "d": 1})
    );
    assert_eq!(result["result_next"], serde_json::json!({"a": 50}));
    let rows = result["result"]["b"].as_array().unwrap();
    assert_eq!((rows.len(), &rows[0]["ID"]), (20, &Value::from("51")));
    assert_eq!(result["result"]["d"]["items"][0]["id"], 7);
}
