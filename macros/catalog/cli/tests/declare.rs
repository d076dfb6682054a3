//! What a method's facts are as Rust.

#![allow(clippy::unwrap_used)] // in a test, a failure is a panic

use b24_catalog::read;
use b24_cli::declare::{Dates, Declaration, Options};
use b24_cli::render;

fn declared(facts: &str) -> String {
    with(facts, &Options::default())
}

fn with(facts: &str, options: &Options) -> String {
    let method = read::method(facts).unwrap();
    render::file(&[Declaration::of(&method, options)])
}

#[test]
fn a_whole_method() {
    let text = declared(
        r"crm.contact.add
  scope crm
  page api-reference/crm/contacts/crm-contact-add
  effect write
  takes fields object required
    takes NAME text required
      length 1..50
    takes HONORIFIC text
      values HNR_EN_1 Mr mrs
    takes OPENED yes_no
      default N
    takes PHONE list<object>
      takes VALUE text required
      takes VALUE_TYPE text
        known WORK HOME
    takes LABEL object|text
    open UF_CRM_* any
    open PARENT_ID_* integer
  takes params object
    takes REGISTER_SONET_EVENT yes_no
      likely kind
  takes type integer sometimes
  result integer
",
    );
    assert_eq!(text, CONTACT_ADD);
}

const CONTACT_ADD: &str = r#"use std::collections::BTreeMap;

use b24::{b24_enum, b24_method, b24_object};

/// [`crm.contact.add`](https://apidocs.bitrix24.com/api-reference/crm/contacts/crm-contact-add.html)
#[b24_method("crm.contact.add", returns = b24::Id)]
#[derive(Debug, Clone)]
pub struct ContactAdd {
    #[b24(required)]
    pub fields: ContactAddFields,
    pub params: Option<ContactAddParams>,
    /// Required in some cases.
    pub r#type: Option<i64>,
}

/// `fields` of `crm.contact.add`.
#[b24_object("crm.contact.add", "fields", parameter)]
#[derive(Debug, Clone)]
pub struct ContactAddFields {
    #[b24(required)]
    pub name: String,
    pub honorific: Option<ContactAddHonorific>,
    /// Default: `N`.
    pub opened: Option<bool>,
    pub phone: Option<Vec<ContactAddPhone>>,
    pub label: Option<ContactAddTextOrLanguages>,
    /// Keys: `UF_CRM_*`.
    #[b24(flatten)]
    pub custom: BTreeMap<String, serde_json::Value>,
    /// Keys: `PARENT_ID_*`.
    #[b24(flatten)]
    pub parent_ids: BTreeMap<String, u64>,
}

#[b24_enum]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContactAddHonorific {
    #[b24("HNR_EN_1")]
    HnrEn1,
    #[b24("Mr")]
    Mr,
    #[b24("mrs")]
    Mrs,
}

/// `fields.PHONE` of `crm.contact.add`.
#[b24_object("crm.contact.add", "fields.PHONE", parameter)]
#[derive(Debug, Clone)]
pub struct ContactAddPhone {
    #[b24(required)]
    pub value: String,
    /// Known values: `WORK`, `HOME`.
    pub value_type: Option<String>,
}

#[b24_object(untagged, parameter)]
#[derive(Debug, Clone)]
pub enum ContactAddTextOrLanguages {
    Text(String),
    Languages(BTreeMap<String, String>),
}

/// `params` of `crm.contact.add`.
#[b24_object("crm.contact.add", "params", parameter)]
#[derive(Debug, Clone)]
pub struct ContactAddParams {
    #[b24(kind = yes_no)]
    pub register_sonet_event: Option<bool>,
}
"#;

#[test]
fn a_method_that_lists() {
    let text = declared(
        "tasks.task.list v3
  scope tasks
  page api-reference/rest-v3/tasks/tasks-task-list
  effect read
  takes filter object|list<any>
  takes order object
  takes select list<text>
  takes pagination object
    takes limit integer
  result list<object> at items
",
    );
    let (_, text) = text.split_once("\n\n/// [").unwrap();
    let (_, text) = text.split_once('\n').unwrap();
    assert_eq!(
        text,
        r#"#[b24_method("tasks.task.list", api = 3, returns = Vec<serde_json::Value>, at = "items")]
#[derive(Debug, Clone)]
pub struct TaskList {
    pub filter: Option<b24::FilterV3>,
    pub order: Option<b24::Order>,
    pub select: Option<b24::Select>,
    pub pagination: Option<TaskListPagination>,
}

/// `pagination` of `tasks.task.list`.
#[b24_object("tasks.task.list", "pagination", parameter, api = 3)]
#[derive(Debug, Clone)]
pub struct TaskListPagination {
    pub limit: Option<u64>,
}
"#
    );
}

/// The lines of the fields of a method that takes `parameters`.
fn fields(parameters: &str, options: &Options) -> Vec<String> {
    let text = with(&format!("a.b.c\n{parameters}"), options);
    let (_, text) = text.split_once("pub struct").unwrap();
    let (text, _) = text.split_once("\n}\n").unwrap_or((text, ""));
    text.lines().skip(1).map(|line| line.trim().to_owned()).collect()
}

#[test]
fn a_name_that_does_not_lead_to_the_parameter_is_written() {
    let names =
        "  takes sort text\n  takes SORT text\n  takes new text\n  takes =ID text\n  takes 2fa text\n";
    assert_eq!(
        fields(names, &Options::default()),
        [
            "pub sort: Option<String>,",
            "#[b24(rename = \"SORT\")]",
            "pub sort_2: Option<String>,",
            "#[b24(rename = \"new\")]",
            "pub new_value: Option<String>,",
            "#[b24(rename = \"=ID\")]",
            "pub id: Option<String>,",
            "#[b24(rename = \"2fa\")]",
            "pub n2fa: Option<String>,",
        ]
    );
}

