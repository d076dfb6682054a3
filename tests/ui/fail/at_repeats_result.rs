use b24::b24_method;

#[b24_method("tasks.task.get", at = "result.task")]
struct TaskGet;

fn main() {}
