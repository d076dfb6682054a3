use b24::b24_method;

#[b24_method("test.task.get", unlisted, at = "result.task")]
struct TaskGet;

fn main() {}
