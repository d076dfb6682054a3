//! Nothing generated depends on what the names around it mean.
#![allow(dead_code, non_camel_case_types)]

mod shadows {
    pub struct Option;
    pub struct Result;
    pub struct String;
    pub struct str;
    pub struct bool;
    pub struct u16;
    pub struct usize;
    pub struct Some;
    pub struct None;
    pub trait Enum {}
    pub trait Serialize {}
    pub trait Deserialize {}
    pub trait Display {}
    pub trait FromStr {}
    pub mod core {}
    pub mod std {}
    pub mod b24 {}
}
use shadows::*;

#[::b24::b24_enum]
#[derive(Debug, PartialEq)]
enum r#Color {
    Red,
    r#Self_,
    VALUES,
    Err,
    Ok,
    #[b24(other)]
    Other(::std::string::String),
}

fn main() {
    assert_eq!(Color::Red.to_string(), "RED");
    assert_eq!(Color::r#Self_.to_string(), "SELF_");
    assert_eq!("VALUES".parse::<Color>().unwrap(), Color::VALUES);
}
