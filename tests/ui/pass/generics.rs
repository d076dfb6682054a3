//! A type parameter in a field's type needs no bound of the user's.

use b24::{Field, b24_method};
use serde::Serialize;

#[b24_method("test.chat.add", unlisted)]
#[derive(Debug, Clone, Default)]
pub struct ChatAdd<T, U = u64> {
    pub title: Option<T>,
    pub users: Option<Vec<U>>,
    #[b24(skip)]
    pub note: Option<U>,
}

#[b24_method("test.chat.get", unlisted)]
struct ChatGet<T: Serialize + Clone>
where
    Option<T>: Field,
{
    #[b24(required)]
    entity_id: Option<T>,
}

// Not a field's type by itself: it stays in the user's hands.
struct Opaque;

fn main() {
    let chat = ChatAdd::<String>::new().title("News".to_owned()).users(vec![1271]);
    assert_eq!(serde_json::to_string(&chat).unwrap(), r#"{"TITLE":"News","USERS":[1271]}"#);
    let _ = ChatAdd::<Opaque> {
        title: None,
        users: None,
        note: None,
    };
    let get = ChatGet::new("7".to_owned());
    let get: ChatGet<String> = get.entity_id("8".to_owned());
    assert_eq!(get.validate(), Ok(()));
}
