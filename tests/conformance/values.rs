//! Value types, through a whole call; and calls without a declaration.

use b24::{Base64, Client, Id, YesNo, b24_method};
use b24_portal::{Answer, Portal};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

fn sandbox() -> (Portal, Client) {
    let portal = Portal::start().unwrap();
    let client = Client::webhook(portal.webhook()).unwrap();
    (portal, client)
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "UPPERCASE")]
struct Row {
    id: Id,
    active: YesNo,
    photo: Base64,
}

impl b24::Lenient for Row {}

#[b24_method("test.rows", unlisted, rename_all = "SCREAMING_SNAKE_CASE", returns = Vec<Row>)]
struct Rows {
    owner: Option<Id>,
    active: Option<YesNo>,
    photo: Option<Base64>,
}

#[test]
fn identifiers_booleans_and_files_are_sent_and_received() {
    let (portal, client) = sandbox();
    portal.answer(
        "test.rows",
        Answer::result(
            r#"[{"ID":"39","ACTIVE":"Y","PHOTO":"R0lGODlh"},{"ID":39,"ACTIVE":false,"PHOTO":""},{"ID":0,"ACTIVE":"1","PHOTO":""}]"#,
        ),
    );
    let photo = Base64::from_bytes(b"GIF89a");
    let rows = Rows::new()
        .owner(7_u64)
        .active(true)
        .photo(photo.clone())
        .call(&client)
        .unwrap();

    let row = |id: u64, active: bool, photo| Row {
        id: id.into(),
        active: active.into(),
        photo,
    };
    let none = Base64::from_bytes(b"");
    assert_eq!(
        rows.result,
        [
            row(39, true, photo),
            row(39, false, none.clone()),
            row(0, true, none)
        ]
    );
    assert_eq!(
        portal.requests()[0].json().unwrap(),
        json!({"OWNER": 7, "ACTIVE": "Y", "PHOTO": "R0lGODlh"})
    );
}

#[test]
fn a_bot_registered_twice_comes_back_as_text_and_is_one_identifier() {
    #[allow(deprecated)] // Bitrix24 deprecates the method: `imbot.v2.Bot.register` follows it
    #[b24_method("imbot.register", returns = Id)]
    struct Register {
        #[b24(required)]
        code: String,
        #[b24(required)]
        event_handler: String,
        #[b24(required)]
        properties: Value,
        #[b24(required)]
        client_id: String,
    }
    let (_portal, client) = sandbox();
    let register = Register::new("news", "https://example.com/", json!({"NAME": "News"}), "tests");
    let first = register.call(&client).unwrap().result;
    assert_eq!(register.call(&client).unwrap().result, first);
}

#[test]
fn a_call_without_a_declaration_sends_any_object() {
    #[derive(Serialize)]
    struct Filter<'a> {
        #[serde(rename = ">ID")]
        above: u64,
        name: Option<&'a str>,
    }
    let (portal, client) = sandbox();
    portal.answer("test.echo", Answer::echo());
    let filter = Filter { above: 5, name: None };
    let answer = client
        .call_raw("test.echo", &json!({"FILTER": filter, "text": "чат"}))
        .unwrap();
    assert_eq!(
        answer.result,
        json!({"FILTER": {">ID": 5, "name": null}, "text": "чат"})
    );

    client.call_raw("test.echo", &filter).unwrap();
    client.call_raw("test.echo", &()).unwrap();
    client.call_raw("test.echo", &None::<Filter<'_>>).unwrap();
    let bodies: Vec<Value> = portal
        .requests()
        .iter()
        .skip(1)
        .map(|request| request.json().unwrap())
        .collect();
    assert_eq!(bodies, [json!({">ID": 5, "name": null}), json!({}), json!({})]);
}

