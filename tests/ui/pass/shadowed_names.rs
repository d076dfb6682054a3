//! A user's names that are those of the standard library: what is generated asks for none of them.
#![allow(non_camel_case_types, non_upper_case_globals, unused)]

mod core {}
mod std {}
mod alloc {}
mod serde {}
mod syn {}

struct Option;
struct Some;
struct None;
struct Ok;
struct Err;
struct Vec;
struct String;
struct Box;
struct Cow;
struct Default;
struct Self_;
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
struct Error;
struct Client;
struct Response;
struct Rule;
struct Id;
enum AnyCode {}
trait Method {}
trait Serialize {}
trait Field {}
trait IntoField {}
trait Clone {}
trait Into {}
trait From {}
trait Drop {}
trait Iterator {}
fn value() {}
fn new() {}
fn call() {}
macro_rules! vec { () => {}; }
macro_rules! panic { () => {}; }

type Text = ::std::option::Option<::std::string::String>;
type Users = ::std::option::Option<::std::vec::Vec<::core::primitive::u64>>;
type Number = ::std::option::Option<::core::primitive::u64>;

#[::b24::b24_method("test.chat.add", unlisted, errors(BOT_ID_ERROR, WRONG_REQUEST), default, effect = read)]
pub struct ChatAdd {
    #[b24(enum = ["OPEN", "CHAT"], default = "CHAT")]
    r#type: Text,
    #[b24(length = 1..=255)]
    value: Text,
    #[b24(items = 1..)]
    client: Users,
    #[b24(range = ..=5, secret)]
    serializer: Number,
    #[b24(skip)]
    __visitor: Number,
}

#[::b24::b24_method("test.chat.get", unlisted, returns = Text, at = "TITLE")]
struct ChatGet {
    #[b24(required)]
    value: Text,
    #[b24(required)]
    code: Text,
}

fn main() {
    let chat = ChatAdd::new().r#type("OPEN").value("News").client([1271]).serializer(3);
    assert!(chat.validate().is_ok());
    assert!(ChatGet::new("a", "b").value("c").validate().is_ok());
    let _ = |portal: &::b24::Client| chat.call(portal);
}
