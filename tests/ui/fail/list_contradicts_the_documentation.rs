#![deny(deprecated)]
use b24::b24_method;

#[b24_method("crm.item.list", list(rows = "item", id = "ID", order = "sort"))]
struct Items {
    #[b24(required)]
    entity_type_id: u64,
}

#[b24_method("user.get", list(rows = "users"))]
struct Users;

#[b24_method("tasks.task.list", list(rows = "tasks", id = "id"))]
struct Tasks;

#[b24_method("crm.status.list", list(id = "ID", filter = "FILTER"))]
struct Statuses;

fn main() {}
