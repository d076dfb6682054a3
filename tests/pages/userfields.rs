//! Custom fields, whose settings depend on their type.

use std::collections::BTreeMap;

use b24::{Id, YesNo, b24_method, b24_object};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::proof::prove;

/// `USER_TYPE_ID` tells what `SETTINGS` are.
#[b24_object(tag = "USER_TYPE_ID", content = "SETTINGS", rename_all = "snake_case")]
#[derive(Debug, Clone, PartialEq)]
enum UserType {
    String(Option<OfText>),
    Integer(Option<OfInteger>),
    Double(Option<OfDouble>),
    Boolean(Option<OfBoolean>),
    Date(Option<OfDate>),
    Datetime(Option<OfDate>),
    Money,
    Url,
    Address,
    Enumeration(Option<OfEnumeration>),
    File,
    Employee,
    CrmStatus(Option<OfStatus>),
    IblockSection(Option<OfBlock>),
    IblockElement(Option<OfBlock>),
    Crm(Option<OfCrm>),
    /// A type of an application.
    #[b24(other)]
    Other(Map<String, Value>),
}

#[b24_object("crm.contact.userfield.add", "fields.SETTINGS")]
#[derive(Debug, Clone, PartialEq)]
struct OfText {
    default_value: Option<String>,
    #[b24(range = 1..)]
    rows: Option<u64>,
}

#[b24_object("crm.contact.userfield.add", "fields.SETTINGS")]
#[derive(Debug, Clone, PartialEq)]
struct OfInteger {
    default_value: Option<i64>,
}

#[b24_object("crm.contact.userfield.add", "fields.SETTINGS")]
#[derive(Debug, Clone, PartialEq)]
struct OfDouble {
    default_value: Option<f64>,
    precision: Option<u64>,
}

#[b24_object("crm.contact.userfield.add", "fields.SETTINGS")]
#[derive(Debug, Clone, PartialEq)]
struct OfBoolean {
    #[b24(enum = [0, 1])]
    default_value: Option<u8>,
    #[b24(enum = ["CHECKBOX", "RADIO", "DROPDOWN"])]
    display: Option<String>,
}

#[b24_object("crm.contact.userfield.add", "fields.SETTINGS")]
#[derive(Debug, Clone, PartialEq)]
struct OfDate {
    default_value: Option<DateDefault>,
}

/// Told apart by a tag too.
#[b24_object(tag = "TYPE", content = "VALUE")]
#[derive(Debug, Clone, PartialEq)]
enum DateDefault {
    None,
    Now,
    Fixed(String),
}

#[b24_object("crm.contact.userfield.add", "fields.SETTINGS")]
#[derive(Debug, Clone, PartialEq)]
struct OfEnumeration {
    #[b24(enum = ["LIST", "UI", "CHECKBOX", "DIALOG"])]
    display: Option<String>,
    #[b24(range = 1.., requires = [display])]
    list_height: Option<u64>,
}

#[b24_object("crm.contact.userfield.add", "fields.SETTINGS")]
#[derive(Debug, Clone, PartialEq)]
struct OfStatus {
    entity_type: Option<String>,
}

#[b24_object("crm.contact.userfield.add", "fields.SETTINGS")]
#[derive(Debug, Clone, PartialEq)]
struct OfBlock {
    iblock_type_id: Option<String>,
    iblock_id: Option<String>,
    default_value: Option<String>,
    display: Option<String>,
    list_height: Option<u64>,
    active_filter: Option<YesNo>,
}

#[b24_object("crm.contact.userfield.add", "fields.SETTINGS")]
#[derive(Debug, Clone, PartialEq)]
struct OfCrm {
    lead: Option<YesNo>,
    contact: Option<YesNo>,
    company: Option<YesNo>,
    deal: Option<YesNo>,
}

/// One text, or one for each language.
#[b24_object(untagged)]
#[derive(Debug, Clone, PartialEq)]
enum Label {
    Text(String),
    Languages(BTreeMap<String, String>),
}

#[b24_object("crm.contact.userfield.add", "fields.LIST")]
#[derive(Debug, Clone, PartialEq)]
struct ListItem {
    #[b24(required)]
    value: String,
    sort: Option<u64>,
    def: Option<YesNo>,
    xml_id: Option<String>,
}

#[b24_object("crm.contact.userfield.add", "fields")]
#[derive(Debug, Clone, PartialEq)]
struct UserField {
    label: Option<String>,
    #[b24(required, flatten)]
    user_type: UserType,
    #[b24(required, length = ..=50)]
    field_name: String,
    xml_id: Option<String>,
    list_filter_label: Option<Label>,
    list_column_label: Option<Label>,
    edit_form_label: Option<Label>,
    error_message: Option<Label>,
    help_message: Option<Label>,
    multiple: Option<YesNo>,
    mandatory: Option<YesNo>,
    show_filter: Option<YesNo>,
    list: Option<Vec<ListItem>>,
    #[b24(range = 1..)]
    sort: Option<u64>,
    show_in_list: Option<YesNo>,
    edit_in_list: Option<YesNo>,
    is_searchable: Option<YesNo>,
}

#[b24_method("crm.contact.userfield.add", returns = Id)]
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UserFieldAdd {
    #[b24(required)]
    fields: UserField,
}

#[test]
fn crm_contact_userfield_add() {
    let page = "crm/contacts/userfield/crm-contact-userfield-add";
    prove::<UserFieldAdd>(page, |id, shown| assert_eq!(Some(id.get()), shown.as_u64()));
}

#[test]
fn settings_follow_their_type() {
    let date = OfDate::new().default_value(DateDefault::Fixed("2026-02-24".to_owned()));
    let field = UserField::new(UserType::Date(Some(date)), "UF_CRM_DAY");
    assert_eq!(
        serde_json::to_value(field).unwrap(),
        json!({
            "USER_TYPE_ID": "date", "FIELD_NAME": "UF_CRM_DAY",
            "SETTINGS": {"DEFAULT_VALUE": {"TYPE": "FIXED", "VALUE": "2026-02-24"}},
        })
    );
    let wrong = UserType::Boolean(Some(OfBoolean::new().default_value(2_u8)));
    let error = UserFieldAdd::new(UserField::new(wrong, "UF_CRM_FLAG"))
        .validate()
        .unwrap_err();
    assert_eq!(error.violations()[0].path(), "fields.SETTINGS.DEFAULT_VALUE");
}
