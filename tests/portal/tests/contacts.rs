//! Contacts, as imports make and change them.

#![allow(clippy::unwrap_used, reason = "in a test, what fails should stop it")]

mod wire;

use b24_portal::Portal;
use serde_json::json;
use wire::{Response, post_json};

fn call(portal: &Portal, method: &str, parameters: &str) -> Response {
    post_json(&format!("{}{method}", portal.webhook()), parameters)
}

#[test]
fn contacts_are_made_and_changed() {
    let portal = Portal::start().unwrap();
    let fields = r#"{"fields":{"NAME":"Ada","PHONE":[{"VALUE":"+1","VALUE_TYPE":"WORK"}],"OPENED":true}}"#;
    assert_eq!(call(&portal, "crm.contact.add", fields).result(), "43");
    assert_eq!(
        call(&portal, "crm.contact.add", r#"{"Fields":{"name":"<Bo>"}}"#).result(),
        "44"
    );
    let change = r#"{"id":"43","fields":{"LAST_NAME":"L","OPENED":null,"ID":99}}"#;
    assert_eq!(call(&portal, "crm.contact.update", change).result(), "true");

    let contacts = portal.contacts();
    assert_eq!((contacts[0].id, contacts[1].id), (43, 44));
    let phone = json!([{"VALUE": "+1", "VALUE_TYPE": "WORK"}]);
    assert_eq!(
        contacts[0].fields,
        json!({"NAME": "Ada", "PHONE": phone, "OPENED": null, "LAST_NAME": "L"})
    );
    assert_eq!(contacts[1].fields, json!({"NAME": "<Bo>"}));
    assert_eq!(
        call(&portal, "crm.contact.get", r#"{"id":44}"#).result(),
        r#"{"ID":"44","NAME":"\u003CBo\u003E"}"#
    );
}

#[test]
fn what_cannot_be_done_changes_nothing() {
    let portal = Portal::start().unwrap();
    for (method, parameters, description) in [
        (
            "crm.contact.add",
            r#"{"fields":"NAME"}"#,
            "Parameter 'fields' must be array.",
        ),
        (
            "crm.contact.add",
            r#"{"fields":{"NAME":"A"},"params":7}"#,
            "Parameter 'params' must be array.",
        ),
        (
            "crm.contact.update",
            r#"{"id":43,"fields":{"NAME":"A"}}"#,
            "Contact is not found",
        ),
        (
            "crm.contact.update",
            r#"{"fields":{"NAME":"A"}}"#,
            "Contact is not found",
        ),
        ("crm.contact.get", r#"{"id":43}"#, "Not found"),
    ] {
        let refused = call(&portal, method, parameters);
        assert_eq!(refused.status, 400);
        let body: serde_json::Value = serde_json::from_str(&refused.body).unwrap();
        assert_eq!(body, json!({"error": "", "error_description": description}));
    }
    assert_eq!(portal.contact_count(), 0);
}

#[test]
fn a_batch_makes_fifty_of_which_duplicates_are_found() {
    let portal = Portal::start().unwrap();
    let add = |number: usize| format!("crm.contact.add?fields[ORIGIN_ID]=o-{}", number % 48);
    let cmd: Vec<String> = (0..50).map(add).collect();
    call(&portal, "batch", &json!({ "cmd": cmd }).to_string());
    call(&portal, "crm.contact.add", r#"{"fields":{"ORIGIN_ID":1}}"#);
    call(&portal, "crm.contact.add", r#"{"fields":{"ORIGIN_ID":1}}"#);
    for _ in 0..2 {
        call(&portal, "crm.contact.add", r#"{"fields":{"NAME":"No origin"}}"#);
    }

    assert_eq!(portal.contact_count(), 54);
    let twice: Vec<(String, usize)> = portal.duplicate_contacts("ORIGIN_ID").into_iter().collect();
    assert_eq!(
        twice,
        [("1".to_owned(), 2), ("o-0".to_owned(), 2), ("o-1".to_owned(), 2)]
    );
    assert!(portal.duplicate_contacts("XML_ID").is_empty());
}
