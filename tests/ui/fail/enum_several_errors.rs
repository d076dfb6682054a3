use b24::{b24_enum, b24_method};

#[b24_enum(rename = "camelCase", crate = "b24")]
#[derive(Debug, Clone, PartialEq)]
enum Color {
    Red,
    #[b24("RED")]
    Rouge,
    #[b24(5)]
    Green,
    Rgb(u8, u8, u8),
    #[b24(othr)]
    Other(u8),
}

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    #[b24(enum = ["RED"])]
    color: Option<Color>,
}

fn main() {
    let chat = ChatAdd::new().color(Color::Rouge);
    assert_eq!(chat.color, "RED".parse().ok());
    println!("{} {:?}", Color::Rgb(1, 2, 3), Color::VALUES);
}
