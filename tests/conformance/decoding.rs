//! Objects of declared members, out of answers.

use std::collections::BTreeMap;

use b24::{Client, Error, Id, Patch, YesNo, b24_enum, b24_method, b24_object};
use b24_portal::{Answer, Portal};
use serde_json::{Value, json};

#[b24_enum]
#[derive(Debug, Clone, PartialEq)]
enum Stage {
    New,
    #[b24(other)]
    Other(String),
}

#[b24_object(result)]
#[derive(Debug, Clone, PartialEq)]
struct Phone {
    id: Id,
    value: String,
}

#[b24_object(result)]
#[derive(Debug, Clone, PartialEq)]
struct Deal {
    id: Id,
    title: String,
    stage_id: Stage,
    opportunity: Option<f64>,
    opened: bool,
    closed: Option<YesNo>,
    comments: Option<String>,
    phone: Vec<Phone>,
    links: BTreeMap<String, u64>,
    note: Patch<String>,
    #[b24(default = "EUR")]
    currency_id: String,
    #[b24(skip)]
    seen: bool,
    #[b24(flatten)]
    custom: BTreeMap<String, Value>,
}

fn deal(json: &Value) -> Result<Deal, serde_json::Error> {
    serde_json::from_value(json.clone())
}

fn full() -> Value {
    json!({
        "ID": "7", "TITLE": "Boat", "STAGE_ID": "NEW", "OPPORTUNITY": "12.50", "OPENED": "Y",
        "CLOSED": "N", "COMMENTS": "fast", "PHONE": [{"ID": 1, "VALUE": "+49"}], "LINKS": {"a": "1"},
        "NOTE": "new", "CURRENCY_ID": "USD", "UF_CRM_1": [1],
    })
}

#[test]
fn members_are_decoded_by_name() {
    let deal = deal(&full()).unwrap();
    assert_eq!(
        deal,
        Deal {
            id: Id::from(7),
            title: "Boat".to_owned(),
            stage_id: Stage::New,
            opportunity: Some(12.5),
            opened: true,
            closed: Some(YesNo::No),
            comments: Some("fast".to_owned()),
            phone: vec![Phone {
                id: Id::from(1),
                value: "+49".to_owned()
            }],
            links: BTreeMap::from([("a".to_owned(), 1)]),
            note: Patch::Set("new".to_owned()),
            currency_id: "USD".to_owned(),
            seen: false,
            custom: BTreeMap::from([("UF_CRM_1".to_owned(), json!([1]))]),
        }
    );
}

#[test]
fn what_may_be_absent_may_be_absent() {
    let deal = deal(&json!({"ID": 7, "TITLE": "", "STAGE_ID": "WON", "OPENED": 0})).unwrap();
    assert_eq!((deal.opportunity, deal.comments), (None, None));
    assert_eq!((deal.phone, deal.links), (Vec::new(), BTreeMap::new()));
    assert_eq!(deal.note, Patch::Keep);
    assert_eq!(deal.currency_id, "EUR");
    assert_eq!(deal.stage_id, Stage::Other("WON".to_owned()));
    assert!(deal.custom.is_empty());
}

#[test]
fn php_writes_nothing_in_several_ways() {
    for nothing in [json!(null), json!(""), json!(false), json!([])] {
        let mut json = full();
        for member in ["OPPORTUNITY", "COMMENTS", "PHONE", "LINKS"] {
            json[member] = nothing.clone();
        }
        let deal = deal(&json).unwrap();
        assert_eq!((deal.opportunity, deal.comments), (None, None), "{nothing}");
        assert!(deal.phone.is_empty() && deal.links.is_empty(), "{nothing}");
    }
}

#[test]
fn a_member_that_must_be_there_is_missed_by_name() {
    let mut json = full();
    json.as_object_mut().unwrap().remove("TITLE");
    assert_eq!(deal(&json).unwrap_err().to_string(), "missing field `TITLE`");
}

