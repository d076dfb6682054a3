use b24::{Patch, b24_object};

#[b24_object(parameter)]
struct Deal {
    #[b24(kind = yes_no)]
    opened: Patch<String>,
}

fn main() {}
