//! Documented methods, each with what the documentation knows of it; a false warning would be an error.
#![deny(warnings)]

use std::collections::BTreeMap;

use b24::{Api, Base64, Effect, Filter, Id, Method, Order, Patch, Select, b24_enum, b24_method, b24_object};
use serde_json::{Value, json};

/// The enum's own spelling of the documented values.
#[b24_enum(rename_all = "camelCase")]
#[derive(Debug, Clone, Copy)]
pub enum Color {
    Red,
    LightBlue,
}

/// A nested object, of which the names and kinds are documented.
#[b24_object("imbot.v2.Chat.add", "fields", parameter)]
#[derive(Debug, Clone)]
pub struct Chat {
    title: Option<String>,
    color: Option<Color>,
    avatar: Option<Base64>,
    user_ids: Option<Vec<u64>>,
    /// The documentation has a number.
    #[b24(kind = any)]
    owner_id: Option<String>,
    /// The documentation does not have it.
    #[b24(unlisted)]
    parent_chat_id: Option<u64>,
}

/// A method with it.
#[b24_method("imbot.v2.Chat.add", returns = Value, at = "chat")]
#[derive(Debug, Clone)]
pub struct ChatAdd {
    #[b24(required)]
    bot_id: Id,
    bot_token: Option<String>,
    fields: Option<Chat>,
}

/// One of two parameters is needed.
#[b24_method("im.message.add", returns = Id)]
pub struct MessageAdd<'a> {
    #[b24(required)]
    dialog_id: &'a str,
    #[b24(one_of = "message")]
    message: Option<&'a str>,
    #[b24(one_of = "message")]
    attach: Option<Vec<BTreeMap<String, Value>>>,
    system: Option<bool>,
}

/// Without the other of the two.
#[b24_method("im.message.add", returns = Id)]
pub struct TextAdd {
    #[b24(required)]
    dialog_id: String,
    #[b24(required)]
    message: String,
}

/// A deprecated one, which somebody still needs.
#[allow(deprecated)] // until the bots of the second version are everywhere
#[b24_method("imbot.chat.add", returns = Id)]
pub struct OldChatAdd {
    title: Option<String>,
    bot_id: Option<u64>,
}

/// An update.
#[b24_method("user.update", returns = bool)]
pub struct UserUpdate {
    #[b24(required)]
    id: u64,
    active: Option<bool>,
    name: Patch<String>,
}

/// What lists take.
#[b24_method("crm.item.list", returns = Vec<Value>, at = "items")]
pub struct ItemList {
    #[b24(required)]
    entity_type_id: u64,
    select: Option<Select>,
    filter: Option<Filter>,
    order: Option<Order>,
    start: Option<u64>,
}

/// A method of REST 3.
#[b24_method("tasks.task.get", api = 3, at = "item")]
pub struct TaskGet {
    #[b24(required)]
    id: u64,
    select: Option<Select>,
}

/// No method of the documentation.
#[b24_method("acme.order.cancel", unlisted)]
pub struct OrderCancel {
    id: Option<u64>,
}

fn main() {
    let chat = Chat::new()
        .title("News")
        .color(Color::LightBlue)
        .user_ids([1271])
        .owner_id("1")
        .parent_chat_id(5)
        .avatar(Base64::from_bytes(b"GIF89a"));
    let add = ChatAdd::new(39).fields(chat.clone());
    assert!(add.validate().is_ok());
    assert_eq!(
        serde_json::to_value(&add).unwrap_or_default(),
        json!({"botId": 39, "fields": {
            "title": "News", "color": "lightBlue", "avatar": "R0lGODlh", "userIds": [1271],
            "ownerId": "1", "parentChatId": 5,
        }})
    );
    assert!(
        add.bot_token("s3cret")
            .fields(chat.color(Color::Red))
            .validate()
            .is_ok()
    );

    assert!(MessageAdd::new("chat1").validate().is_err());
    let blocks = [BTreeMap::from([("MESSAGE".to_owned(), json!("News"))])];
    let message = MessageAdd::new("chat1").attach(blocks).system(true);
    assert_eq!(
        serde_json::to_value(&message).unwrap_or_default(),
        json!({"DIALOG_ID": "chat1", "ATTACH": [{"MESSAGE": "News"}], "SYSTEM": "Y"})
    );
    assert!(message.message("News").validate().is_ok());
    assert!(TextAdd::new("chat1", "News").validate().is_ok());

    assert!(OldChatAdd::new().title("News").bot_id(39).validate().is_ok());
    assert!(
        UserUpdate::new(5)
            .active(true)
            .name(Patch::Clear)
            .validate()
            .is_ok()
    );
    let list = ItemList::new(2)
        .select(["id"])
        .filter(Filter::new().is("id", 5))
        .order(Order::new())
        .start(50);
    assert!(list.validate().is_ok());
    assert_eq!((ItemList::EFFECT, ChatAdd::EFFECT), (Effect::Read, Effect::Write));
    assert!(TaskGet::new(5).select(["id"]).validate().is_ok());
    assert_eq!((TaskGet::API, ChatAdd::API), (Api::V3, Api::V2));
    assert!(OrderCancel::new().id(7).validate().is_ok());
}
