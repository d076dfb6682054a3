use b24::b24_method;

#[b24_method("tasks.task.get", api = 3)]
struct TaskGet {
    #[b24(required)]
    id: u64,
    task_id: Option<u64>,
}

fn main() {}
