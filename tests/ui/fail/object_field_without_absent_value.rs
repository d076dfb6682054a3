use b24::b24_object;

#[b24_object]
struct Phone {
    value: String,
}

fn main() {
    let _ = Phone::new();
}
