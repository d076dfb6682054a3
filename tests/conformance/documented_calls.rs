//! Documented methods from the declaration to the answer, with an object and a filter in them.
#![allow(dead_code)] // what is declared to be sent is not read

use b24::{Client, Effect, Error, Filter, Id, Method, Order, Outcome, Select, b24_method, b24_object};
use b24_portal::{Answer, Portal};
use serde_json::json;

#[b24_method("crm.item.add", returns = Deal, at = "item")]
#[derive(Debug, Clone)]
struct ItemAdd {
    #[b24(required)]
    entity_type_id: u64,
    #[b24(required)]
    fields: DealFields,
}

#[b24_object("crm.item.add", "fields", parameter)]
#[derive(Debug, Clone)]
struct DealFields {
    #[b24(required)]
    title: String,
    opportunity: Option<f64>,
    opened: Option<bool>,
    storage_type_id: Option<u64>,
    /// Custom fields of the portal, and the link to a type of its own: known by their beginning.
    uf_crm_1721244482250: Option<String>,
    parent_id_1220: Option<u64>,
    /// The page does not have it.
    #[b24(unlisted)]
    is_new: Option<bool>,
}

#[b24_object(result, rename_all = "camelCase")]
#[derive(Debug, PartialEq)]
struct Deal {
    id: Id,
    title: String,
    opportunity: f64,
    opened: bool,
}

fn portal() -> (Portal, Client) {
    let portal = Portal::start().unwrap();
    let client = Client::webhook(portal.webhook()).unwrap();
    (portal, client)
}

#[test]
fn an_item_is_added_as_documented_and_decoded_as_declared() {
    let (portal, client) = portal();
    let item = r#"{"item":{"id":"17","title":"Boat","opportunity":"12.50","opened":"Y","stageId":"NEW"}}"#;
    portal.answer("crm.item.add", Answer::result(item));

    let fields = DealFields::new("Boat")
        .opportunity(12.5)
        .opened(true)
        .uf_crm_1721244482250("blue")
        .parent_id_1220(5)
        .is_new(true);
    let added = ItemAdd::new(2, fields).call(&client).unwrap().result;

    let deal = Deal {
        id: Id::new(17),
        title: "Boat".to_owned(),
        opportunity: 12.5,
        opened: true,
    };
    assert_eq!(added, deal);
    let received = portal.requests().pop().unwrap();
    assert_eq!(received.method(), "crm.item.add");
    assert_eq!(
        received.json().unwrap(),
        json!({
            "entityTypeId": 2,
            "fields": {
                "title": "Boat", "opportunity": 12.5, "opened": "Y",
                "ufCrm1721244482250": "blue", "parentId1220": 5, "isNew": true,
            },
        })
    );
}

#[test]
fn what_is_documented_of_a_member_is_checked_before_the_call() {
    let (portal, client) = portal();
    let refused = ItemAdd::new(2, DealFields::new("").storage_type_id(7)).call(&client);
    let Err(Error::Invalid(invalid)) = refused else {
        panic!("{refused:?}");
    };
    let paths: Vec<&str> = invalid.violations().iter().map(b24::Violation::path).collect();
    assert_eq!(paths, ["fields.title", "fields.storageTypeId"]);
    assert!(portal.requests().is_empty());
}

#[test]
fn a_documented_refusal_is_matched_by_its_name() {
    let (portal, client) = portal();
    let refusal = Answer::error(400, "CRM_FIELD_ERROR_VALUE_NOT_VALID", "The field is wrong");
    portal.answer("crm.item.add", refusal);
    let add = ItemAdd::new(2, DealFields::new("Boat"));
    let error = add.call(&client).unwrap_err();
    assert_eq!(
        error.code::<ItemAdd>(),
        Some(ItemAddCode::CrmFieldErrorValueNotValid)
    );
    assert_eq!(error.outcome(), Outcome::NotExecuted);
}

#[b24_method("crm.item.list", returns = Vec<Deal>, at = "items")]
#[derive(Debug, Clone)]
struct ItemList {
    #[b24(required)]
    entity_type_id: u64,
    select: Option<Select>,
    filter: Option<Filter>,
    order: Option<Order>,
    start: Option<u64>,
}

#[test]
fn items_are_listed_by_a_filter() {
    let (portal, client) = portal();
    let rows = r#"{"items":[{"id":1,"title":"Boat","opportunity":1000,"opened":"N"}]}"#;
    portal.answer("crm.item.list", Answer::page(rows, Some(100), 120));

    let big = Filter::new()
        .at_least("opportunity", 1000)
        .one_of("stageId", ["NEW", "WON"])
        .any([Filter::new().is("opened", "N"), Filter::new().is("title", "Boat")]);
    let list = ItemList::new(2)
        .select(["id", "title", "opportunity", "opened"])
        .filter(big)
        .order(Order::new().descending("id"))
        .start(50);
    let page = list.call(&client).unwrap();

    assert_eq!(
        (page.result.len(), page.next, page.total),
        (1, Some(100), Some(120))
    );
    assert_eq!((page.result[0].id, page.result[0].opened), (Id::new(1), false));
    assert_eq!(ItemList::EFFECT, Effect::Read);
    assert_eq!(
        portal.requests()[0].json().unwrap(),
        json!({
            "entityTypeId": 2,
            "select": ["id", "title", "opportunity", "opened"],
            "filter": {
                ">=opportunity": 1000, "@stageId": ["NEW", "WON"],
                "0": {"logic": "OR", "0": {"opened": "N"}, "1": {"title": "Boat"}},
            },
            "order": {"id": "DESC"},
            "start": 50,
        })
    );
}
