use b24::b24_method;

#[b24_method("tasks.tasks.create")]
struct TaskCreate {
    title: Option<String>,
}

fn main() {}
