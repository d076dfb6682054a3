//! Chat bots and notifications.

use std::collections::BTreeMap;

use b24::{Id, YesNo, b24_enum, b24_method, b24_object};
use serde::Deserialize;
use serde_json::Value;

use crate::proof::prove;

#[b24_enum]
#[derive(Debug, Clone, Copy, PartialEq)]
enum BotType {
    B,
    O,
    H,
    S,
}

#[b24_object("imbot.register", "PROPERTIES")]
#[derive(Debug, Clone)]
struct Properties {
    #[b24(one_of = "name")]
    name: Option<String>,
    #[b24(one_of = "name")]
    last_name: Option<String>,
    #[b24(enum = ["RED", "GREEN", "MINT", "LIGHT_BLUE", "DARK_BLUE", "PURPLE", "AQUA", "PINK", "LIME",
        "BROWN", "AZURE", "KHAKI", "SAND", "MARENGO", "GRAY", "GRAPHITE"])]
    color: Option<String>,
    email: Option<String>,
    personal_birthday: Option<String>,
    work_position: Option<String>,
    personal_www: Option<String>,
    #[b24(enum = ["M", "F"])]
    personal_gender: Option<String>,
    personal_photo: Option<b24::Base64>,
}

/// Either one handler of all events, or one of each that a bot must have.
#[allow(deprecated)] // `imbot.v2.Bot.register` follows it, with a page of its own
#[b24_method("imbot.register", returns = Id)]
#[derive(Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE", deny_unknown_fields)]
struct Register {
    #[b24(required)]
    code: String,
    r#type: Option<BotType>,
    openline: Option<YesNo>,
    #[b24(one_of = "handler")]
    event_handler: Option<String>,
    #[b24(one_of = "handler", requires = [event_welcome_message, event_bot_delete])]
    event_message_add: Option<String>,
    event_message_update: Option<String>,
    event_message_delete: Option<String>,
    event_welcome_message: Option<String>,
    event_bot_delete: Option<String>,
    #[b24(secret)]
    client_id: Option<String>,
    #[b24(required)]
    properties: Properties,
}

#[test]
fn imbot_register() {
    prove::<Register>("chat-bots/outdated/bots/imbot-register", |bot, shown| {
        assert_eq!(Some(bot.get()), shown.as_u64());
    });
}

#[test]
fn a_bot_has_one_handler_or_three() {
    let bot = Register::new("newbot", Properties::new().name("Bot"));
    assert!(bot.validate().is_err());
    let one = bot.event_handler("https://example.com/bot");
    assert!(one.validate().is_ok());
    let some = one
        .event_handler(None::<String>)
        .event_message_add("https://example.com/add");
    assert_eq!(some.validate().unwrap_err().violations().len(), 2);
    let all = some
        .event_welcome_message("https://example.com/1")
        .event_bot_delete("https://example.com/2");
    assert!(all.validate().is_ok());
}

/// An attachment, whole or as its blocks alone.
#[b24_object(untagged)]
#[derive(Debug, Clone, PartialEq)]
enum Attach {
    Whole(Attachment),
    Blocks(Vec<Block>),
}

#[b24_object]
#[derive(Debug, Clone, PartialEq)]
struct Attachment {
    id: Option<u64>,
    color: Option<String>,
    #[b24(enum = ["primary", "secondary", "alert", "base"])]
    color_token: Option<String>,
    #[b24(required)]
    blocks: Vec<Block>,
}

/// One of several blocks, each under a name of its own.
#[b24_object]
#[derive(Debug, Clone, PartialEq)]
struct Block {
    #[b24(one_of = "block")]
    message: Option<String>,
    #[b24(one_of = "block")]
    link: Option<Link>,
    #[b24(one_of = "block")]
    user: Option<User>,
    #[b24(one_of = "block")]
    image: Option<Link>,
    #[b24(one_of = "block")]
    delimiter: Option<Delimiter>,
    #[b24(one_of = "block")]
    grid: Option<Vec<Cell>>,
}

#[b24_object]
#[derive(Debug, Clone, PartialEq)]
struct Link {
    #[b24(required)]
    link: String,
    name: Option<String>,
}

#[b24_object]
#[derive(Debug, Clone, PartialEq)]
struct User {
    #[b24(required)]
    name: String,
    avatar: Option<String>,
    link: Option<String>,
}