#[test]
fn of_a_group_one_is_needed() {
    let group = "  takes IBLOCK_ID integer\n  takes IBLOCK_CODE text\n  any_of IBLOCK_ID IBLOCK_CODE\n";
    assert_eq!(
        fields(group, &Options::default()),
        [
            "#[b24(one_of = \"iblock\")]",
            "pub iblock_id: Option<u64>,",
            "#[b24(one_of = \"iblock\")]",
            "pub iblock_code: Option<String>,",
        ]
    );
    // The required one is one of them already.
    let group = group.replacen("integer", "integer required", 1);
    assert_eq!(
        fields(&group, &Options::default()),
        [
            "#[b24(required)]",
            "pub iblock_id: u64,",
            "pub iblock_code: Option<String>,",
        ]
    );
}

#[test]
fn values_that_are_numbers_are_no_enum() {
    let values =
        "  takes TYPE text\n    values 1 2\n  takes STATUS text\n    values 1 2\n    doubtful kind\n";
    assert_eq!(
        fields(values, &Options::default()),
        [
            "/// Known values: `1`, `2`.",
            "pub r#type: Option<u64>,",
            "/// Known values: `1`, `2`.",
            "#[b24(kind = text)]",
            "pub status: Option<u64>,",
        ]
    );
}

#[test]
fn values_that_may_not_be_all_leave_room_for_others() {
    let text = declared("a.b.c\n  takes COLOR text\n    values RED\n    likely values\n");
    assert!(
        text.ends_with("    Red,\n    #[b24(other)]\n    Other(String),\n}\n"),
        "{text}"
    );
    let listed = "  takes COLOR text\n    values RED\n    doubtful values\n";
    assert_eq!(
        fields(listed, &Options::default()),
        ["/// Known values: `RED`.", "pub color: Option<String>,"]
    );
}

#[test]
fn values_follow_a_style_where_they_can() {
    for (values, attribute) in [
        ("LIGHT_BLUE RED", "#[b24_enum]"),
        ("lightBlue red", "#[b24_enum(rename_all = \"camelCase\")]"),
        ("light_blue red", "#[b24_enum(rename_all = \"snake_case\")]"),
        ("LightBlue Red", "#[b24_enum(rename_all = \"PascalCase\")]"),
    ] {
        let text = declared(&format!("a.b.c\n  takes COLOR text\n    values {values}\n"));
        let (_, text) = text.split_once("\n\n#[b24_enum").unwrap();
        assert_eq!(
            format!("#[b24_enum{text}"),
            format!(
                "{attribute}\n#[derive(Debug, Clone, Copy, PartialEq, Eq)]\npub enum BCColor {{\n    LightBlue,\n    Red,\n}}\n"
            )
        );
    }
}

#[test]
fn dates_are_of_the_chosen_crate() {
    let dates = "  takes FROM date\n  takes AT date_time\n    doubtful kind\n";
    for (choice, lines) in [
        (
            Dates::Text,
            ["pub from: Option<String>,", "pub at: Option<String>,"].as_slice(),
        ),
        (
            Dates::Jiff,
            &[
                "pub from: Option<jiff::civil::Date>,",
                "#[b24(kind = date_time)]",
                "pub at: Option<jiff::Timestamp>,",
            ],
        ),
        (
            Dates::Chrono,
            &[
                "pub from: Option<chrono::NaiveDate>,",
                "#[b24(kind = date_time)]",
                "pub at: Option<chrono::DateTime<chrono::Utc>>,",
            ],
        ),
    ] {
        let options = Options {
            dates: choice,
            ..Options::default()
        };
        assert_eq!(fields(dates, &options), lines);
    }
}

#[test]
fn what_is_deprecated_is_declared_on_demand() {
    let old = "  takes OLD text\n    deprecated\n  takes NEW_ONE text\n";
    assert_eq!(fields(old, &Options::default()), ["pub new_one: Option<String>,"]);
    let all = Options {
        deprecated: true,
        ..Options::default()
    };
    assert_eq!(
        fields(old, &all),
        [
            "/// Deprecated.",
            "pub old: Option<String>,",
            "pub new_one: Option<String>,"
        ]
    );
    // Nothing may be missing there.
    let places = format!("  positional\n{old}");
    assert_eq!(fields(&places, &Options::default()).len(), 3);
}

#[test]
fn a_chosen_name_is_that_of_all_types() {
    let options = Options {
        name: Some("NewDeal".to_owned()),
        ..Options::default()
    };
    let text = with(
        "crm.deal.add\n  takes fields object\n    takes TITLE text\n    takes CODE text\n      values A B\n",
        &options,
    );
    for line in ["pub struct NewDeal {", "pub struct NewDealFields {"] {
        assert!(text.contains(line), "{text}");
    }
    // `NewDealCode` is the enum of the error codes.
    assert!(text.contains("pub enum NewDealFieldsCode {"), "{text}");
}

#[test]
fn a_method_without_parameters_is_a_unit_struct() {
    let text = declared("app.info\n  effect read\n");
    assert!(text.ends_with("pub struct AppInfo;\n"), "{text}");
}

#[test]
fn rows_may_stand_for_the_object_around_them() {
    let text = declared(
        "a.b.c\n  takes ATTACH object|list<any>\n    takes COLOR text\n    takes BLOCKS list<object> required\n      takes LINK text\n",
    );
    assert!(text.contains("pub attach: Option<BCAttachOrBlocks>,"), "{text}");
    assert!(
        text.ends_with("pub enum BCAttachOrBlocks {\n    Object(BCAttach),\n    List(Vec<BCBlocks>),\n}\n"),
        "{text}"
    );
}
