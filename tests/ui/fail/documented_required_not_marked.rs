use b24::b24_method;

#[b24_method("crm.item.get")]
struct ItemGet {
    entity_type_id: Option<u64>,
    #[b24(required)]
    id: u64,
}

fn main() {}
