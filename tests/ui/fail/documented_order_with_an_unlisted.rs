use b24::{b24_method, Order};

#[allow(deprecated)]
#[b24_method("task.item.list")]
struct ItemList {
    order: Option<Order>,
    #[b24(unlisted)]
    extra: Option<String>,
    filter: Option<b24::Filter>,
}

fn main() {}
