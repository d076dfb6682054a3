//! The universal methods of the CRM, and deals.

use std::collections::BTreeMap;

use b24::{Filter, Id, Order, Patch, Select, YesNo, b24_method, b24_object};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::proof::{prove, prove_built, same};

/// Whatever else a portal has: `ufCrm...`, `parentId...`.
type Custom = BTreeMap<String, Value>;

/// The fields of a deal, of which none is required.
#[b24_object("crm.item.add", "fields", default)]
#[derive(Debug, Clone, PartialEq)]
struct Deal {
    title: Option<String>,
    #[b24(kind = text)]
    type_id: Option<String>,
    category_id: Option<u64>,
    #[b24(kind = text)]
    stage_id: Option<String>,
    is_recurring: Option<bool>,
    #[b24(range = 0..=100)]
    probability: Option<u64>,
    #[b24(kind = text)]
    currency_id: Option<String>,
    is_manual_opportunity: Option<bool>,
    opportunity: Option<f64>,
    tax_value: Option<f64>,
    #[b24(kind = integer)]
    company_id: Option<Id>,
    #[b24(kind = integer)]
    contact_id: Option<Id>,
    #[b24(kind = list<integer>)]
    contact_ids: Option<Vec<Id>>,
    #[b24(kind = integer)]
    quote_id: Option<Id>,
    begindate: Option<String>,
    closedate: Option<String>,
    opened: Option<bool>,
    comments: Option<String>,
    #[b24(kind = integer)]
    assigned_by_id: Option<Id>,
    #[b24(kind = text)]
    source_id: Option<String>,
    source_description: Option<String>,
    #[b24(kind = integer)]
    lead_id: Option<Id>,
    additional_info: Option<String>,
    #[b24(kind = list<integer>)]
    observers: Option<Vec<Id>>,
    utm_source: Option<String>,
    utm_medium: Option<String>,
    #[b24(flatten)]
    custom: Custom,
}

/// `fields` depend on the type of the entity, which is another parameter: so they are a type
/// parameter here.
#[b24_method("crm.item.add", returns = Item, at = "item")]
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ItemAdd<Fields> {
    #[b24(required)]
    entity_type_id: u64,
    #[b24(required)]
    fields: Fields,
    use_original_uf_names: Option<YesNo>,
}

/// What the answers about an item have in common, and the rest.
#[b24_object(result, rename_all = "camelCase")]
struct Item {
    id: Id,
    entity_type_id: u64,
    title: String,
    opened: bool,
    opportunity: f64,
    category_id: Id,
    product_id: Option<Id>,
    company_id: Option<Id>,
    contact_ids: Vec<Id>,
    observers: Vec<Id>,
    comments: Option<String>,
    created_time: String,
    #[b24(flatten)]
    custom: Custom,
}

fn look(item: &Item, shown: &Value) {
    let shown = &shown["item"];
    let ids = |ids: &[Id]| ids.iter().map(|id| id.get()).collect::<Value>();
    for (member, decoded) in [
        ("id", json!(item.id.get())),
        ("entityTypeId", json!(item.entity_type_id)),
        ("title", json!(item.title)),
        ("opportunity", json!(item.opportunity)),
        ("categoryId", json!(item.category_id.get())),
        ("productId", json!(item.product_id.map(Id::get))),
        ("companyId", json!(item.company_id.map(Id::get))),
        ("contactIds", ids(&item.contact_ids)),
        ("observers", ids(&item.observers)),
        ("createdTime", json!(item.created_time)),
        ("parentId1220", item.custom["parentId1220"].clone()),
        ("utmMedium", item.custom["utmMedium"].clone()),
    ] {
        assert!(same(&shown[member], &decoded), "{member}: {decoded}");
    }
    assert!(!item.opened);
    assert_eq!(item.comments.as_deref().unwrap_or(""), shown["comments"]);
}