#[b24_object]
#[derive(Debug, Clone, PartialEq)]
struct Delimiter {
    size: Option<u64>,
    color: Option<String>,
}

#[b24_object]
#[derive(Debug, Clone, PartialEq)]
struct Cell {
    #[b24(required)]
    name: String,
    #[b24(default = "")]
    value: String,
    #[b24(enum = ["BLOCK", "LINE", "ROW", "COLUMN"])]
    display: Option<String>,
    width: Option<u64>,
}

/// Buttons below a message, with the bot that they belong to or alone.
#[b24_object(untagged)]
#[derive(Debug, Clone, PartialEq)]
enum Keyboard {
    Whole(Buttons),
    Buttons(Vec<Button>),
}

#[b24_object]
#[derive(Debug, Clone, PartialEq)]
struct Buttons {
    bot_id: Option<u64>,
    #[b24(required)]
    buttons: Vec<Button>,
}

#[b24_object]
#[derive(Debug, Clone, PartialEq)]
struct Button {
    #[b24(one_of = "button", conflicts = [r#type])]
    text: Option<String>,
    #[b24(one_of = "button", enum = ["NEWLINE", "BUTTON"])]
    r#type: Option<String>,
    link: Option<String>,
    #[b24(enum = ["PUT", "SEND", "COPY", "CALL", "DIALOG"], requires = [action_value])]
    action: Option<String>,
    action_value: Option<String>,
    command: Option<String>,
    #[b24(requires = [command])]
    command_params: Option<String>,
    block: Option<YesNo>,
    disabled: Option<YesNo>,
    #[b24(enum = ["LINE", "BLOCK"])]
    display: Option<String>,
    width: Option<u64>,
    bg_color: Option<String>,
    text_color: Option<String>,
}

#[allow(deprecated)] // `imbot.v2.Chat.Message.send` follows it, below
#[b24_method("imbot.message.add", returns = Id)]
#[derive(Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE", deny_unknown_fields)]
struct MessageAdd {
    bot_id: Option<Id>,
    #[b24(one_of = "receiver")]
    dialog_id: Option<String>,
    #[b24(one_of = "receiver", requires = [to_user_id])]
    from_user_id: Option<Id>,
    #[b24(requires = [from_user_id])]
    to_user_id: Option<Id>,
    #[b24(required)]
    message: String,
    attach: Option<Attach>,
    keyboard: Option<Keyboard>,
    menu: Option<Value>,
    system: Option<YesNo>,
    url_preview: Option<YesNo>,
    skip_connector: Option<YesNo>,
    #[b24(secret)]
    client_id: Option<String>,
}

#[test]
fn imbot_message_add() {
    prove::<MessageAdd>(
        "chat-bots/outdated/messages/imbot-message-add",
        |message, shown| {
            assert_eq!(Some(message.get()), shown.as_u64());
        },
    );
}

/// The method of the messenger shows attachments and a keyboard with the same structure.
#[b24_method("im.message.add", returns = Id)]
#[derive(Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE", deny_unknown_fields)]
struct ChatMessageAdd {
    #[b24(required)]
    dialog_id: String,
    #[b24(one_of = "message")]
    message: Option<String>,
    #[b24(one_of = "message")]
    attach: Option<Attach>,
    keyboard: Option<Keyboard>,
}

/// And that of the second generation of bots.
#[b24_method("imbot.v2.Chat.Message.send")]
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct MessageSend {
    #[b24(required)]
    bot_id: Id,
    #[b24(secret)]
    bot_token: Option<String>,
    #[b24(required)]
    dialog_id: String,
    fields: Option<MessageFields>,
}

#[b24_object("imbot.v2.Chat.Message.send", "fields", parameter)]
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct MessageFields {
    message: Option<String>,
    attach: Option<Attach>,
    keyboard: Option<Keyboard>,
}

#[test]
fn attachments_and_keyboards() {
    let bots = "chat-bots/chat-bots-v2/imbot.v2/messages";
    prove::<ChatMessageAdd>("chats/messages/attachments", |_, _| {});
    prove::<ChatMessageAdd>("chats/messages/keyboards", |_, _| {});
    prove::<MessageSend>(&format!("{bots}/attachments/constructor"), |_, _| {});
    prove::<MessageSend>(&format!("{bots}/message-keyboards"), |_, _| {});
}

