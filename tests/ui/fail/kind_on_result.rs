use b24::b24_object;

#[b24_object(result)]
struct Phone {
    #[b24(kind = text)]
    value: String,
    #[b24(kind = integer | text)]
    number: u64,
}

fn main() {
    let _ = |phone: Phone| (phone.value, phone.number);
}
