//! Products and orders.

use std::collections::BTreeMap;

use b24::{Id, Scalar, SentAs, YesNo, b24_enum, b24_method, b24_object, kind};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::proof::prove;

#[b24_enum(rename_all = "lowercase")]
#[derive(Debug, Clone, Copy, PartialEq)]
enum TextType {
    Text,
    Html,
}

/// Yes, no, or as the portal is set.
#[b24_enum]
#[derive(Debug, Clone, Copy, PartialEq)]
enum Switch {
    Y,
    N,
    D,
}

/// A picture's name and content; texts, for the content on the page is no Base64.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Picture {
    file_data: (String, String),
}

impl Scalar for Picture {}
impl SentAs<kind::Object> for Picture {}

/// Serde reads it as it stands; an object's own decoder takes `""` for nothing.
#[b24_object("catalog.product.add", "fields", parameter)]
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Product {
    #[b24(required)]
    iblock_id: u64,
    #[b24(required)]
    name: String,
    active: Option<YesNo>,
    barcode_multi: Option<YesNo>,
    can_buy_zero: Option<YesNo>,
    code: Option<String>,
    created_by: Option<Id>,
    date_active_from: Option<String>,
    date_active_to: Option<String>,
    date_create: Option<String>,
    detail_picture: Option<Picture>,
    detail_text: Option<String>,
    detail_text_type: Option<TextType>,
    height: Option<f64>,
    iblock_section_id: Option<Id>,
    length: Option<f64>,
    measure: Option<Id>,
    modified_by: Option<Id>,
    preview_picture: Option<Picture>,
    preview_text: Option<String>,
    preview_text_type: Option<TextType>,
    purchasing_currency: Option<String>,
    purchasing_price: Option<f64>,
    quantity: Option<f64>,
    quantity_reserved: Option<f64>,
    quantity_trace: Option<Switch>,
    recur_scheme_length: Option<u64>,
    #[b24(enum = ["H", "D", "W", "M", "Q", "S", "Y"])]
    recur_scheme_type: Option<String>,
    sort: Option<u64>,
    subscribe: Option<Switch>,
    trial_price_id: Option<Id>,
    vat_id: Option<Id>,
    vat_included: Option<YesNo>,
    weight: Option<f64>,
    width: Option<f64>,
    without_order: Option<YesNo>,
    xml_id: Option<String>,
    /// `property258` and the like.
    #[b24(flatten)]
    #[serde(flatten)]
    properties: BTreeMap<String, Value>,
}

#[b24_method("catalog.product.add", returns = Element, at = "element")]
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProductAdd {
    #[b24(required)]
    fields: Product,
}

#[b24_object(result, rename_all = "camelCase")]
struct Element {
    id: Id,
    name: String,
    active: bool,
    bundle: bool,
    detail_picture: Option<StoredPicture>,
    detail_text: Option<String>,
    preview_text_type: TextType,
    purchasing_price: Option<f64>,
    subscribe: Switch,
    property258: PropertyValue,
    property259: Vec<PropertyValue>,
}

#[b24_object(result, rename_all = "camelCase")]
struct StoredPicture {
    id: Id,
    url: String,
}

#[b24_object(result, rename_all = "camelCase")]
struct PropertyValue {
    value: String,
    value_id: Id,
}

#[test]
fn catalog_product_add() {
    prove::<ProductAdd>("catalog/product/catalog-product-add", |element, shown| {
        let shown = &shown["element"];
        assert_eq!(
            (&shown["id"], &shown["name"]),
            (&element.id.get().into(), &element.name.as_str().into())
        );
        assert!(element.active && !element.bundle && element.detail_text.is_none());
        let picture = element.detail_picture.as_ref().unwrap();
        assert_eq!(shown["detailPicture"]["id"], picture.id.to_string());
        assert_eq!(shown["detailPicture"]["url"], picture.url);
        assert_eq!(
            (element.preview_text_type, element.subscribe),
            (TextType::Text, Switch::Y)
        );
        assert_eq!(
            (&shown["purchasingPrice"], element.purchasing_price),
            (&"1000.000000".into(), Some(1000.0))
        );
        assert_eq!(shown["property258"]["value"], element.property258.value);
        let values: Vec<_> = element
            .property259
            .iter()
            .map(|value| value.value_id.to_string())
            .collect();
        assert_eq!(values, ["9817", "9818"]);
    });
}

#[allow(deprecated)] // three of its members, which the example has
#[b24_object("sale.order.add", "fields", parameter)]
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct OrderFields {
    #[b24(required)]
    lid: String,
    #[b24(required)]
    person_type_id: Id,
    #[b24(required)]
    currency: String,
    price: Option<f64>,
    discount_value: Option<f64>,
    status_id: Option<String>,
    emp_status_id: Option<Id>,
    date_insert: Option<String>,
    marked: Option<YesNo>,
    emp_marked_id: Option<Id>,
    reason_marked: Option<String>,
    user_description: Option<String>,
    additional_info: Option<String>,
    comments: Option<String>,
    company_id: Option<Id>,
    responsible_id: Option<Id>,
    recurring_id: Option<Id>,
    locked_by: Option<Id>,
    recount_flag: Option<YesNo>,
    affiliate_id: Option<Id>,
    updated1c: Option<YesNo>,
    order_topic: Option<String>,
    xml_id: Option<String>,
    id1c: Option<String>,
    version1c: Option<String>,
    external_order: Option<YesNo>,
    canceled: Option<YesNo>,
    emp_canceled_id: Option<Id>,
    reason_canceled: Option<String>,
    user_id: Option<Id>,
}

#[b24_method("sale.order.add", returns = AddedOrder, at = "order")]
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OrderAdd {
    #[b24(required)]
    fields: OrderFields,
}

#[b24_object(result, rename_all = "camelCase")]
struct AddedOrder {
    id: Id,
    account_number: String,
    canceled: bool,
    clients: Vec<Value>,
    comments: Option<String>,
    id1c: Option<String>,
    locked_by: Option<Id>,
    payed: bool,
    price: f64,
    requisite_link: BTreeMap<String, Value>,
}

#[test]
fn sale_order_add() {
    prove::<OrderAdd>("sale/order/sale-order-add", |order, shown| {
        let shown = &shown["order"];
        assert_eq!(
            (&shown["id"], &shown["accountNumber"]),
            (&order.id.get().into(), &order.account_number.as_str().into())
        );
        assert_eq!(
            (shown["price"].as_f64(), &shown["lockedBy"]),
            (Some(order.price), &"1".into())
        );
        assert_eq!(order.locked_by, Some(Id::from(1)));
        assert!(order.canceled && !order.payed);
        assert!(order.clients.is_empty() && order.requisite_link.is_empty());
        assert_eq!((&order.comments, &order.id1c), (&None, &None));
    });
}
