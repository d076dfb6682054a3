use b24::b24_object;

#[b24_object(parameter, api = 3)]
struct Fields {
    name: Option<String>,
}

fn main() {}
