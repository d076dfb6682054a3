use b24::{b24_enum, b24_method};

#[b24_enum]
enum Visible {
    Y,
    N,
    Maybe,
}

#[b24_method("sonet_group.create")]
struct GroupCreate {
    #[b24(required)]
    name: String,
    visible: Option<Visible>,
    #[b24(enum = ["Y", "MAYBE"])]
    opened: Option<b24::YesNo>,
}

fn main() {}
