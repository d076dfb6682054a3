//! An open enum keeps what it does not list, and may be matched by reference.

use b24::{b24_enum, b24_method};

#[b24_enum(rename_all = "camelCase")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Color {
    Red,
    LightBlue,
    #[b24(other)]
    Custom(String),
}

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    #[b24(enum = ["red", "lightBlue"])]
    color: Option<Color>,
}

fn name(color: &Color) -> &str {
    match color {
        Color::Red => "red",
        Color::LightBlue => "blue",
        Color::Custom(name) => name,
    }
}

fn main() {
    assert_eq!(Color::VALUES, ["red", "lightBlue"]);
    let custom: Color = "mauve".parse().unwrap();
    assert_eq!(name(&custom), "mauve");
    assert_eq!(custom.to_string(), "mauve");
    // Listed by the type, or not at all: the field allows two.
    assert!(ChatAdd::new().color(custom).validate().is_err());
    assert!(ChatAdd::new().color(Color::LightBlue).validate().is_ok());
}