#[b24_enum(rename_all = "camelCase")]
#[derive(Debug, Clone, Copy, PartialEq)]
enum Color {
    Red,
    Green,
    Mint,
    LightBlue,
    DarkBlue,
    Purple,
    Aqua,
    Pink,
    Lime,
    Brown,
    Azure,
    Khaki,
    Sand,
    Marengo,
    Gray,
    Graphite,
}

#[b24_object("imbot.v2.Chat.add", "fields")]
#[derive(Debug)]
struct ChatFields {
    title: Option<String>,
    description: Option<String>,
    color: Option<Color>,
    avatar: Option<b24::Base64>,
    user_ids: Option<Vec<u64>>,
    owner_id: Option<u64>,
    message: Option<String>,
}

#[b24_method("imbot.v2.Chat.add", returns = AddedChat)]
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ChatAdd {
    #[b24(required)]
    bot_id: u64,
    #[b24(secret)]
    bot_token: Option<String>,
    fields: Option<ChatFields>,
}

#[b24_object(result, rename_all = "camelCase")]
struct AddedChat {
    chat: Chat,
    users: Vec<ChatUser>,
}

#[b24_object(result, rename_all = "camelCase")]
struct Chat {
    id: u64,
    dialog_id: String,
    name: String,
    extranet: bool,
    entity_link: BTreeMap<String, Value>,
    mute_list: Vec<u64>,
    parent_chat_id: Option<Id>,
    text_field_enabled: bool,
    date_create: Option<String>,
    last_message_id: Option<Id>,
    public: Option<Value>,
}

#[b24_object(result, rename_all = "camelCase")]
struct ChatUser {
    id: Id,
    active: bool,
    name: String,
    departments: Vec<u64>,
    phones: Option<BTreeMap<String, String>>,
}

#[test]
fn imbot_v2_chat_add() {
    prove::<ChatAdd>(
        "chat-bots/chat-bots-v2/imbot.v2/chats/chat-add",
        |added, shown| {
            let (chat, users) = (&added.chat, &added.users);
            assert_eq!(shown["chat"]["id"], chat.id);
            assert_eq!(shown["chat"]["dialogId"], chat.dialog_id);
            assert_eq!(shown["chat"]["name"], chat.name);
            assert_eq!(chat.date_create.as_deref(), shown["chat"]["dateCreate"].as_str());
            assert_eq!(
                chat.last_message_id.map(Id::get),
                shown["chat"]["lastMessageId"].as_u64()
            );
            assert!(!chat.extranet && chat.text_field_enabled);
            assert!(chat.entity_link.is_empty() && chat.mute_list.is_empty());
            assert_eq!((chat.parent_chat_id, &chat.public), (None, &None));
            assert_eq!(users.len(), 2);
            for (user, shown) in users.iter().zip(shown["users"].as_array().unwrap()) {
                assert_eq!(
                    (&shown["id"], &shown["name"]),
                    (&user.id.get().into(), &user.name.as_str().into())
                );
                assert_eq!(shown["departments"], Value::from(user.departments.clone()));
                assert!(user.active && user.phones.is_none());
            }
        },
    );
}

/// The message, or `false` where there was none to send.
#[b24_object(untagged, result)]
enum Notified {
    Message(Id),
    Nothing(bool),
}

#[b24_method("im.notify.personal.add", returns = Notified)]
#[derive(Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE", deny_unknown_fields)]
struct NotifyPersonal {
    #[b24(required, range = 1..)]
    user_id: u64,
    #[b24(required)]
    message: String,
    message_out: Option<String>,
    tag: Option<String>,
    sub_tag: Option<String>,
    attach: Option<Attach>,
    #[b24(secret)]
    client_id: Option<String>,
}

#[test]
fn im_notify_personal_add() {
    prove::<NotifyPersonal>("chats/notifications/im-notify-personal-add", |notified, shown| {
        assert!(matches!(notified, Notified::Message(id) if Some(id.get()) == shown.as_u64()));
    });
    let nothing = serde_json::from_str("false").unwrap();
    assert!(matches!(nothing, Notified::Nothing(false)));
}
