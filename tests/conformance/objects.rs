//! Objects of declared members, within the parameters of a method.

use std::collections::BTreeMap;

use b24::{Problem, b24_enum, b24_method, b24_object};
use serde_json::json;

#[b24_enum]
#[derive(Debug, Clone, PartialEq)]
enum ValueType {
    Work,
    Home,
}

/// A value of a multiple field.
#[b24_object(parameter)]
#[derive(Debug, Clone, PartialEq)]
struct Phone {
    #[b24(required, length = 3..)]
    value: String,
    value_type: Option<ValueType>,
}

#[b24_object(parameter)]
#[derive(Debug, Clone, PartialEq)]
struct Deal {
    #[b24(required, length = 1..=255)]
    title: String,
    #[b24(range = 0.0..)]
    opportunity: Option<f64>,
    #[b24(items = ..=2)]
    phone: Option<Vec<Phone>>,
    #[b24(conflicts = [company_id])]
    contact_id: Option<u64>,
    company_id: Option<u64>,
    #[b24(secret)]
    phones_of: Option<BTreeMap<String, Phone>>,
    #[b24(flatten)]
    custom: BTreeMap<String, serde_json::Value>,
}

#[b24_method("crm.deal.add", rename_all = "camelCase")]
struct DealAdd {
    #[b24(required)]
    fields: Deal,
    params: Option<Json>,
}

type Json = serde_json::Value;

#[test]
fn an_object_is_sent_as_one() {
    let deal = Deal::new("Boat")
        .phone([Phone::new("+49").value_type(ValueType::Work)])
        .custom([("UF_CRM_1", json!([1]))]);
    let call = DealAdd::new(deal);
    assert_eq!(
        serde_json::to_string(&call).unwrap(),
        r#"{"fields":{"TITLE":"Boat","PHONE":[{"VALUE":"+49","VALUE_TYPE":"WORK"}],"UF_CRM_1":[1]}}"#
    );
    assert!(call.validate().is_ok());
}

#[test]
fn a_violation_within_has_the_whole_path() {
    let phones = [Phone::new("+49"), Phone::new("1")];
    let deal = Deal::new("").opportunity(-1.0).phone(phones);
    let error = DealAdd::new(deal).validate().unwrap_err();
    assert_eq!(
        error.to_string(),
        "crm.deal.add was not called: 3 parameters are wrong\n  \
         `fields.TITLE`: is required, but not given or empty\n  \
         `fields.OPPORTUNITY`: -1.0 is out of range; allowed is 0.0..\n  \
         `fields.PHONE[1].VALUE`: \"1\" has 1 characters; allowed are at least 3"
    );
}

#[test]
fn relations_hold_within() {
    let error = DealAdd::new(Deal::new("Boat").contact_id(1).company_id(2))
        .validate()
        .unwrap_err();
    let [violation] = error.violations() else {
        panic!("{error}");
    };
    assert_eq!(violation.path(), "fields.CONTACT_ID");
    assert_eq!(violation.problem(), &Problem::Conflict { other: "COMPANY_ID" });
}

#[test]
fn what_is_in_a_secret_is_secret() {
    let phones = [("office", Phone::new("0"))];
    let error = DealAdd::new(Deal::new("Boat").phones_of(phones))
        .validate()
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "crm.deal.add was not called: `fields.PHONES_OF.office.VALUE`: (secret) has 1 characters; \
         allowed are at least 3"
    );
    let allowed = DealAdd::new(Deal::new("Boat").opportunity(-1.0)).validate();
    assert!(allowed.unwrap_err().to_string().contains("-1.0"));
}

#[test]
fn a_further_member_is_none_of_the_declared() {
    let deal = Deal::new("Boat").custom([("TITLE", json!("Ship"))]);
    let error = DealAdd::new(deal).validate().unwrap_err();
    assert_eq!(error.violations()[0].path(), "fields.TITLE");
    assert_eq!(error.violations()[0].problem(), &Problem::Declared);
}

/// The portal repeats what it was given, and this is not shown.
#[test]
fn a_secret_within_is_blotted_out_of_an_answer() {
    let portal = b24_portal::Portal::start().unwrap();
    portal.answer(
        "crm.deal.add",
        b24_portal::Answer::error(400, "WRONG", "no phone +4917612345"),
    );
    let client = b24::Client::webhook(portal.webhook()).unwrap();
    let deal = Deal::new("Boat").phones_of([("office", Phone::new("+4917612345"))]);
    let error = DealAdd::new(deal).call(&client).unwrap_err();
    assert!(error.to_string().contains("no phone ***"), "{error}");
}

#[b24_object(parameter, rename_all = "camelCase", default)]
#[derive(Debug, Clone, PartialEq)]
struct Paging {
    #[b24(range = 1..=50)]
    page_size: Option<u64>,
}

#[b24_method("crm.item.list", rename_all = "camelCase")]
struct ItemList {
    #[b24(flatten)]
    paging: Paging,
    #[b24(flatten)]
    further: Option<Paging>,
}

#[test]
fn an_object_is_spread_among_the_parameters() {
    let call = ItemList::new().paging(Paging::new().page_size(60));
    assert_eq!(serde_json::to_string(&call).unwrap(), r#"{"pageSize":60}"#);
    let error = call.validate().unwrap_err();
    assert_eq!(
        error.to_string(),
        "crm.item.list was not called: `pageSize`: 60 is out of range; allowed is 1..=50"
    );
    let call = ItemList::new().further(Paging::new().page_size(0));
    assert_eq!(serde_json::to_string(&call).unwrap(), r#"{"pageSize":0}"#);
    assert!(call.validate().is_err());
}