#[test]
fn parameters_that_are_no_object_are_refused() {
    let (portal, client) = sandbox();
    for parameters in [json!([1]), json!("a"), json!(7), json!(true)] {
        let error = client.call_raw("app.info", &parameters).unwrap_err();
        assert!(matches!(error, b24::Error::Invalid(_)), "{error:?}");
        assert!(
            error
                .to_string()
                .contains("app.info was not called: cannot be sent: the parameters are not an object"),
            "{error}"
        );
    }
    assert!(portal.requests().is_empty());
}

#[test]
fn what_is_no_name_of_a_method_is_refused() {
    let (portal, client) = sandbox();
    for (name, reason) in [
        ("", "\"\" is not one"),
        (".", "\".\" is not one"),
        ("..", "\"..\" is not one"),
        ("crm..lead", "is not one"),
        (".crm", "is not one"),
        ("crm.", "is not one"),
        ("crm lead", "\"crm lead\" is not one"),
        ("crm.lead.add?auth=1", "is not one"),
        ("crm.lead.add#x", "is not one"),
        ("crm%2elead", "is not one"),
        ("метод", "is not one"),
        ("a\r\nHost: b", r#""a\r\nHost: b" is not one"#),
        ("crm.lead.add.json", "leave that out"),
        ("crm.lead.add.xml", "leave that out"),
        ("../../x", "an address or a path is not one"),
        (
            "https://example.com/rest/1/c0de/app.info",
            "an address or a path is not one",
        ),
    ] {
        let error = client.call_raw(name, &()).unwrap_err();
        assert!(matches!(error, b24::Error::Config(_)), "{error:?}");
        let shown = error.to_string();
        assert!(
            shown.starts_with("method name: ") && shown.contains(reason),
            "{name}: {shown}"
        );
        assert!(
            shown.contains("as in im.chat.add") && !shown.contains("c0de"),
            "{shown}"
        );
    }
    assert!(portal.requests().is_empty());
}

#[test]
fn the_case_of_a_name_is_kept() {
    let (portal, client) = sandbox();
    portal.answer("imbot.v2.Chat.add", Answer::result("1"));
    assert_eq!(client.call_raw("imbot.v2.Chat.add", &()).unwrap().result, 1);
    assert!(portal.requests()[0].path().ends_with("/imbot.v2.Chat.add"));
}

#[test]
fn shared_and_borrowed_values_are_fields_as_what_is_in_them() {
    use std::borrow::Cow;
    use std::num::NonZeroU64;
    use std::sync::Arc;

    #[b24::b24_object]
    #[derive(Debug, PartialEq)]
    struct Shared {
        #[b24(required, length = ..=5, enum = ["News", "Chat"])]
        title: Arc<str>,
        #[b24(required, length = ..=5)]
        text: Box<str>,
        #[b24(range = 1..)]
        id: Option<Arc<u64>>,
        #[b24(required)]
        users: Vec<NonZeroU64>,
        color: Option<Cow<'static, str>>,
    }

    #[b24_method("test.shared", unlisted)]
    struct Call {
        #[b24(required)]
        shared: Arc<Shared>,
    }

    let users = [NonZeroU64::MIN];
    let shared = || Shared::new("News", "Hello".to_owned(), users.iter()).id(5);
    let call = Call::new(shared());
    assert!(call.validate().is_ok());
    let json = r#"{"TITLE":"News","TEXT":"Hello","ID":5,"USERS":[1]}"#;
    assert_eq!(
        serde_json::to_string(&call).unwrap(),
        format!(r#"{{"SHARED":{json}}}"#)
    );
    let decoded = r#"{"TITLE":"News","TEXT":"Hello","ID":"5","USERS":["1"]}"#;
    assert_eq!(serde_json::from_str::<Shared>(decoded).unwrap(), shared());

    let wrong = Call::new(shared().title("Gossip").text("Gossip").id(0).users(users));
    let paths: Vec<_> = wrong
        .validate()
        .unwrap_err()
        .violations()
        .iter()
        .map(|violation| violation.path().to_owned())
        .collect();
    assert_eq!(
        paths,
        ["SHARED.TITLE", "SHARED.TITLE", "SHARED.TEXT", "SHARED.ID"]
    );
}
