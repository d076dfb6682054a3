use b24::b24_object;

#[b24_object(parameter)]
struct Phone {
    value: Option<String>,
}

#[b24_object(result)]
struct Contact {
    phone: Vec<Phone>,
}

fn main() {
    let _ = |contact: Contact| contact.phone;
}
