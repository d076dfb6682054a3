use b24::b24_object;

#[b24_object]
#[derive(serde::Deserialize)]
struct Phone {
    value: Option<String>,
}

fn main() {}
