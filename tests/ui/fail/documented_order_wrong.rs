use b24::b24_method;

#[b24_method("task.checklistitem.update")]
struct ItemUpdate {
    #[b24(required)]
    itemid: u64,
    #[b24(required)]
    taskid: u64,
    #[b24(required)]
    fields: serde_json::Value,
}

fn main() {}
