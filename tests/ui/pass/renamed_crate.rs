//! The crate under another name.

extern crate b24 as sdk;

mod inner {
    pub mod b24 {
        // Not the crate: the option says where it is.
    }
    pub use ::b24 as deep;
}

use sdk::b24_method;

#[b24_method("test.chat.add", unlisted, crate = sdk, returns = sdk::Id, errors(BOT_ID_ERROR), default)]
#[derive(Debug)]
struct ChatAdd {
    #[b24(length = 1..=255, default = "News")]
    title: Option<String>,
    #[b24(range = 1..)]
    bot_id: Option<u64>,
}

#[sdk::b24_method("test.chat.get", unlisted, crate = crate::inner::deep)]
struct ChatGet<T> {
    #[b24(required)]
    entity_id: Option<T>,
}

fn main() {
    assert_eq!(ChatAdd::default().bot_id(39).validate(), Ok(()));
    assert_eq!(ChatGet::<String>::new("7".to_owned()).validate(), Ok(()));
}
