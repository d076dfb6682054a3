use b24::b24_object;

#[b24_object(default)]
struct Phone {
    #[b24(required)]
    value: String,
}

fn main() {
    let _ = Phone::default();
}
