use b24::b24_object;

#[b24_object(result)]
struct Phone {
    #[b24(length = 1..=20)]
    value: String,
}

fn main() {
    let _ = |phone: Phone| phone.value;
}
