//! What the catalog adds to a declaration: names, encoding, rules, codes, the effect.
#![allow(dead_code, clippy::struct_field_names)] // some declarations are there to be compiled, with documented names

use b24::{Api, Effect, ErrorCode, Filter, Method, Order, Rule, b24_method, b24_object};
use serde_json::json;

use crate::canned::Canned;

#[b24_method("im.chat.add")]
struct ImChatAdd {
    r#type: Option<String>,
    title: Option<String>,
    color: Option<String>,
    users: Option<Vec<u64>>,
    entity_id: Option<u64>,
}

#[test]
fn documented_values_are_enforced_without_being_declared() {
    assert!(ImChatAdd::new().r#type("OPEN").color("MINT").validate().is_ok());
    let refused = ImChatAdd::new().color("PURPEL").validate().unwrap_err();
    let words = refused.to_string();
    assert!(
        words.contains("COLOR") && words.contains("PURPEL") && words.contains("MARENGO"),
        "{words}"
    );
}

#[test]
fn values_are_written_as_the_documented_kind() {
    let chat = ImChatAdd::new().title("News").entity_id(13);
    assert_eq!(
        serde_json::to_value(&chat).unwrap(),
        json!({"TITLE": "News", "ENTITY_ID": "13"})
    );
}

#[b24_method("sonet_group.create")]
struct GroupCreate {
    #[b24(required)]
    name: String,
    visible: Option<bool>,
    #[b24(kind = any)]
    opened: Option<bool>,
}

#[test]
fn yes_and_no_are_written_as_documented_unless_the_declaration_knows_better() {
    let group = GroupCreate::new("News").visible(true).opened(false);
    let sent = json!({"NAME": "News", "VISIBLE": "Y", "OPENED": false});
    assert_eq!(serde_json::to_value(&group).unwrap(), sent);
}

#[b24_method("IMBOT.V2.chat.ADD")]
struct BotChatAdd {
    #[b24(required)]
    bot_id: u64,
    #[b24(required)]
    fields: serde_json::Value,
    #[b24(unlisted)]
    extra_mark: Option<u64>,
}

#[test]
fn names_are_sent_as_documented_however_the_declaration_spells_them() {
    assert_eq!(BotChatAdd::NAME, "imbot.v2.Chat.add");
    let chat = BotChatAdd::new(39, json!({})).extra_mark(1);
    let sent = json!({"botId": 39, "fields": {}, "extraMark": 1});
    assert_eq!(serde_json::to_value(&chat).unwrap(), sent);
}

#[allow(deprecated)] // it is about the documented codes and the secret of the old method
#[b24_method("imbot.chat.add", errors(MY_CODE, BOT_ID_ERROR))]
struct OldChatAdd {
    title: Option<String>,
    client_id: Option<String>,
}

#[test]
fn documented_codes_are_typed_beside_those_of_the_declaration() {
    let code = |text| OldChatAddCode::from_code(text);
    assert_eq!(code("wrong_request"), OldChatAddCode::WrongRequest);
    assert_eq!(code("BOT_ID_ERROR"), OldChatAddCode::BotIdError);
    assert_eq!(code("MY_CODE"), OldChatAddCode::MyCode);
    assert_eq!(code("ELSE"), OldChatAddCode::Other);
}

#[test]
fn documented_credentials_are_secret() {
    let parameters = OldChatAdd::new().client_id("s3cret").parameters();
    let client_id = parameters
        .iter()
        .find(|parameter| parameter.name == "CLIENT_ID")
        .unwrap();
    assert!(client_id.rules.contains(&Rule::Secret));
}

#[b24_method("user.get")]
struct UserGet {
    sort: Option<String>,
}

#[b24_method("user.get", effect = write)]
struct CarefulUserGet {
    sort: Option<String>,
}

#[test]
fn the_effect_is_the_documented_one_unless_it_is_declared() {
    assert_eq!(UserGet::EFFECT, Effect::Read);
    assert_eq!(CarefulUserGet::EFFECT, Effect::Write);
    assert_eq!(ImChatAdd::EFFECT, Effect::Write);
}

#[b24_method("tasks.task.get", api = 3, returns = serde_json::Value, at = "item")]
struct TaskGet {
    #[b24(required)]
    id: u64,
}

#[test]
fn a_method_of_rest_3_has_its_own_address() {
    assert_eq!(TaskGet::API, Api::V3);
    let canned = Canned::new(200, "application/json", r#"{"result":{"item":{"id":5}}}"#);
    let task = TaskGet::new(5).call(&canned.client()).unwrap().result;
    assert_eq!(task, json!({"id": 5}));
    let requests = canned.requests.lock().unwrap();
    let path = requests[0].uri().path();
    assert!(
        path.starts_with("/rest/api/1/") && path.ends_with("/tasks.task.get"),
        "{path}"
    );
}

#[b24_object("booking.v1.resource.slots.set", "slots", parameter)]
struct Slot {
    #[b24(required)]
    from: u64,
    #[b24(required)]
    to: u64,
    #[b24(required)]
    timezone: String,
    #[b24(required)]
    week_days: Vec<String>,
    #[b24(required)]
    slot_size: u64,
}

#[b24_method("booking.v1.resource.slots.set")]
struct SlotsSet {
    #[b24(required)]
    resource_id: u64,
    #[b24(required)]
    slots: Vec<Slot>,
}

#[test]
fn members_of_objects_have_their_names_and_rules_from_the_documentation() {
    let slots = |to: u64| SlotsSet::new(7, [Slot::new(540, to, "Europe/Berlin", ["Mon"], 60)]);
    let sent = json!({"resourceId": 7, "slots": [
        {"from": 540, "to": 1080, "timezone": "Europe/Berlin", "weekDays": ["Mon"], "slotSize": 60}
    ]});
    assert_eq!(serde_json::to_value(slots(1080)).unwrap(), sent);
    assert!(slots(1080).validate().is_ok());
    let refused = slots(1441).validate().unwrap_err();
    assert_eq!(refused.violations()[0].path(), "slots[0].to");
}

#[b24_method("lists.element.get")]
struct ElementGet {
    #[b24(required)]
    iblock_type_id: String,
    #[b24(one_of = "iblock")]
    iblock_id: Option<u64>,
    #[b24(one_of = "iblock")]
    iblock_code: Option<String>,
}

#[test]
fn a_documented_group_is_one_of_the_declaration() {
    assert!(ElementGet::new("lists").validate().is_err());
    assert!(ElementGet::new("lists").iblock_code("news").validate().is_ok());
}

#[b24_method("shop.parcel.return", facts = "conformance/facts.txt")]
struct ParcelReturn {
    #[b24(required)]
    parcel_id: u64,
    #[b24(required = false)]
    reason: Option<String>,
}

#[test]
fn the_declaration_may_know_that_a_required_parameter_is_not() {
    let parcel = ParcelReturn::new(7);
    assert!(parcel.validate().is_ok());
    assert_eq!(serde_json::to_value(&parcel).unwrap(), json!({"parcelId": 7}));
    let parcel = parcel.reason("broken");
    assert_eq!(serde_json::to_value(&parcel).unwrap()["reason"], "broken");
}

#[b24_method("catalog.measure.update")]
struct MeasureUpdate {
    #[b24(required)]
    id: u64,
    #[b24(required)]
    fields: serde_json::Value,
}

#[test]
fn a_name_that_no_example_has_is_sent_as_all_of_them_spell_it() {
    let measure = MeasureUpdate::new(5, json!({}));
    assert_eq!(
        serde_json::to_value(&measure).unwrap(),
        json!({"id": 5, "fields": {}})
    );
}

#[b24_method("lists.element.get")]
struct ElementGetOfNone {
    #[b24(required)]
    iblock_type_id: String,
    #[b24(required = false)]
    iblock_id: Option<u64>,
}

#[test]
fn the_declaration_may_know_that_none_of_a_group_is_required() {
    assert!(ElementGetOfNone::new("lists").validate().is_ok());
}

#[allow(deprecated)] // the methods that go by places are old ones
#[b24_method("task.item.list")]
struct ItemList {
    order: Option<Order>,
    filter: Option<Filter>,
}

#[test]
fn parameters_that_go_by_places_leave_no_gap() {
    let filter = || Filter::new().is("ID", 5);
    let refused = ItemList::new()
        .filter(filter())
        .validate()
        .unwrap_err()
        .to_string();
    assert!(
        refused.contains("filter") && refused.contains("order"),
        "{refused}"
    );
    assert!(
        ItemList::new()
            .order(Order::new().ascending("ID"))
            .filter(filter())
            .validate()
            .is_ok()
    );
}

#[b24_method("shop.order.pay", facts = "conformance/facts.txt")]
struct OrderPay {
    #[b24(required)]
    order_id: u64,
    pay_by: Option<String>,
}

#[test]
fn facts_of_ones_own_count_like_those_of_the_catalog() {
    assert_eq!(OrderPay::EFFECT, Effect::Read);
    assert_eq!(OrderPayCode::from_code("SOLD_OUT"), OrderPayCode::SoldOut);
    let order = OrderPay::new(5);
    assert_eq!(serde_json::to_value(&order).unwrap(), json!({"orderId": 5}));
    assert!(order.pay_by("CHEQUE").validate().is_err());
}

#[b24_method("shop.parcel.send", facts = "conformance/facts.txt")]
struct ParcelSend {
    #[b24(one_of = "send_at")]
    send_at: Option<String>,
    #[b24(one_of = "send_at")]
    send_at_ts: Option<u64>,
}

#[test]
fn a_required_parameter_may_have_another_in_its_place_where_the_declaration_says_so() {
    assert!(ParcelSend::new().validate().is_err());
    assert!(ParcelSend::new().send_at_ts(1_771_928_379_u64).validate().is_ok());
}

#[b24_method("shop.parcel.list", facts = "conformance/facts.txt")]
struct ParcelList {
    start: Option<u64>,
    shelf_id: Option<u64>,
}

#[test]
fn a_name_beside_the_documented_ones_is_written_like_those_of_several_words() {
    let list = ParcelList::new().start(50).shelf_id(7);
    assert_eq!(
        serde_json::to_value(&list).unwrap(),
        json!({"start": 50, "SHELF_ID": 7})
    );
}

#[b24_method("shop.shelf.count", unlisted, rename_all = "camelCase")]
struct ShelfCount {
    shelf_id: Option<u64>,
}

#[test]
fn what_is_not_documented_is_declared_as_before() {
    let count = ShelfCount::new().shelf_id(3);
    assert_eq!(serde_json::to_value(&count).unwrap(), json!({"shelfId": 3}));
}
