use b24::{b24_method, b24_object};

#[b24_object]
struct Phone(String);

#[b24_object(default)]
union Number {
    value: u64,
}

#[b24_object(tag = "TYPE")]
enum Kind {
    Phone { phone: Phone },
}

#[b24_method("test.contact.add", unlisted, returns = Vec<Phone>)]
struct ContactAdd {
    #[b24(required)]
    phone: Phone,
    phones: Option<Vec<Phone>>,
    #[b24(flatten)]
    number: Number,
    #[b24(flatten, required)]
    kind: Kind,
}

fn main() {
    let client = b24::Client::from_env().unwrap();
    let kind = Kind::Phone { phone: Phone::new() };
    let add = ContactAdd::new(Phone::new(), kind).phones([Phone::new()]).number(Number::new());
    let answer = add.call(&client).unwrap();
    let _ = answer.result.iter().map(|phone| phone.0.len());
}