/// The commonest reason: names that are written in another style.
#[test]
fn a_member_of_another_style_is_pointed_out() {
    #[b24_object(result)]
    #[derive(Debug)]
    #[expect(dead_code, reason = "decoded only")]
    struct Task {
        parent_id: u64,
    }
    let error = serde_json::from_str::<Task>(r#"{"parentId":5}"#)
        .unwrap_err()
        .to_string();
    assert!(
        error.starts_with("missing field `PARENT_ID`, but there is \"parentId\": `rename_all` or `rename`"),
        "{error}"
    );
}

#[test]
fn a_default_stands_where_nothing_is() {
    for nothing in [json!(null), json!(""), json!(false)] {
        let mut json = full();
        json["CURRENCY_ID"] = nothing;
        assert_eq!(deal(&json).unwrap().currency_id, "EUR");
    }
}

/// PHP writes an object without members as an empty list.
#[test]
fn an_empty_list_is_an_object_without_members() {
    #[b24_object(result)]
    #[derive(Debug, PartialEq)]
    struct Settings {
        limit: Option<u64>,
    }
    let settings: Settings = serde_json::from_str("[]").unwrap();
    assert_eq!(settings, Settings { limit: None });
    let error = serde_json::from_str::<Settings>("[1]").unwrap_err();
    assert_eq!(
        error.to_string(),
        "invalid type: sequence, expected an object, `Settings` at line 1 column 3"
    );
    assert!(serde_json::from_str::<Deal>("[]").is_err());
}

#[test]
fn a_default_stands_for_what_is_absent_and_for_nothing_else() {
    #[b24_object(result)]
    struct Deal {
        #[b24(default = "EUR")]
        currency: Option<String>,
        #[b24(default = [1])]
        stages: Vec<u64>,
    }
    let deal: Deal = serde_json::from_str("{}").unwrap();
    assert_eq!((deal.currency.as_deref(), deal.stages), (Some("EUR"), vec![1]));
    let deal: Deal = serde_json::from_str(r#"{"CURRENCY":"","STAGES":[]}"#).unwrap();
    assert_eq!((deal.currency, deal.stages), (None, Vec::new()));
}

/// Both ways: what is read can be changed and sent back.
#[b24_object]
#[derive(Debug, Clone, PartialEq)]
struct Contact {
    #[b24(required, length = 1..=50)]
    name: String,
    birthdate: Option<String>,
    #[b24(flatten)]
    custom: BTreeMap<String, Value>,
}

#[test]
fn an_object_goes_both_ways() {
    let text = r#"{"NAME":"Ann","UF_1":"x"}"#;
    let contact: Contact = serde_json::from_str(text).unwrap();
    assert_eq!(contact, Contact::new("Ann").custom([("UF_1", json!("x"))]));
    assert_eq!(serde_json::to_string(&contact).unwrap(), text);
}

#[b24_object(result)]
#[derive(Debug)]
struct Page {
    items: Vec<Phone>,
}

#[b24_method("test.phone.list", unlisted, returns = Vec<Page>)]
struct PhoneList;

#[test]
fn a_wrong_member_is_found_by_its_path() {
    let portal = Portal::start().unwrap();
    let client = Client::webhook(portal.webhook()).unwrap();
    let answer = r#"[{"ITEMS":{"ID":1,"VALUE":"+49"}}]"#;
    portal.answer("test.phone.list", Answer::result(answer));
    assert_eq!(PhoneList::new().call(&client).unwrap().result[0].items.len(), 1);
    let answer = r#"[{"ITEMS":[{"ID":1,"VALUE":"+49"},{"ID":"one","VALUE":""}]}]"#;
    portal.answer("test.phone.list", Answer::result(answer));
    let error = PhoneList::new().call(&client).unwrap_err();
    assert!(matches!(error, Error::Decode(_)), "{error:?}");
    let text = error.to_string();
    assert!(text.contains("`result[0].ITEMS[1].ID`"), "{text}");
}
