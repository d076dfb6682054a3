//! What can be asked of a list: filters, order, fields.

use b24_portal::Ids;

use super::{answer, call, ids, portal, rows};

#[test]
fn numbers_are_filtered_by_every_operator() {
    let portal = portal();
    portal.fill("crm.deal.list", Ids::every(10, 6));
    for (filter, expected) in [
        (r#"{">ID":30}"#, vec![40, 50, 60]),
        (r#"{">=ID":"30"}"#, vec![30, 40, 50, 60]),
        (r#"{"<ID":30}"#, vec![10, 20]),
        (r#"{"<=id":30}"#, vec![10, 20, 30]),
        (r#"{"<ID":0}"#, vec![]),
        (r#"{"ID":30}"#, vec![30]),
        (r#"{"=ID":35}"#, vec![]),
        (r#"{"ID":[60,10,11]}"#, vec![10, 60]),
        (r#"{"@ID":[60,10]}"#, vec![10, 60]),
        (r#"{"!ID":30,"!=ID":40}"#, vec![10, 20, 50, 60]),
        (r#"{"!@ID":[10,20,30]}"#, vec![40, 50, 60]),
        (r#"{">ID":10,"<=ID":30}"#, vec![20, 30]),
        (r#"{"CATEGORY_ID":0,">ID":50}"#, vec![60]),
        (r#"{"CATEGORY_ID":1}"#, vec![]),
        ("[]", vec![10, 20, 30, 40, 50, 60]),
    ] {
        let answer = answer(&portal, "crm.deal.list", &format!(r#"{{"filter":{filter}}}"#));
        assert_eq!(ids(&answer), expected, "{filter}");
        assert_eq!(answer["total"], expected.len());
    }
}

#[test]
fn each_list_spells_order_and_filter_its_own_way() {
    let portal = portal();
    for (method, parameters) in [
        ("crm.deal.list", r#""Order":{"ID":"DESC"},"FILTER":{"<ID":3}"#),
        (
            "crm.item.list",
            r#""entityTypeId":2,"order":{"id":"desc"},"filter":{"<id":3}"#,
        ),
        ("tasks.task.list", r#""order":{"ID":"desc"},"filter":{"<ID":3}"#),
        ("tasks.task.list", r#""filter":{"<ID":3}"#),
        ("user.get", r#""SORT":"ID","ORDER":"desc","FILTER":{"<ID":3}"#),
        (
            "lists.element.get",
            r#""IBLOCK_TYPE_ID":"lists","IBLOCK_ID":1,"ELEMENT_ORDER":{"ID":"desc"},"FILTER":{"<ID":3}"#,
        ),
        (
            "catalog.product.list",
            r#""select":["id","iblockId"],"order":{"id":"desc"},"filter":{"iblockId":23,"<id":3}"#,
        ),
        ("sale.order.list", r#""order":{"id":"desc"},"filter":{"<id":3}"#),
    ] {
        portal.fill(method, 10);
        let answer = answer(&portal, method, &format!("{{{parameters}}}"));
        assert_eq!(ids(&answer), [2, 1], "{method} {parameters}");
    }
    // Names are exact where they are not classic.
    let answer = answer(
        &portal,
        "tasks.task.list",
        r#"{"FILTER":{"<ID":3},"order":{"ID":"asc"}}"#,
    );
    assert_eq!(answer["total"], 10);
}

#[test]
fn only_the_fields_come_that_are_selected() {
    let portal = portal();
    for (method, parameters, expected) in [
        (
            "crm.deal.list",
            r#""select":["TITLE","NO_SUCH"]"#,
            r#"{"ID":"1","TITLE":"Deal 1"}"#,
        ),
        (
            "crm.item.list",
            r#""entityTypeId":2,"select":["title"]"#,
            r#"{"id":1,"title":"Item 1"}"#,
        ),
        (
            "tasks.task.list",
            r#""select":["ID","TITLE"]"#,
            r#"{"id":"1","title":"Task 1"}"#,
        ),
        ("sale.order.list", r#""select":["lid"]"#, r#"{"lid":"s1"}"#),
        (
            "user.get",
            r#""select":["EMAIL"]"#,
            r#"{"ID":"1","EMAIL":"user1@sandbox.example"}"#,
        ),
    ] {
        portal.fill(method, 1);
        let answer = call(&portal, method, &format!("{{{parameters}}}"));
        assert!(
            answer.result().contains(&format!("[{expected}]")),
            "{}",
            answer.body
        );
    }
}

#[test]
fn a_row_is_the_same_whenever_it_is_read() {
    let portal = portal();
    for method in ["crm.deal.list", "user.get"] {
        let list = portal.fill(method, 100);
        for parameters in ["{}", r#"{"start":50}"#, r#"{"filter":{">ID":3},"start":-1}"#] {
            let answer = answer(&portal, method, parameters);
            for (id, row) in ids(&answer).into_iter().zip(rows(&answer)) {
                let alone: serde_json::Value = serde_json::from_str(&list.row(id).unwrap()).unwrap();
                assert_eq!(*row, alone);
            }
        }
        assert_eq!(list.row(101), None);
    }
}

#[test]
fn what_a_portal_would_refuse_is_refused() {
    let portal = portal();
    let list = "lists.element.get";
    for (method, parameters, status, error, description) in [
        (
            "crm.deal.list",
            r#"{"filter":7}"#,
            400,
            "",
            "Parameter 'filter' must be array.",
        ),
        (
            "crm.deal.list",
            r#"{"order":"ID"}"#,
            400,
            "",
            "Parameter 'order' must be array.",
        ),
        (
            "crm.item.list",
            "{}",
            400,
            "100",
            "Could not find value for parameter {entityTypeId}",
        ),
        (
            "crm.item.list",
            r#"{"entityTypeId":2,"filter":{"X":1}}"#,
            400,
            "INVALID_ARG_VALUE",
            "Invalid filter: field 'X' is not allowed in filter",
        ),
        (
            list,
            r#"{"IBLOCK_ID":1}"#,
            400,
            "ERROR_REQUIRED_PARAMETERS_MISSING",
            "Required parameter `IBLOCK_TYPE_ID` is missing",
        ),
        (
            "catalog.product.list",
            r#"{"select":["id"]}"#,
            400,
            "0",
            "Required select fields: id, iblockId",
        ),
        (
            "catalog.product.list",
            r#"{"select":["id","iblockId"]}"#,
            400,
            "0",
            "Required filter fields: iblockId",
        ),
    ] {
        portal.fill(method, 1);
        let refused = call(&portal, method, parameters);
        let body: serde_json::Value = serde_json::from_str(&refused.body).unwrap();
        assert_eq!(
            (refused.status, &body["error"], &body["error_description"]),
            (status, &error.into(), &description.into()),
            "{method} {parameters}"
        );
    }
}

#[test]
fn what_a_portal_could_do_and_the_sandbox_cannot_is_said() {
    let portal = portal();
    portal.fill("crm.deal.list", 10);
    for parameters in [
        r#"{"filter":{"TITLE":"x"}}"#,
        r#"{"filter":{"%TITLE":"x"}}"#,
        r#"{"filter":{"NO_SUCH":1}}"#,
        r#"{"order":{"TITLE":"ASC"}}"#,
    ] {
        let refused = call(&portal, "crm.deal.list", parameters);
        assert_eq!(refused.status, 501, "{parameters}");
        assert!(refused.body.starts_with("b24-portal: "), "{}", refused.body);
    }
}

#[test]
fn a_list_is_unknown_until_it_is_filled_and_scripts_come_first() {
    let portal = portal();
    assert_eq!(call(&portal, "crm.deal.list", "{}").status, 404);
    let deals = portal.fill("CRM.Deal.List", 3);
    assert_eq!(ids(&answer(&portal, "crm.deal.LIST", "{}")), [1, 2, 3]);
    portal.answer_once("crm.deal.list", b24_portal::Answer::result(r#"[{"ID":"9"}]"#));
    assert_eq!(ids(&answer(&portal, "crm.deal.list", "{}")), [9]);
    assert_eq!((deals.calls(), portal.executions("crm.deal.list")), (1, 2));
}
