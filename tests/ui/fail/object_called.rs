use b24::b24_object;

#[b24_object]
struct Phone {
    value: Option<String>,
}

fn main() {
    let client = b24::Client::from_env().unwrap();
    let _ = client.call(&Phone::new());
}
