use b24::b24_object;

#[b24_object(paramter)]
struct Phone {
    value: Option<String>,
}

fn main() {
    let _ = Phone::new().value("+49");
}
