//! Methods whose answers are taken apart in all the ways that there are.

use std::collections::{BTreeMap, HashMap};

use b24::{Base64, Id, Json, YesNo, b24_enum, b24_method, b24_object};
use serde_json::Value;

#[b24_enum]
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Stage {
    New,
    #[b24(other)]
    Custom(String),
}

#[b24_object]
#[derive(Debug)]
pub(super) struct Thing {
    #[b24(required)]
    pub(super) id: Id,
    pub(super) title: Option<String>,
    pub(super) stage: Option<Stage>,
    pub(super) count: Option<i64>,
    pub(super) small: Option<u8>,
    pub(super) price: Option<f64>,
    pub(super) active: Option<YesNo>,
    pub(super) on: Option<bool>,
    pub(super) file: Option<Base64>,
    pub(super) parts: Option<Vec<Part>>,
    #[b24(flatten)]
    pub(super) rest: HashMap<String, Value>,
}

#[b24_object]
#[derive(Debug)]
pub(super) struct Part {
    #[b24(required)]
    pub(super) name: String,
    pub(super) sizes: Option<BTreeMap<String, u128>>,
    pub(super) of: Option<Json<(i32, String)>>,
}

#[b24_method("test.id", unlisted, returns = Id)]
pub(super) struct One;

#[b24_method("test.list", unlisted, effect = read, returns = Vec<Thing>)]
pub(super) struct List;

#[b24_method("test.map", unlisted, returns = BTreeMap<String, Option<YesNo>>)]
pub(super) struct Map;

#[b24_method("test.thing.get", unlisted, api = 3, effect = read, at = "item", returns = Option<Thing>)]
pub(super) struct Get;

#[b24_method("test.thing.add", unlisted, api = 3, at = "id", returns = u64)]
pub(super) struct Add;
