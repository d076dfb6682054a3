//! A `where` clause of the user's is kept beside what is added.

use std::fmt::Debug;

use b24::{Scalar, b24_method};

#[b24_method("test.chat.add", unlisted, returns = b24::Id, errors(BOT_ID_ERROR), default)]
#[derive(Debug, Clone, PartialEq)]
struct ChatAdd<'a, T>
where
    T: Scalar + Debug + 'a,
    Option<T>: Clone,
{
    title: Option<T>,
    message: Option<&'a str>,
}

fn main() {
    let chat: ChatAdd<'_, String> = ChatAdd::default();
    assert_eq!(chat.clone(), ChatAdd::new());
    assert_eq!(chat.message("Hello").validate(), Ok(()));
}
