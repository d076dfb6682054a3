use b24::b24_object;

#[b24_object("booking.v1.resource.add", "fields", parameter, untagged)]
enum Fields {
    Text(String),
    Number(u64),
}

fn main() {}
