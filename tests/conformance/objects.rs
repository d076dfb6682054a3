//! Objects of declared members, within the parameters of a method.

use std::cell::Cell;
use std::collections::{BTreeMap, HashMap};

use b24::{Method as _, Problem, Rule, b24_enum, b24_method, b24_object};
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

#[b24_method("test.deal.add", unlisted, rename_all = "camelCase")]
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
        "test.deal.add was not called: 3 parameters are wrong\n  \
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
        "test.deal.add was not called: `fields.PHONES_OF.***.VALUE`: (secret) has 1 characters; \
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
        "test.deal.add",
        b24_portal::Answer::error(400, "WRONG", "no phone +4917612345 of office in PHONES_OF, VALUE"),
    );
    let client = b24::Client::webhook(portal.webhook()).unwrap();
    let deal = Deal::new("Boat").phones_of([("office", Phone::new("+4917612345"))]);
    let error = DealAdd::new(deal).call(&client).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("no phone *** of *** in PHONES_OF, VALUE"),
        "{error}"
    );
}

#[b24_object(parameter, rename_all = "camelCase", default)]
#[derive(Debug, Clone, PartialEq)]
struct Paging {
    #[b24(range = 1..=50)]
    page_size: Option<u64>,
}

#[b24_method("test.item.list", unlisted, rename_all = "camelCase")]
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
        "test.item.list was not called: `pageSize`: 60 is out of range; allowed is 1..=50"
    );
    let call = ItemList::new().further(Paging::new().page_size(0));
    assert_eq!(serde_json::to_string(&call).unwrap(), r#"{"pageSize":0}"#);
    assert!(call.validate().is_err());
}

#[test]
fn the_parameters_of_a_flattened_object_are_listed() {
    let parameters = ItemList::new().further(Paging::new().page_size(5)).parameters();
    let [paging, further] = parameters.as_slice() else {
        panic!("{parameters:?}");
    };
    assert_eq!(
        (paging.name, paging.given, further.given),
        ("pageSize", false, true)
    );
    assert!(matches!(further.rules[..], [Rule::Range(_)]));
    // What a parameter holds is none.
    assert_eq!(DealAdd::new(Deal::new("Boat")).parameters().len(), 2);
}

/// The paths at which a member is given twice, or beside a declared one.
fn given_twice(call: &impl b24::Method) -> Vec<(String, Problem)> {
    let violations = call.validate().err();
    let violations = violations.iter().flat_map(|invalid| invalid.violations().iter());
    violations
        .map(|violation| (violation.path().to_owned(), violation.problem().clone()))
        .collect()
}

#[b24_object(parameter, default)]
#[derive(Debug, Clone)]
struct Outer {
    own: Option<u64>,
    #[b24(flatten)]
    inner: Option<Inner>,
    #[b24(flatten)]
    custom: BTreeMap<String, u64>,
}

#[b24_object(parameter, default)]
#[derive(Debug, Clone)]
struct Inner {
    held: Option<u64>,
    #[b24(flatten)]
    more: HashMap<String, u64>,
}

#[b24_method("outer.add", unlisted)]
struct OuterAdd {
    fields: Option<Outer>,
    #[b24(flatten)]
    outer: Outer,
    #[b24(flatten)]
    further: Option<serde_json::Map<String, serde_json::Value>>,
}

#[test]
fn no_two_flattened_fields_give_the_same_member() {
    let call = ItemList::new().paging(Paging::new().page_size(5));
    assert_eq!(given_twice(&call), []);
    let call = call.further(Paging::new().page_size(6));
    let twice = |path: &str| (path.to_owned(), Problem::Twice);
    assert_eq!(given_twice(&call), [twice("pageSize")]);
    assert!(
        call.validate()
            .unwrap_err()
            .to_string()
            .contains("is given twice")
    );

    let further = |key: &str| serde_json::Map::from_iter([(key.to_owned(), json!(1))]);
    let outer = Outer::new()
        .inner(Inner::new().held(1).more([("M", 1)]))
        .custom([("C", 1)]);
    for key in ["HELD", "M", "C"] {
        let call = OuterAdd::new().outer(outer.clone()).further(further(key));
        assert_eq!(given_twice(&call), [twice(key)]);
    }
    let call = OuterAdd::new().outer(outer.clone()).further(further("OTHER"));
    assert_eq!(given_twice(&call), []);
    // Another object's members are others.
    let call = call.further(further("FIELDS")).fields(outer.clone());
    assert_eq!(given_twice(&call), [("FIELDS".to_owned(), Problem::Declared)]);

    // Within what is flattened, each is reported once.
    let call = OuterAdd::new().outer(outer.custom([("M", 1), ("HELD", 1)]));
    assert_eq!(given_twice(&call), [twice("HELD"), twice("M")]);
    let call = OuterAdd::new().fields(call.outer);
    assert_eq!(given_twice(&call), [twice("FIELDS.HELD"), twice("FIELDS.M")]);
    let inner = Inner::new().more([("FIELDS", 1), ("HELD", 1), ("OWN", 1)]);
    let call = OuterAdd::new().outer(Outer::new().inner(inner));
    let declared = ["FIELDS", "OWN", "HELD"].map(|name| (name.to_owned(), Problem::Declared));
    assert_eq!(given_twice(&call), declared);
}

