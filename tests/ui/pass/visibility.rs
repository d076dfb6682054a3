//! The struct's visibility is that of what is generated.

use b24::b24_method;

mod chats {
    use b24::b24_method;

    #[b24_method("test.chat.add", unlisted, errors(BOT_ID_ERROR))]
    #[derive(Debug, Default)]
    pub(crate) struct ChatAdd {
        pub(crate) title: Option<String>,
        color: Option<String>,
        pub(super) users: Option<Vec<u64>>,
    }

    #[b24_method("test.chat.get", unlisted, errors(WRONG_REQUEST))]
    #[derive(Debug)]
    struct Hidden {
        #[b24(required)]
        entity_id: String,
    }

    pub(super) fn hidden() -> String {
        let _ = HiddenCode::WrongRequest;
        Hidden::new("7").entity_id("8").entity_id
    }

    pub mod deep {
        #[super::b24_method("test.chat.leave", unlisted, default)]
        pub(in crate::chats) struct Leave {
            chat_id: Option<u64>,
        }

        pub fn leave() -> bool {
            Leave::new().chat_id(7).validate().is_ok()
        }
    }

    pub(crate) fn leave() -> bool {
        deep::Leave::default().validate().is_ok() && deep::leave()
    }
}

#[b24_method("test.chat.setOwner", unlisted)]
pub struct SetOwner {
    owner: Option<u64>,
}

fn main() {
    let chat = chats::ChatAdd::new().title("News").color("RED").users([1271]);
    assert_eq!(chat.validate(), Ok(()));
    let _ = chats::ChatAddCode::BotIdError;
    assert_eq!(chats::hidden(), "8");
    assert!(chats::leave());
    assert!(SetOwner::new().owner(1).validate().is_ok());
}
