//! Without the prelude no name is known but those that are written out.
#![no_implicit_prelude]

#[::b24::b24_method("test.chat.add", unlisted, default)]
struct ChatAdd<T> {
    #[b24(enum = ["OPEN", "CHAT"], default = "CHAT")]
    r#type: ::std::option::Option<::std::string::String>,
    title: ::std::option::Option<T>,
    #[b24(skip)]
    note: ::std::option::Option<T>,
}

type Text = ::std::string::String;

fn main() {
    let chat = <ChatAdd<Text> as ::std::default::Default>::default().r#type("OPEN").title(Text::new());
    let _ = chat.validate();
}
