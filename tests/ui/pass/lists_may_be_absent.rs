//! A list is given as a list, or as an `Option` of one; a bare `None` infers.

use std::collections::BTreeMap;

use b24::{Id, b24_method};

#[b24_method("test.chat.add", unlisted)]
#[derive(Debug)]
struct ChatAdd {
    users: Option<Vec<u64>>,
    names: Option<Vec<String>>,
    bot_id: Option<u64>,
    data: Option<BTreeMap<String, u64>>,
}

fn main() {
    let maybe: Option<Vec<u64>> = None;
    let chat = ChatAdd::new().users([1271]).users(maybe);
    assert_eq!(chat.users, None);
    let chat = chat.users(Some(vec![1])).users(None).bot_id(None).data(None);
    assert_eq!(chat.users, None);
    let known = vec![7_u64, 9];
    let chat = chat.users(&known).names(&["a", "b"]).names(["a"]).bot_id(Id::new(39));
    assert_eq!((chat.users, chat.bot_id), (Some(known), Some(39)));
}
