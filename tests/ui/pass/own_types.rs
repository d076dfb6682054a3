//! Types of the user's own, made scalars; restricted once they say what they are.

use b24::{HasRange, HasValues, Scalar, b24_method};
use serde::Serialize;

#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum Color {
    Red,
    LightBlue,
}

impl Scalar for Color {}
impl HasValues for Color {}

#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
struct Share(f64);

impl Scalar for Share {}
impl HasRange for Share {}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct Properties {
    #[serde(rename = "NAME")]
    name: String,
}

impl Scalar for Properties {}

#[b24_method("test.chat.add", unlisted)]
#[derive(Debug, Clone)]
struct ChatAdd {
    #[b24(enum = ["RED", "LIGHT_BLUE"], default = Color::Red)]
    color: Option<Color>,
    #[b24(required)]
    properties: Properties,
    #[b24(range = 0.0..=1.0)]
    share: Option<Share>,
    #[b24(enum = ["RED"])]
    colors: Option<Vec<Color>>,
}

fn main() {
    let properties = Properties { name: "bot".into() };
    let chat = ChatAdd::new(properties).color(Color::LightBlue).share(Share(0.5)).colors([Color::Red]);
    assert_eq!(chat.validate(), Ok(()));
    assert!(chat.clone().share(Share(1.5)).validate().is_err());
    assert!(chat.colors([Color::LightBlue]).validate().is_err());
}
