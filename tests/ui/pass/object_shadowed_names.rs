//! A user's names that are those of the standard library, and no prelude: what is generated asks for
//! none of them.
#![no_implicit_prelude]
#![allow(non_camel_case_types, non_upper_case_globals, unused)]

mod core {}
mod std {}
mod alloc {}
mod serde {}
mod serde_json {}

struct Option;
struct Some;
struct None;
struct Ok;
struct Err;
struct Vec;
struct String;
struct Default;
struct Value;
struct Map;
struct bool;
struct char;
struct str;
struct u16;
struct u64;
struct usize;
struct i64;
struct i128;
struct f64;
type Result = ();
trait Object {}
trait Scalar {}
trait Lenient {}
trait Serialize {}
trait Deserialize {}
trait Deserializer {}
trait Members {}
trait Received {}
trait Rest {}
trait Field {}
trait Visitor {}
trait IntoField {}
fn value() {}
fn new() {}
fn tag() {}

type Text = ::std::option::Option<::std::string::String>;
type Number = ::std::option::Option<::core::primitive::u64>;
type Further = ::std::collections::BTreeMap<::std::string::String, ::std::string::String>;

#[::b24::b24_object(default)]
#[derive(::core::clone::Clone)]
struct Phone {
    #[b24(length = 1..=255)]
    value: Text,
    #[b24(range = ..=5, secret)]
    tag: Number,
    #[b24(default = 5)]
    __m: Number,
    #[b24(skip)]
    __v: Number,
    #[b24(flatten)]
    visitor: Further,
}

#[::b24::b24_object(tag = "TYPE")]
enum Kind {
    Phone(Phone),
    #[b24("text")]
    String,
    #[b24(other)]
    Err(Further),
}

#[::b24::b24_object(tag = "TYPE", content = "VALUE", result)]
enum Held {
    Phone(Phone),
    None,
}

#[::b24::b24_object(untagged)]
enum Shape {
    Text(::std::string::String),
    Kind(Kind),
}

fn main() {
    let phone = Phone::new().value("a").tag(3).__m(2).__v(::std::option::Option::Some(1));
    let _ = [Kind::Phone(phone), Kind::String, Kind::Err(Further::new())];
    let _ = <Phone as ::std::default::Default>::default();
    let _ = Held::None;
}
