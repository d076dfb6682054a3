//! Comments and `#[doc]` on the struct and its fields, on `impl`s and setters too.
#![deny(missing_docs, rustdoc::all)]

use b24::b24_method;

/// Creates a chat: `|`, [links](https://apidocs.bitrix24.com/), "quotes" and more.
#[b24_method("test.chat.add", unlisted, errors(BOT_ID_ERROR))]
#[doc = "One more line."]
#[doc(alias = "chat")]
pub struct ChatAdd {
    /// What it is called.
    ///
    /// In two paragraphs.
    #[b24(length = 1..=255, default = "a | b")]
    pub title: Option<String>,
    /** In another form. */
    pub color: Option<String>,
}

fn main() {
    let _ = ChatAdd::new().title("News").color("RED");
}
