//! An enum of texts: as values of their own, in a method, in lists, and beside other derives.

use std::collections::BTreeMap;

use b24::{b24_enum, b24_method};

/// Colors.
#[b24_enum]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Color {
    /// The default.
    #[default]
    Red,
    LightBlue,
    #[b24("mint")]
    Mint,
    #[b24("Mint")]
    OldMint,
}

#[b24_method("test.chat.add", unlisted, returns = Vec<Color>)]
struct ChatAdd {
    #[b24(required)]
    first: Color,
    #[b24(required)]
    second: Option<Color>,
    #[b24(enum = ["RED", "mint"])]
    color: Option<Color>,
    #[b24(enum = ["RED", "LIGHT_BLUE"], items = 1..)]
    colors: Option<Vec<Color>>,
    #[b24(default = Color::LightBlue)]
    last: Color,
    boxed: Option<Box<Color>>,
    counts: Option<BTreeMap<Color, u64>>,
}

fn darker(color: Color) -> bool {
    // Outside of patterns the variants are what they were.
    match color {
        Color::Red | Color::LightBlue => true,
        Color::Mint | Color::OldMint => false,
    }
}

fn main() {
    const FIRST: &str = Color::VALUES[0];
    assert_eq!((FIRST, Color::VALUES.len()), ("RED", 4));
    assert!(darker(Color::default()));

    let chat = ChatAdd::new(Color::Red, Color::Mint)
        .color(Color::Mint)
        .color(Some(Color::Red))
        .colors([Color::Red, Color::LightBlue])
        .boxed(Box::new(Color::OldMint))
        .counts([(Color::Red, 1_u64)]);
    assert!(chat.validate().is_ok());
    assert!(chat.color(Color::OldMint).validate().is_err());
    assert_eq!("mint".parse(), Ok(Color::Mint));
    assert_eq!(Color::LightBlue.to_string(), "LIGHT_BLUE");
}