#[test]
fn crm_item_add() {
    prove::<ItemAdd<Custom>>("crm/universal/crm-item-add", look);
    let page = "crm/universal/crm-item-add";
    prove_built(
        page,
        |body| {
            // The second example is about a type of the portal's own.
            let of_deals = body["entityTypeId"] == 2;
            let fields: Deal = serde_json::from_value(body["fields"].clone()).unwrap();
            assert_eq!(fields.title.is_some(), of_deals);
            assert_eq!(fields.observers.is_some(), of_deals);
            ItemAdd::<Deal>::new(body["entityTypeId"].as_u64().unwrap(), fields)
        },
        look,
    );
}

/// Each field is kept, cleared or set.
#[b24_object("crm.item.update", "fields", default)]
#[derive(Debug, Clone, PartialEq)]
struct DealUpdate {
    title: Patch<String>,
    stage_id: Patch<String>,
    assigned_by_id: Patch<u64>,
    observers: Patch<Vec<u64>>,
    opened: Patch<YesNo>,
    type_id: Patch<String>,
    opportunity: Patch<f64>,
    currency_id: Patch<String>,
    additional_info: Patch<String>,
    is_manual_opportunity: Patch<YesNo>,
    utm_source: Patch<String>,
    fm: Option<BTreeMap<String, MultiField>>,
    #[b24(flatten)]
    custom: Custom,
}

/// A phone and the like: under `n0` it is added, under its identifier changed, and deleted by an empty
/// value.
#[b24_object("crm.item.update", "fields.fm")]
#[derive(Debug, Clone, PartialEq)]
struct MultiField {
    #[b24(enum = ["PHONE", "EMAIL", "WEB", "IM"])]
    type_id: Option<String>,
    value_type: Option<String>,
    value: Patch<String>,
}

#[b24_method("crm.item.update", returns = Item, at = "item")]
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ItemUpdate {
    #[b24(required)]
    entity_type_id: u64,
    #[b24(required)]
    id: u64,
    #[b24(required)]
    fields: DealUpdate,
    use_original_uf_names: Option<YesNo>,
}

#[test]
fn crm_item_update() {
    prove::<ItemUpdate>("crm/universal/crm-item-update", look);
}

#[test]
fn values_are_cleared_and_phones_deleted() {
    let gone = MultiField::new().value(Patch::Clear);
    let added = MultiField::new().type_id("PHONE").value("+49");
    let fields = DealUpdate::new()
        .title(Patch::Clear)
        .observers(Patch::Clear)
        .fm([("317", gone), ("n0", added)]);
    let update = ItemUpdate::new(3_u64, 5_u64, fields);
    assert!(update.validate().is_ok());
    assert_eq!(
        serde_json::to_value(update).unwrap()["fields"],
        json!({
            "title": "", "observers": [],
            "fm": {"317": {"value": ""}, "n0": {"typeId": "PHONE", "value": "+49"}},
        })
    );
}

#[b24_method("crm.item.list", returns = Vec<Lead>, at = "items")]
struct ItemList {
    #[b24(required)]
    entity_type_id: u64,
    select: Option<Select>,
    filter: Option<Filter>,
    order: Option<Order>,
    start: Option<i64>,
    use_original_uf_names: Option<YesNo>,
}

#[b24_object(result, rename_all = "camelCase")]
struct Lead {
    id: Id,
    name: Option<String>,
    last_name: Option<String>,
    opportunity: f64,
    is_manual_opportunity: bool,
}

