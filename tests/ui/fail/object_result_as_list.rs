use b24::{b24_method, b24_object};

#[b24_object(result)]
struct Phone {
    value: Option<String>,
}

#[b24_method("test.contact.add", unlisted)]
struct ContactAdd {
    phone: Option<Vec<Phone>>,
}

fn main() {
    let _ = |phone: Phone| phone.value;
}
