//! `imbot.chat.add` on the wire: what the page documents for every parameter, and its requests.

use b24::{Base64, Client, Method as _, Rule};
use b24_portal::{Answer, Portal, Received};
use b24_tests::ChatAdd;
use serde_json::{Value, json};

/// What the page's examples send.
const BODY: &str = r#"{"TYPE":"CHAT","TITLE":"Новый чат","DESCRIPTION":"Важные новости","COLOR":"GREEN","MESSAGE":"Добро пожаловать!","USERS":[1271],"AVATAR":"/9j/4AAQSkZJRgABAQEBLAEsAAD/","ENTITY_TYPE":"CHAT","ENTITY_ID":"13","BOT_ID":1291}"#;

const AVATAR: &str = "/9j/4AAQSkZJRgABAQEBLAEsAAD/";

const COLORS: [&str; 16] = [
    "RED",
    "GREEN",
    "MINT",
    "LIGHT_BLUE",
    "DARK_BLUE",
    "PURPLE",
    "AQUA",
    "PINK",
    "LIME",
    "BROWN",
    "AZURE",
    "KHAKI",
    "SAND",
    "MARENGO",
    "GRAY",
    "GRAPHITE",
];

/// The page's example.
fn example() -> ChatAdd {
    ChatAdd::new()
        .r#type("CHAT")
        .title("Новый чат")
        .description("Важные новости")
        .color("GREEN")
        .message("Добро пожаловать!")
        .users([1271])
        .avatar(Base64::from_encoded(AVATAR).unwrap())
        .entity_type("CHAT")
        .entity_id("13")
        .bot_id(1291_u64)
}

fn written(chat: &ChatAdd) -> Value {
    serde_json::to_value(chat).unwrap()
}

/// What a portal receives from a call of the example.
fn received(portal: &Portal, client: &Client) -> Received {
    portal.answer("imbot.chat.add", Answer::result("2725"));
    example().call(client).unwrap();
    let mut requests = portal.requests();
    assert_eq!(requests.len(), 1);
    requests.remove(0)
}

#[test]
fn every_parameter_has_its_documented_name_in_the_documented_order() {
    let names: Vec<&str> = ChatAdd::new()
        .parameters()
        .iter()
        .map(|parameter| parameter.name)
        .collect();
    assert_eq!(
        names,
        [
            "TYPE",
            "TITLE",
            "DESCRIPTION",
            "COLOR",
            "MESSAGE",
            "USERS",
            "AVATAR",
            "ENTITY_TYPE",
            "ENTITY_ID",
            "BOT_ID",
            "CLIENT_ID",
        ]
    );
    assert_eq!(ChatAdd::NAME, "imbot.chat.add");
}

#[test]
fn texts_are_sent_as_texts() {
    let chat = ChatAdd::new()
        .title("a")
        .description("b")
        .message("c")
        .entity_type("d")
        .entity_id("13")
        .client_id("e");
    assert_eq!(
        written(&chat),
        json!({"TITLE": "a", "DESCRIPTION": "b", "MESSAGE": "c", "ENTITY_TYPE": "d", "ENTITY_ID": "13", "CLIENT_ID": "e"})
    );
}

#[test]
fn users_are_a_list_of_numbers_the_bot_is_a_number_the_avatar_is_base64() {
    let chat = ChatAdd::new()
        .users([1271, 7])
        .bot_id(1291_u64)
        .avatar(Base64::from_bytes(b"GIF89a"));
    assert_eq!(
        written(&chat),
        json!({"USERS": [1271, 7], "AVATAR": "R0lGODlh", "BOT_ID": 1291})
    );
}

#[test]
fn both_types_and_all_sixteen_colors_are_allowed_and_nothing_else() {
    let parameters = ChatAdd::new().parameters();
    assert_eq!(parameters[0].rules, [Rule::Allowed(&["OPEN", "CHAT"])]);
    assert_eq!(parameters[3].rules, [Rule::Allowed(&COLORS)]);
    for kind in ["OPEN", "CHAT"] {
        assert_eq!(ChatAdd::new().r#type(kind).validate(), Ok(()));
    }
    for color in COLORS {
        assert_eq!(ChatAdd::new().color(color).validate(), Ok(()));
        assert!(ChatAdd::new().color(color.to_lowercase()).validate().is_err());
    }
    assert!(ChatAdd::new().r#type("").validate().is_err());
}

#[test]
fn what_is_absent_is_not_sent() {
    assert_eq!(serde_json::to_string(&ChatAdd::new()).unwrap(), "{}");
    assert_eq!(
        serde_json::to_string(&ChatAdd::new().title("a").title(None::<&str>).bot_id(0_u64)).unwrap(),
        r#"{"BOT_ID":0}"#
    );
}

#[test]
fn the_declared_order_is_kept_whatever_the_order_of_the_setters() {
    let chat = ChatAdd::new().bot_id(1_u64).title("a").r#type("OPEN");
    assert_eq!(
        serde_json::to_string(&chat).unwrap(),
        r#"{"TYPE":"OPEN","TITLE":"a","BOT_ID":1}"#
    );
}

#[test]
fn the_example_is_written_byte_for_byte() {
    assert_eq!(serde_json::to_string(&example()).unwrap(), BODY);
}

#[test]
fn the_webhook_request_of_the_page_arrives() {
    let portal = Portal::start().unwrap();
    let request = received(&portal, &Client::webhook(portal.webhook()).unwrap());
    let webhook = portal.webhook().strip_prefix(portal.url()).unwrap();

    assert_eq!(request.verb, "POST");
    assert_eq!(request.target, format!("{webhook}imbot.chat.add"));
    assert_eq!(request.header("Content-Type"), Some("application/json"));
    assert_eq!(request.header("Accept"), Some("application/json"));
    assert_eq!(request.body, BODY.as_bytes());
}

#[test]
fn the_oauth_request_of_the_page_arrives_with_the_token_in_the_body() {
    let portal = Portal::start().unwrap();
    let request = received(
        &portal,
        &Client::with_token(portal.url(), portal.token()).unwrap(),
    );

    assert_eq!(request.verb, "POST");
    assert_eq!(request.target, "/rest/imbot.chat.add");
    assert_eq!(request.header("Content-Type"), Some("application/json"));
    assert_eq!(request.header("Accept"), Some("application/json"));
    assert_eq!(request.header("Authorization"), None);
    let expected = format!(
        "{},\"auth\":\"{}\"}}",
        BODY.strip_suffix('}').unwrap(),
        portal.token()
    );
    assert_eq!(String::from_utf8(request.body.clone()).unwrap(), expected);
    assert_eq!(request.json().unwrap()["auth"], portal.token());
}

#[test]
fn each_header_is_sent_once() {
    let portal = Portal::start().unwrap();
    let request = received(&portal, &Client::webhook(portal.webhook()).unwrap());
    let mut names: Vec<&String> = request.headers.iter().map(|(name, _)| name).collect();
    names.sort();
    let all = names.len();
    names.dedup();
    assert_eq!(names.len(), all, "{names:?}");
    assert_eq!(
        request.header("Content-Length"),
        Some(BODY.len().to_string().as_str())
    );
    assert_eq!(request.header("Transfer-Encoding"), None);
}
