use b24::b24_object;

struct Phone;

#[b24_object(result)]
struct Contact {
    #[b24(flaten)]
    phone: Phone,
    #[b24(requierd)]
    work_phone: Phone,
    name: String,
}

fn main() {
    let _ = |contact: Contact| (contact.phone, contact.work_phone, contact.name);
}