/// Typed conditions, with the values of the page.
fn lead_list(body: &Value) -> ItemList {
    let (select, filter) = (&body["select"], &body["filter"]);
    let select = select
        .as_array()
        .unwrap()
        .iter()
        .map(|name| name.as_str().unwrap());
    let of = |name: &str| filter[name].clone();
    let list = ItemList::new(body["entityTypeId"].as_u64().unwrap()).select(select);
    if body["entityTypeId"] == 2 {
        let days = filter["0"]
            .as_object()
            .unwrap()
            .iter()
            .filter(|(key, _)| *key != "logic");
        return list.filter(Filter::new().any(days.map(|(_, day)| {
            Filter::new()
                .at_least("createdTime", &day[">=createdTime"])
                .less("createdTime", &day["<createdTime"])
        })));
    }
    let named = ["name", "lastName"].map(|name| Filter::new().not_equal(name, ""));
    list.order(Order::new().ascending("lastName").ascending("name"))
        .filter(
            Filter::new()
                .any(named)
                .one_of("stageId", of("@stageId").as_array().unwrap())
                .one_of("sourceId", of("@sourceId").as_array().unwrap())
                .one_of("assignedById", of("@assignedById").as_array().unwrap())
                .at_least("opportunity", of(">=opportunity"))
                .at_most("opportunity", of("<=opportunity"))
                .is("isManualOpportunity", YesNo::Yes),
        )
}

#[test]
fn crm_item_list() {
    prove_built("crm/universal/crm-item-list", lead_list, |leads, shown| {
        let shown = shown["items"].as_array().unwrap();
        assert_eq!(leads.len(), shown.len());
        for (lead, shown) in leads.iter().zip(shown) {
            assert_eq!(shown["id"], lead.id.get());
            assert_eq!(lead.name.as_deref(), shown["name"].as_str());
            assert_eq!(lead.last_name.as_deref(), shown["lastName"].as_str());
            assert_eq!(shown["opportunity"].as_f64(), Some(lead.opportunity));
            assert!(lead.is_manual_opportunity);
        }
    });
}

/// Names as in the example; the table has them in lower case.
#[allow(deprecated)] // `crm.item.add` follows it, above
#[b24_method("crm.deal.add", returns = Id)]
#[derive(Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE", deny_unknown_fields)]
struct DealAdd {
    #[b24(rename = "FIELDS")]
    fields: Option<ClassicDeal>,
    #[b24(rename = "PARAMS")]
    params: Option<Params>,
}

#[b24_object("crm.deal.add", "PARAMS")]
#[derive(Debug, Clone)]
struct Params {
    register_sonet_event: Option<YesNo>,
}

#[b24_object("crm.deal.add", "FIELDS", default)]
#[derive(Debug, Clone)]
struct ClassicDeal {
    title: Option<String>,
    type_id: Option<String>,
    category_id: Option<u64>,
    stage_id: Option<String>,
    is_recurring: Option<YesNo>,
    is_return_customer: Option<YesNo>,
    is_repeated_approach: Option<YesNo>,
    probability: Option<u64>,
    currency_id: Option<String>,
    opportunity: Option<f64>,
    is_manual_opportunity: Option<YesNo>,
    tax_value: Option<f64>,
    company_id: Option<Id>,
    contact_ids: Option<Vec<Id>>,
    begindate: Option<String>,
    closedate: Option<String>,
    opened: Option<YesNo>,
    closed: Option<YesNo>,
    comments: Option<String>,
    source_id: Option<String>,
    source_description: Option<String>,
    additional_info: Option<String>,
    utm_source: Option<String>,
    utm_medium: Option<String>,
    /// Lists of values of one kind, such as the phones of a contact; the page has neither.
    #[b24(unlisted)]
    phone: Option<Vec<Multi>>,
    #[b24(unlisted)]
    email: Option<Vec<Multi>>,
    #[b24(flatten)]
    custom: Custom,
}

#[b24_object]
#[derive(Debug, Clone)]
struct Multi {
    #[b24(required)]
    value: String,
    value_type: Option<String>,
}

#[test]
fn crm_deal_add() {
    prove::<DealAdd>("crm/deals/crm-deal-add", |id, shown| {
        assert_eq!(Some(id.get()), shown.as_u64());
    });
    let phones = [Multi::new("+49").value_type("WORK"), Multi::new("")];
    let deal = DealAdd::new().fields(ClassicDeal::new().phone(phones));
    let error = deal.validate().unwrap_err();
    assert_eq!(error.violations()[0].path(), "FIELDS.PHONE[1].VALUE");
}
