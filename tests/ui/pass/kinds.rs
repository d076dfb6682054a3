//! Many kinds beside each other, under strict lints.
#![deny(warnings, missing_docs, unreachable_pub, unused_qualifications)]

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use b24::{Base64, Filter, Id, Json, Order, Patch, Select, SentAs, YesNo, b24_enum, b24_method, b24_object, kind};

#[b24_enum]
enum Stage {
    New,
    Won,
}

#[b24_enum]
enum Owner {
    #[b24(1)]
    Lead,
    #[b24(2)]
    Deal,
}

#[b24_object(parameter)]
struct Phone {
    #[b24(kind = text, required)]
    value: String,
    #[b24(kind = yes_no)]
    delete: Patch<bool>,
}

#[b24_object(parameter, untagged)]
enum Assigned {
    User(u64),
    Name(String),
}

/// Every member of it is checked when the type is known.
#[b24_method("test.deal.add", unlisted)]
pub struct DealAdd<'a, T, const N: usize>
where
    T: Clone,
{
    #[b24(kind = integer)]
    id: Option<Id>,
    #[b24(kind = text, enum = ["NEW"])]
    stage: Option<Stage>,
    #[b24(kind = one_zero, rename = "OWNER")]
    owner: Option<Owner>,
    #[b24(kind = text)]
    title: Option<&'a str>,
    #[b24(kind = text)]
    generic: Option<T>,
    #[b24(kind = yes_no, default = true)]
    opened: bool,
    #[b24(kind = boolean | integer)]
    manual: Option<YesNo>,
    #[b24(kind = text | integer, required)]
    assigned: Assigned,
    #[b24(kind = list<object>)]
    phones: Option<Vec<Phone>>,
    #[b24(kind = map<list<text>>)]
    more: Option<HashMap<u64, BTreeSet<u64>>>,
    #[b24(kind = object)]
    filter: Option<Filter>,
    #[b24(kind = object | list<any>)]
    order: Option<Order>,
    #[b24(kind = list<text>)]
    select: Option<Select>,
    #[b24(kind = list<file>)]
    files: Option<Vec<Vec<String>>>,
    #[b24(kind = file)]
    photo: Patch<Base64>,
    #[b24(kind = date_time)]
    begin: Option<Arc<str>>,
    #[b24(kind = any)]
    any: Option<Box<Phone>>,
    #[b24(kind = date)]
    json: Option<Json<std::net::IpAddr>>,
    #[b24(kind = map<any>)]
    values: Option<BTreeMap<String, serde_json::Value>>,
}

fn generic<T: SentAs<kind::Text> + Clone>(value: T) -> String
where
    Option<T>: b24::IntoField<Option<T>>,
{
    let deal = DealAdd::<T, 1>::new(Assigned::Name("Ann".to_owned())).generic(Some(value));
    serde_json::to_string(&deal).unwrap_or_default()
}

fn main() {
    assert_eq!(
        generic(5_u64),
        r#"{"GENERIC":"5","OPENED":"Y","ASSIGNED":"Ann"}"#
    );
    let deal = DealAdd::<String, 0>::new(Assigned::User(1))
        .stage(Stage::New)
        .owner(Owner::Deal)
        .manual(true)
        .phones([Phone::new("1").delete(true)]);
    assert!(deal.validate().is_ok());
    let deal = deal.stage(Stage::Won).owner(Owner::Lead);
    assert!(deal.validate().is_err());
}
