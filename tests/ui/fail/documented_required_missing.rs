use b24::b24_method;

#[b24_method("crm.item.get")]
struct ItemGet {
    #[b24(required)]
    id: u64,
}

fn main() {}
