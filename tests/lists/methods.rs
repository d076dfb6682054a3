//! The lists that are walked: one of each family.

use b24::{b24_method, b24_object};

use crate::Row;

macro_rules! rows {
    ($($name:ident $id:literal),+ $(,)?) => {
        $(
            #[b24_object(result)]
            #[derive(Debug)]
            pub(crate) struct $name {
                #[b24(rename = $id)]
                id: u64,
            }

            impl Row for $name {
                fn id(&self) -> u64 {
                    self.id
                }
            }
        )+
    };
}

rows!(Deal "ID", Item "id", Task "id", User "ID", Element "ID", Product "id", Order "id", Task3 "id", Entry "id", Other "ID");

#[allow(deprecated)] // Bitrix24 deprecates this method: `crm.item.list` follows it
#[b24_method("crm.deal.list", returns = Vec<Deal>)]
pub(crate) struct DealList {
    pub(crate) select: Option<Vec<String>>,
    pub(crate) filter: Option<serde_json::Value>,
    pub(crate) order: Option<serde_json::Value>,
    pub(crate) start: Option<i64>,
}

#[b24_method("crm.item.list", at = "items", returns = Vec<Item>)]
pub(crate) struct ItemList {
    #[b24(required)]
    pub(crate) entity_type_id: u64,
}

#[b24_method("tasks.task.list", at = "tasks", returns = Vec<Task>)]
pub(crate) struct TaskList;

#[b24_method("user.get", returns = Vec<User>)]
pub(crate) struct UserGet;

#[b24_method("lists.element.get", returns = Vec<Element>)]
pub(crate) struct ElementGet {
    #[b24(required)]
    pub(crate) iblock_type_id: String,
    #[b24(required)]
    pub(crate) iblock_id: u64,
}

#[b24_method("catalog.product.list", at = "products", returns = Vec<Product>)]
pub(crate) struct ProductList {
    #[b24(required)]
    pub(crate) select: Vec<String>,
    #[b24(required)]
    pub(crate) filter: serde_json::Value,
}

#[b24_method("sale.order.list", at = "orders", returns = Vec<Order>)]
pub(crate) struct OrderList {
    pub(crate) select: Option<Vec<String>>,
}

#[b24_method("tasks.task.list", api = 3, at = "items", returns = Vec<Task3>)]
pub(crate) struct TaskList3;

#[b24_method("main.eventlog.list", api = 3, at = "items", returns = Vec<Entry>)]
pub(crate) struct EventLog;

#[b24_method("main.eventlog.tail", api = 3, at = "items", returns = Vec<Entry>)]
pub(crate) struct EventTail;

#[b24_method("acme.row.list", unlisted, effect = read, returns = Vec<Other>, list(id = "ID"))]
pub(crate) struct OtherList;
