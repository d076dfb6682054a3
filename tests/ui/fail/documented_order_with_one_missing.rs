use b24::b24_method;

#[b24_method("task.checklistitem.complete")]
struct Complete {
    #[b24(required)]
    itemid: u64,
}

fn main() {}
