//! A user who forbids whole groups: an `allow` of any of them in generated code would be an error.
#![forbid(
    unsafe_code,
    missing_docs,
    unused_must_use,
    unused_qualifications,
    single_use_lifetimes,
    non_camel_case_types,
    clippy::all,
    clippy::pedantic,
    clippy::nursery,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic
)]

use b24::{b24_enum, b24_method, b24_object};

/// Values.
#[b24_enum]
#[derive(Debug)]
pub enum Color {
    /// One.
    Red,
}

/// An object.
#[b24_object]
#[derive(Debug)]
pub struct Phone {
    /// A member.
    #[b24(required)]
    pub value: String,
}

/// One of several.
#[b24_object(tag = "TYPE")]
#[derive(Debug)]
pub enum Owner {
    /// One.
    Phone(Phone),
}

/// A method.
#[b24_method("test.chat.add", unlisted, errors(BOT_ID_ERROR))]
#[derive(Debug)]
pub struct ChatAdd<'a> {
    /// A parameter.
    #[b24(enum = ["RED"])]
    pub color: Option<Color>,
    /// A parameter.
    pub title: Option<&'a str>,
    /// A parameter.
    pub phone: Option<Vec<Phone>>,
    /// A parameter.
    pub owner: Option<Owner>,
}

fn main() {
    let chat = ChatAdd::new().title("News").color(Color::Red);
    assert!(chat.validate().is_ok());
}
