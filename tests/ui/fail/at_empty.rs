use b24::b24_method;

#[b24_method("tasks.task.get", at = "")]
struct TaskGet;

fn main() {}
