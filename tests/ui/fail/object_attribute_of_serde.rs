use b24::b24_object;

#[b24_object]
struct Phone {
    #[serde(rename = "VALUE")]
    value: Option<String>,
}

fn main() {}
