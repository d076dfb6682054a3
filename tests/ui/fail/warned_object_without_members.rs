#![deny(deprecated)]

use b24::b24_object;

#[b24_object("tasks.task.list", "filter", parameter)]
struct Filter {
    id: Option<u64>,
}

fn main() {}
