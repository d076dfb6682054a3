//! Enums inside functions, macros and generic code: the usual traits are all there is to know.
#![deny(warnings)]

use std::fmt::Display;
use std::str::FromStr;

use b24::b24_enum;

macro_rules! values {
    ($vis:vis $name:ident { $($value:literal => $variant:ident),+ $(,)? }) => {
        #[b24_enum]
        #[derive(Debug, Clone, Copy, PartialEq)]
        $vis enum $name {
            $(#[b24($value)] $variant,)+
        }
    };
}

values!(pub Sort { "ASC" => Up, "DESC" => Down });
values!(Priority { 1 => Low, 2 => High });

fn there_and_back<T: FromStr<Err = b24::InvalidValue> + Display>(text: &str) -> String {
    text.parse::<T>().map_or_else(|error| error.to_string(), |value| value.to_string())
}

fn main() {
    #[b24_enum]
    #[derive(Debug, PartialEq)]
    enum Local {
        Inside,
    }

    let local: Option<&Local> = Some(&Local::Inside);
    if let Some(Local::Inside) = local {
        assert_eq!(Local::VALUES, ["INSIDE"]);
    }
    assert_eq!(there_and_back::<Sort>("DESC"), "DESC");
    assert_eq!(there_and_back::<Priority>("2"), "2");
    assert_eq!(there_and_back::<Priority>("3"), r#""3" is not a value of `Priority`; known are 1, 2"#);
    assert_eq!(format!("{:>5}|{:<5}|", Sort::Up, Priority::Low), "  ASC|1    |");
    assert!(matches!((Sort::Down, Priority::High), (Sort::Down, Priority::High)));
}
