use b24::b24_method;

#[allow(deprecated)]
#[b24_method("task.item.list")]
struct ItemList {
    order: Option<b24::Order>,
    select: Option<b24::Select>,
}

fn main() {}
