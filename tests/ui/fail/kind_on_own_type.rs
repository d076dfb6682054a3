use b24::{b24_method, b24_object};

struct Phone;

#[b24_object(parameter)]
struct Mail {
    value: Option<String>,
}

#[b24_method("test.user.update", unlisted)]
struct UserUpdate {
    #[b24(kind = text)]
    personal_mobile: Option<Phone>,
    #[b24(kind = text)]
    email: Option<Mail>,
}

fn main() {}
