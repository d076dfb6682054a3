//! What `new` and setters take: literals and values of each kind, without a word about types.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::num::NonZeroU32;

use b24::{Base64, Id, YesNo, b24_method};
use serde_json::{Value, json};

#[b24_method("test.chat.add", unlisted)]
#[derive(Debug, Clone)]
struct ChatAdd {
    #[b24(required)]
    bot: Option<Id>,
    #[b24(required)]
    owner: u64,
    #[b24(required)]
    name: Option<String>,
    #[b24(required)]
    members: Option<Vec<u64>>,
    title: Option<String>,
    color: Option<Cow<'static, str>>,
    label: Option<Box<str>>,
    bot_id: Option<u64>,
    small: Option<u8>,
    signed: Option<i64>,
    price: Option<f64>,
    count: Option<NonZeroU32>,
    loud: Option<bool>,
    open: Option<YesNo>,
    chat: Option<Id>,
    avatar: Option<Base64>,
    users: Option<Vec<u64>>,
    tags: Option<Vec<String>>,
    seen: Option<HashSet<u64>>,
    counts: Option<HashMap<String, u64>>,
    notes: Option<BTreeMap<String, String>>,
    any: Option<Value>,
    nested: Option<Vec<Vec<u64>>>,
}

fn main() {
    let chat = ChatAdd::new(39, 1, "News", [1271]);
    let chat = ChatAdd::new(Id::new(39), 1_u64, String::from("News"), vec![1_u64]).bot(chat.bot);

    let text = String::from("News");
    let chat = chat.title("News").title(&text).title(text.clone()).title(Some("News"));
    let chat = chat.title(Cow::Borrowed("News")).title(Some(text.clone())).title(Option::<String>::None);
    let chat = chat.color("RED").color(text.clone()).color(Cow::from("RED")).label("a");

    let chat = chat.bot_id(39).bot_id(Some(39)).bot_id(None).owner(2).small(1).signed(-1);
    let chat = chat.price(1.5).price(10).count(NonZeroU32::MIN).loud(true).loud(Some(false));
    let chat = chat.open(true).open(YesNo::No).chat(7).chat(Id::new(7));
    let chat = chat.avatar(Base64::from_bytes(b"GIF89a"));

    let chat = chat.users([1271]).users(vec![1, 2]).users(1..=3).users([1_u64; 2]);
    let chat = chat.users([1, 2].iter().map(|id: &u64| id + 1));
    let chat = chat.users(Vec::<u64>::new()).members(std::iter::once(1));
    let chat = chat.tags(["a", "b"]).tags(vec![String::from("c")]).tags("a b".split(' '));
    let chat = chat.seen([1, 2]).counts([("a", 1)]).notes([("a", "b")]);
    let chat = chat.any("text").any(json!({"A": 1})).nested([[1, 2], [3, 4]]);
    assert_eq!(chat.validate(), Ok(()));
}
