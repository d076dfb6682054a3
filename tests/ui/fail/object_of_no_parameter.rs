use b24::b24_object;

#[b24_object("booking.v1.resource.add", "feilds", parameter)]
struct Fields {
    name: Option<String>,
}

fn main() {}
