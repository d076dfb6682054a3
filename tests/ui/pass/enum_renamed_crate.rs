extern crate b24 as sdk;

mod b24 {}

mod nested {
    pub mod sdk {
        pub use ::sdk::*;
    }
}

#[sdk::b24_enum(crate = sdk)]
#[derive(Debug, PartialEq)]
enum Color {
    Red,
    #[b24(other)]
    Other(String),
}

#[sdk::b24_enum(rename_all = "snake_case", crate = nested::sdk)]
#[derive(Debug, PartialEq)]
enum Place {
    LeftSide,
}

#[sdk::b24_method("test.chat.add", unlisted, crate = sdk)]
struct ChatAdd {
    #[b24(enum = ["RED"])]
    color: Option<Color>,
}

fn main() {
    assert!(ChatAdd::new().color(Color::Red).validate().is_ok());
    assert_eq!("left_side".parse(), Ok(Place::LeftSide));
}
