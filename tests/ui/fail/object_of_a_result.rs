use b24::b24_object;

#[b24_object("booking.v1.resource.get", "resource", result)]
struct Resource {
    name: Option<String>,
}

fn main() {}
