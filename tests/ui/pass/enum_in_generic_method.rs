//! Where a list's type is known only with the struct's parameters, `validate` compares.

use b24::{b24_enum, b24_method};

#[b24_enum]
#[derive(Debug, Clone, PartialEq)]
enum Color {
    Red,
    Green,
}

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd<'a, T: b24::Scalar + b24::HasValues> {
    #[b24(enum = ["RED", "BLUE"])]
    color: Option<T>,
    #[b24(enum = ["RED"])]
    name: Option<&'a str>,
    #[b24(enum = ["GREEN"])]
    known: Option<Vec<Color>>,
}

fn main() {
    let chat = ChatAdd::<'_, Color>::new().color(Color::Red).name("RED").known([Color::Green]);
    assert!(chat.validate().is_ok());
    assert!(chat.color(Color::Green).validate().is_err());
}
