use b24::{b24_enum, b24_method, b24_object};

#[b24_enum]
enum Color {
    Red,
}

#[b24_object]
struct Phone {
    value: Option<String>,
}

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    color: Option<Color>,
    phone: Option<Phone>,
}

struct ChatUpdate {
    #[b24(required)]
    title: String,
}

fn main() {
    let _ = ChatAdd::new().color(Color::Red).phone(Phone::new());
}
