//! A struct that a macro of the user's declares.

use b24::b24_method;

macro_rules! methods {
    ($($vis:vis $struct:ident $name:literal -> $returns:ty {
        $($(#[$attribute:meta])* $field:ident: $ty:ty = $wire:literal),* $(,)?
    })*) => {
        $(
            #[b24_method($name, unlisted, returns = $returns)]
            #[derive(Debug)]
            $vis struct $struct {
                $($(#[$attribute])* #[b24(rename = $wire)] $field: $ty,)*
                // From the macro itself.
                own: Option<u64>,
            }
        )*
    };
}

methods! {
    pub ChatAdd "test.chat.add" -> b24::Id {
        #[b24(required, length = 1..=255)]
        title: Option<String> = "TITLE",
        users: Option<Vec<u64>> = "USERS",
        /// Documented here.
        #[b24(default = 5)]
        limit: u64 = "LIMIT",
    }
    ChatGet "test.chat.get" -> serde_json::Value {}
}

macro_rules! whole {
    ($(#[$attribute:meta])* $struct:ident<$lifetime:lifetime, $parameter:ident> $field:ident $option:ident) => {
        #[b24::b24_method("test.chat.add", unlisted, $option)]
        struct $struct<$lifetime, $parameter> {
            $field: Option<&$lifetime str>,
            other: Option<$parameter>,
        }
    };
}

whole!(Whole<'a, T> text default);

fn main() {
    let chat = ChatAdd::new("News").users([1271]).limit(7).own(1);
    assert_eq!(
        serde_json::to_string(&chat).unwrap(),
        r#"{"TITLE":"News","USERS":[1271],"LIMIT":7,"OWN":1}"#
    );
    assert_eq!(ChatGet::new().own(1).validate(), Ok(()));
    assert_eq!(Whole::<u64>::default().text("a").other(1).validate(), Ok(()));
}
