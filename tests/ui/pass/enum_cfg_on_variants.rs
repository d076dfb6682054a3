//! A variant that is not compiled has no value.

use b24::b24_enum;

#[b24_enum]
#[derive(Debug, PartialEq)]
enum Color {
    Red,
    #[cfg(any())]
    Green,
    #[cfg(any())]
    #[b24("RED")]
    Rouge,
    #[cfg_attr(all(), b24("blue"))]
    Blue,
    #[cfg(any())]
    #[b24(other)]
    Other(u8),
}

fn main() {
    assert_eq!(Color::VALUES, ["RED", "blue"]);
    assert_eq!("blue".parse(), Ok(Color::Blue));
    assert!("GREEN".parse::<Color>().is_err());
    assert_ne!(Color::Red, Color::Blue);
}
