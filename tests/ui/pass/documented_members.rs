//! Documented members at every depth: of lists, of the type of an item, with open names and flattened.
#![deny(warnings)]

use std::collections::BTreeMap;

use b24::{b24_enum, b24_method, b24_object};
use serde_json::{Value, json};

/// The words of the documented values.
#[b24_enum]
enum Frequency {
    Daily,
    Weekly,
}

#[b24_object("calendar.event.add", "rrule")]
struct Rule {
    freq: Option<Frequency>,
    interval: Option<u64>,
    by_day: Option<Vec<String>>,
}

#[b24_object("calendar.event.add", "remind", parameter)]
struct Reminder<'a> {
    #[b24(required)]
    r#type: &'a str,
    #[b24(required)]
    count: u64,
}

#[b24_method("calendar.event.add", returns = u64)]
struct EventAdd<'a> {
    #[b24(required, enum = ["user", "group"])]
    r#type: &'a str,
    #[b24(required)]
    owner_id: u64,
    #[b24(required)]
    from: &'a str,
    #[b24(required)]
    to: &'a str,
    #[b24(required)]
    name: &'a str,
    rrule: Option<Rule>,
    remind: Option<Vec<Reminder<'a>>>,
    skip_time: Option<bool>,
}

/// Which members an item has is said by its type: those of leads alone, and its own.
#[b24_object("crm.item.add", "fields", default)]
struct Lead {
    last_name: Option<String>,
    birthdate: Option<String>,
    is_manual_opportunity: Option<bool>,
    uf_crm_color: Option<String>,
    #[b24(flatten)]
    more: BTreeMap<String, Value>,
}

#[b24_method("crm.item.add", returns = Value, at = "item")]
struct ItemAdd<Fields> {
    #[b24(required)]
    entity_type_id: u64,
    #[b24(required)]
    fields: Fields,
    use_original_uf_names: Option<bool>,
}

/// Deeper in: the items of a list within an object.
#[b24_object("crm.contact.userfield.add", "fields.LIST")]
struct Choice {
    value: Option<String>,
    def: Option<bool>,
}

#[b24_object("crm.contact.userfield.add", "fields")]
struct UserField {
    #[b24(required)]
    user_type_id: String,
    #[b24(required)]
    field_name: String,
    edit_form_label: Option<Label>,
    list: Option<Vec<Choice>>,
}

/// Documented as an object or a text.
#[b24_object(untagged)]
enum Label {
    One(String),
    ForLanguages(BTreeMap<String, String>),
}

#[b24_method("crm.contact.userfield.add", returns = u64)]
struct UserFieldAdd {
    #[b24(required)]
    fields: UserField,
}

fn main() {
    let rule = Rule::new().freq(Frequency::Weekly).interval(2).by_day(["MO"]);
    let event = EventAdd::new("user", 1, "2026-02-24", "2026-02-25", "News")
        .rrule(rule)
        .remind([Reminder::new("min", 15)])
        .skip_time(true);
    assert!(event.validate().is_ok());
    assert_eq!(
        serde_json::to_value(&event).unwrap_or_default(),
        json!({
            "type": "user", "ownerId": 1, "from": "2026-02-24", "to": "2026-02-25", "name": "News",
            "rrule": {"FREQ": "WEEKLY", "INTERVAL": 2, "BYDAY": ["MO"]},
            "remind": [{"type": "min", "count": 15}],
            "skip_time": "Y",
        })
    );
    let wrong = event
        .rrule(Rule::new().freq(Frequency::Daily))
        .remind([Reminder::new("week", 1)]);
    assert!(wrong.validate().is_err());

    let lead = Lead::new()
        .last_name("Lee")
        .is_manual_opportunity(true)
        .uf_crm_color("blue")
        .birthdate("1990-01-31")
        .more([("ufCrm_7_1739432938", json!(5))]);
    let item = ItemAdd::<Lead>::new(1, lead).use_original_uf_names(false);
    assert_eq!(
        serde_json::to_value(&item).unwrap_or_default(),
        json!({
            "entityTypeId": 1,
            "fields": {
                "lastName": "Lee", "birthdate": "1990-01-31", "isManualOpportunity": "Y",
                "ufCrmColor": "blue", "ufCrm_7_1739432938": 5,
            },
            "useOriginalUfNames": "N",
        })
    );

    let labels = BTreeMap::from([("de".to_owned(), "Farbe".to_owned())]);
    let fields = UserField::new("enumeration", "COLOR")
        .edit_form_label(Label::ForLanguages(labels))
        .list([Choice::new().value("blue").def(true)]);
    let add = UserFieldAdd::new(fields);
    assert_eq!(
        serde_json::to_value(&add).unwrap_or_default(),
        json!({"fields": {
            "USER_TYPE_ID": "enumeration", "FIELD_NAME": "COLOR",
            "EDIT_FORM_LABEL": {"de": "Farbe"}, "LIST": [{"VALUE": "blue", "DEF": "Y"}],
        }})
    );
    let long = UserField::new("string", "A".repeat(51)).edit_form_label(Label::One("Note".to_owned()));
    assert!(UserFieldAdd::new(long).validate().is_err());
}
