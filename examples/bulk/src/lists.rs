//! The lists that can be exported, by their names.

use b24::{Client, Progress, b24_method};
use serde_json::Value;

use crate::export::{Export, ExportError};

/// Declares lists, and chooses among them by name. A list with parameters of its own is declared as
/// [`ItemList`] is.
macro_rules! lists {
    ($($list:ident: $name:literal $(, at = $at:literal)?;)+) => {
        $(
            #[allow(deprecated)] // of those who export by an old method the portal still has
            #[b24_method($name, $(at = $at,)? returns = Vec<Value>)]
            struct $list;
        )+

        /// All that are known.
        const NAMES: &[&str] = &[$($name,)+ ITEMS];

        /// Exports the rows of a list that are not in the file yet; returns how many it has then.
        /// `entity_type` is the kind of items that `crm.item.list` lists.
        ///
        /// # Errors
        /// As [`Export::run`].
        pub fn export_list(
            client: &Client,
            list: ListName,
            entity_type: u64,
            export: Export,
            told: &(dyn Fn(&Progress) + Sync),
            interrupted: &dyn Fn() -> bool,
        ) -> Result<u64, ExportError> {
            match list.0 {
                $($name => export.run(client, &$list::new(), told, interrupted),)+
                _ => export.run(client, &ItemList::new(entity_type), told, interrupted),
            }
        }
    };
}

const ITEMS: &str = "crm.item.list";

lists! {
    DealList: "crm.deal.list";
    LeadList: "crm.lead.list";
    ContactList: "crm.contact.list";
    CompanyList: "crm.company.list";
    OrderList: "sale.order.list", at = "orders";
    TaskList: "tasks.task.list", at = "tasks";
    UserGet: "user.get";
}

#[b24_method("crm.item.list", at = "items", returns = Vec<Value>)]
struct ItemList {
    #[b24(required)]
    entity_type_id: u64,
}

/// The name of a list that can be exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListName(&'static str);

impl ListName {
    /// As the portal knows it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.0
    }
}

impl std::str::FromStr for ListName {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let known = NAMES.iter().find(|name| **name == text);
        known.map(|name| Self(name)).ok_or_else(|| {
            format!(
                "known are {}; others take a line each in `src/lists.rs`",
                NAMES.join(", ")
            )
        })
    }
}
