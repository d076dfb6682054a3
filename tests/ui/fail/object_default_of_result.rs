use b24::b24_object;

#[b24_object(result, default)]
struct Phone {
    value: Option<String>,
}

fn main() {
    let _ = Phone::default().value;
}
