//! What holds between fields, a field's own check, further parameters, and a result's member.

use std::collections::BTreeMap;

use b24::{Client, Error, Outcome, Problem, b24_method};
use b24_portal::{Answer, Portal};
use serde_json::{Value, json};

/// A list is named by its number or by its code; a page needs a size.
#[b24_method("test.element.get", unlisted)]
#[derive(Debug, Clone)]
struct ElementGet {
    #[b24(one_of = "iblock", conflicts = [iblock_code])]
    iblock_id: Option<u64>,
    #[b24(one_of = "iblock")]
    iblock_code: Option<String>,
    page: Option<u64>,
    #[b24(requires = [page])]
    page_size: Option<u64>,
    #[b24(validate = no_slash)]
    name: Option<String>,
    #[b24(validate = no_slash, secret)]
    key: Option<String>,
    #[b24(flatten)]
    custom: BTreeMap<String, Value>,
}

fn no_slash(text: &str) -> Result<(), String> {
    if text.contains('/') {
        return Err(format!("`{text}` has a slash in it"));
    }
    Ok(())
}

fn problems(call: &ElementGet) -> Vec<(String, Problem)> {
    let Err(invalid) = call.validate() else {
        return Vec::new();
    };
    let violations = invalid.violations().iter();
    violations
        .map(|violation| (violation.path().to_owned(), violation.problem().clone()))
        .collect()
}

#[test]
fn one_of_a_group_must_be_given() {
    assert_eq!(problems(&ElementGet::new().iblock_id(7)), []);
    assert_eq!(problems(&ElementGet::new().iblock_code("orders")), []);
    let names = vec!["IBLOCK_ID", "IBLOCK_CODE"];
    assert_eq!(
        problems(&ElementGet::new()),
        [("IBLOCK_ID".to_owned(), Problem::NoneOf { names })]
    );
    assert_eq!(
        ElementGet::new().validate().unwrap_err().to_string(),
        "test.element.get was not called: `IBLOCK_ID`: one of `IBLOCK_ID`, `IBLOCK_CODE` is required, but none is given"
    );
}

#[test]
fn fields_that_exclude_each_other_are_not_both_given() {
    let both = ElementGet::new().iblock_id(7).iblock_code("orders");
    let other = "IBLOCK_CODE";
    assert_eq!(
        problems(&both),
        [("IBLOCK_ID".to_owned(), Problem::Conflict { other })]
    );
}

#[test]
fn a_field_is_not_given_without_the_one_it_requires() {
    let alone = ElementGet::new().iblock_id(7).page_size(50);
    assert_eq!(
        problems(&alone),
        [("PAGE_SIZE".to_owned(), Problem::Alone { other: "PAGE" })]
    );
    assert_eq!(problems(&alone.page(1)), []);
}

#[test]
fn a_check_of_the_users_own_says_why_but_not_of_a_secret() {
    let reason = "`a/b` has a slash in it".to_owned();
    assert_eq!(
        problems(&ElementGet::new().iblock_id(7).name("a/b")),
        [("NAME".to_owned(), Problem::Refused { reason })]
    );
    let secret = ElementGet::new().iblock_id(7).key("a/b").validate().unwrap_err();
    assert!(!secret.to_string().contains("a/b"), "{secret}");
}

#[test]
fn further_parameters_stand_among_the_declared_ones() {
    let call = ElementGet::new()
        .iblock_id(7)
        .custom([("UF_CRM_1", json!("red")), ("UF_CRM_2", json!([1]))]);
    assert_eq!(
        serde_json::to_string(&call).unwrap(),
        r#"{"IBLOCK_ID":7,"UF_CRM_1":"red","UF_CRM_2":[1]}"#
    );
    let twice = call.custom([("PAGE", json!(2))]);
    assert_eq!(problems(&twice), [("PAGE".to_owned(), Problem::Declared)]);
}

#[b24_method("test.task.get", unlisted, returns = Value, at = "task", rename_all = "camelCase")]
struct TaskGet {
    #[b24(required)]
    task_id: u64,
}

#[test]
fn a_result_is_taken_from_its_member() {
    let portal = Portal::start().unwrap();
    let client = Client::webhook(portal.webhook()).unwrap();
    portal.answer_once("test.task.get", Answer::result(r#"{"task":{"id":"7"},"more":1}"#));
    let task = TaskGet::new(7).call(&client).unwrap().result;
    assert_eq!(task, json!({"id": "7"}));
}

#[test]
fn a_missing_member_is_named_and_the_call_was_executed() {
    let portal = Portal::start().unwrap();
    let client = Client::webhook(portal.webhook()).unwrap();
    for answer in [r#"{"item":{}}"#, "[]", "7", r#""task""#] {
        portal.answer_once("test.task.get", Answer::result(answer));
        let error = TaskGet::new(7).call(&client).unwrap_err();
        assert!(matches!(error, Error::Decode(_)), "{answer}: {error:?}");
        assert_eq!(error.outcome(), Outcome::Executed, "{answer}");
        assert!(error.to_string().contains("`result.task`"), "{answer}: {error}");
    }
}
