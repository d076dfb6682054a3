use b24::b24_object;

#[b24_object]
struct Phone {
    #[b24(required)]
    value: String,
}

fn main() {
    let _ = Phone::new();
}