#[b24_object(parameter)]
#[derive(Debug, Clone)]
struct Login {
    #[b24(secret, length = 1..=5)]
    pass: Option<String>,
    #[b24(flatten)]
    hints: BTreeMap<String, String>,
}

#[b24_method("login.add", unlisted)]
struct LoginAdd {
    #[b24(flatten)]
    logins: HashMap<String, Login>,
    #[b24(flatten)]
    lists: Option<BTreeMap<u64, Vec<Login>>>,
    #[b24(secret)]
    hidden: Option<BTreeMap<String, Vec<Login>>>,
}

#[test]
fn what_a_flattened_map_holds_is_looked_into() {
    let login = |pass: &str| Login::new().pass(pass);
    let call = LoginAdd::new()
        .logins([("first", login("hunter2000"))])
        .lists([(7_u64, [login("short"), login("longer")])]);
    let error = call.validate().unwrap_err();
    assert_eq!(
        error.to_string(),
        "login.add was not called: 2 parameters are wrong\n  \
         `first.PASS`: (secret) has 10 characters; allowed are 1 to 5\n  \
         `7[1].PASS`: (secret) has 6 characters; allowed are 1 to 5"
    );

    let portal = b24_portal::Portal::start().unwrap();
    let echo = b24_portal::Answer::error(400, "WRONG", "not pass1 nor pass2");
    portal.answer("login.add", echo);
    let client = b24::Client::webhook(portal.webhook()).unwrap();
    let call = LoginAdd::new()
        .logins([("first", login("pass1"))])
        .lists([(7_u64, [login("pass2")])]);
    let error = call.call(&client).unwrap_err().to_string();
    assert!(error.contains("not *** nor ***"), "{error}");
}

#[test]
fn the_keys_within_a_secret_are_secret() {
    let login = Login::new()
        .pass("hunter")
        .hints([("PASS", "x"), ("hunter3", "x")]);
    let call = LoginAdd::new().hidden([("hunter2", [login.clone()])]);
    let error = call.validate().unwrap_err();
    assert_eq!(
        error.to_string(),
        "login.add was not called: 2 parameters are wrong\n  \
         `HIDDEN.***[0].PASS`: (secret) has 6 characters; allowed are 1 to 5\n  \
         `HIDDEN.***[0].***`: is a declared parameter: set its own field"
    );

    let portal = b24_portal::Portal::start().unwrap();
    let echo = b24_portal::Answer::error(400, "WRONG", "hunter2, hunter3, pass4 in PASS.");
    portal.answer("login.add", echo);
    let client = b24::Client::webhook(portal.webhook()).unwrap();
    let login = Login::new().pass("pass4").hints([("hunter3", "x")]);
    let call = LoginAdd::new().hidden([("hunter2", [login])]);
    let error = call.call(&client).unwrap_err().to_string();
    assert!(error.contains("***, ***, *** in PASS."), "{error}");
}

/// Counts how often it is written.
struct Counted<'a>(&'a Cell<u32>);

impl serde::Serialize for Counted<'_> {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.set(self.0.get() + 1);
        to.serialize_str("large")
    }
}

#[b24_method("file.add", unlisted)]
struct FileAdd<'a> {
    #[b24(flatten)]
    files: BTreeMap<String, b24::Json<Counted<'a>>>,
}

#[test]
fn what_is_flattened_is_not_written_to_be_checked() {
    let count = Cell::new(0);
    let call = FileAdd::new().files([("UF_FILE", Counted(&count))]);
    call.validate().unwrap();
    assert_eq!(count.get(), 0);
}
