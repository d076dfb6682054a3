use b24::{FilterV3, b24_method};

#[b24_method("crm.item.list")]
struct ItemList {
    #[b24(required)]
    entity_type_id: u64,
    filter: Option<FilterV3>,
}

fn main() {}
