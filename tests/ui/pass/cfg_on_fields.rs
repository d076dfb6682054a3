//! Fields that are compiled, and fields that are not: the method has the first ones only.

use b24::{Method, b24_method};

#[b24_method("test.chat.add", unlisted)]
#[derive(Debug)]
struct ChatAdd {
    title: Option<String>,
    #[cfg(not(any()))]
    #[b24(required)]
    color: Option<String>,
    #[cfg(any())]
    #[b24(required)]
    message: NoSuchType,
    #[cfg_attr(not(any()), b24(rename = "AVATAR"))]
    picture: Option<String>,
    // The same wire name, but never both.
    #[cfg(any())]
    #[b24(rename = "BOT_ID")]
    bot: Option<String>,
    #[cfg(not(any()))]
    bot_id: Option<u64>,
}

#[cfg(any())]
#[b24_method("test.chat.get", unlisted)]
struct Absent(NoSuchType);

fn main() {
    let names: Vec<&str> = ChatAdd::new("RED").parameters().iter().map(|parameter| parameter.name).collect();
    assert_eq!(names, ["TITLE", "COLOR", "AVATAR", "BOT_ID"]);
    assert_eq!(ChatAdd::new("RED").validate(), Ok(()));
}
