//! The chat bot methods and what they leave behind.

#![allow(clippy::unwrap_used, reason = "in a test, what fails should stop it")]

mod wire;

use b24_portal::Portal;
use wire::{Response, get, post_form, post_json};

/// Calls through the webhook, as the application `CLIENT_ID` where the parameters say so.
fn call(portal: &Portal, method: &str, parameters: &str) -> Response {
    post_json(&format!("{}{method}", portal.webhook()), parameters)
}

/// Calls through the token, as the local application.
fn call_as_application(portal: &Portal, method: &str, parameters: &str) -> Response {
    post_json(
        &format!("{}/rest/{method}?auth={}", portal.url(), portal.token()),
        parameters,
    )
}

fn error(code: &str, description: &str) -> String {
    format!(r#"{{"error":"{code}","error_description":"{description}"}}"#)
}

/// Parameters of a bot that can be registered, without the closing brace.
const BOT: &str = r#"{"EVENT_HANDLER":"https://bot.example/","PROPERTIES":{"NAME":"Echo"}"#;

/// A portal with the bot 39 of the webhook client `c`.
fn portal_with_bot() -> Portal {
    let portal = Portal::start().unwrap();
    let answer = call(
        &portal,
        "imbot.register",
        &format!(r#"{BOT},"CODE":"echo","CLIENT_ID":"c"}}"#),
    );
    assert_eq!(answer.result(), "39");
    portal
}

#[test]
fn a_new_bot_has_a_number_and_a_known_one_gives_it_as_text() {
    let portal = portal_with_bot();
    let again = format!(r#"{BOT},"CODE":"echo","CLIENT_ID":"c"}}"#);
    assert_eq!(call(&portal, "imbot.register", &again).result(), r#""39""#);
    let second = format!(r#"{BOT},"CODE":"second","CLIENT_ID":"c"}}"#);
    assert_eq!(call(&portal, "imbot.register", &second).result(), "41");
    assert_eq!(portal.bots().len(), 2);
    assert_eq!(portal.bots()[0].client, "customc");
}

#[test]
fn registration_is_checked_in_the_order_of_the_server() {
    let portal = Portal::start().unwrap();
    let url = r#""http://127.0.0.1/h""#;
    let missing = |event: &str| format!(r"Handler for \u0022{event}\u0022 event isn\u0027t specified");
    for (status, parameters, code, description) in [
        (
            403,
            "{}".to_owned(),
            "ACCESS_DENIED",
            "Access denied! Client ID not specified".to_owned(),
        ),
        (
            400,
            r#"{"CLIENT_ID":1}"#.to_owned(),
            "EVENT_MESSAGE_ADD_ERROR",
            missing("Message add"),
        ),
        (
            400,
            r#"{"CLIENT_ID":1,"EVENT_MESSAGE_ADD":"http://localhost/"}"#.to_owned(),
            "EVENT_MESSAGE_ADD_ERROR",
            "Wrong handler URL".to_owned(),
        ),
        (
            400,
            format!(r#"{{"CLIENT_ID":1,"EVENT_MESSAGE_ADD":{url},"EVENT_MESSAGE_UPDATE":"ftp://a.b/"}}"#),
            "EVENT_MESSAGE_UPDATE_ERROR",
            "Wrong handler URL".to_owned(),
        ),
        (
            400,
            format!(r#"{{"CLIENT_ID":1,"EVENT_MESSAGE_ADD":{url}}}"#),
            "EVENT_WELCOME_MESSAGE_ERROR",
            missing("Welcome message"),
        ),
        (
            400,
            format!(r#"{{"CLIENT_ID":1,"EVENT_MESSAGE_ADD":{url},"EVENT_WELCOME_MESSAGE":{url}}}"#),
            "EVENT_BOT_DELETE_ERROR",
            missing("Bot delete"),
        ),
        (
            400,
            format!(r#"{{"CLIENT_ID":1,"EVENT_HANDLER":{url}}}"#),
            "CODE_ERROR",
            r"Bot code isn\u0027t specified".to_owned(),
        ),
        (
            400,
            format!(r#"{{"CLIENT_ID":1,"EVENT_HANDLER":{url},"CODE":"x","PROPERTIES":{{"NAME":""}}}}"#),
            "NAME_ERROR",
            r"Bot name isn\u0027t specified".to_owned(),
        ),
    ] {
        let answer = call(&portal, "imbot.register", &parameters);
        assert_eq!(answer.failure(), (status, error(code, &description).as_str()));
    }
    assert!(portal.bots().is_empty());
}

#[test]
fn the_list_of_bots_is_an_object_by_number_and_empty_a_list() {
    let portal = Portal::start().unwrap();
    assert_eq!(call(&portal, "imbot.bot.list", "").result(), "[]");
    let form = "EVENT_HANDLER=https://bot.example/&PROPERTIES[NAME]=New&PROPERTIES[LAST_NAME]=Bot&CODE=newbot\
                &TYPE=O&CLIENT_ID=c";
    post_form(&format!("{}imbot.register", portal.webhook()), form);
    assert_eq!(
        call(&portal, "imbot.bot.list", "").result(),
        r#"{"39":{"ID":39,"NAME":"New Bot","CODE":"newbot","OPENLINE":"Y"}}"#
    );
}

#[test]
fn a_chat_that_was_added_can_be_found() {
    let portal = portal_with_bot();
    let answer = call(
        &portal,
        "imbot.chat.add",
        r#"{"client_id":"c","Title":"News","TYPE":"OPEN","COLOR":"GREEN","DESCRIPTION":"d","MESSAGE":"Hello",
            "USERS":[1271,"1","",0,null],"ENTITY_TYPE":"CHAT","ENTITY_ID":"13","BOT_ID":"39"}"#,
    );
    assert_eq!(answer.result(), "2725");
    let found = call(
        &portal,
        "imbot.chat.get",
        r#"{"ENTITY_TYPE":"CHAT","ENTITY_ID":13}"#,
    );
    assert_eq!(found.result(), r#"{"ID":2725}"#);

    let chat = &portal.chats()[0];
    assert_eq!((chat.id, chat.bot, chat.open), (2725, 39, true));
    assert_eq!((chat.title.as_str(), chat.color.as_str()), ("News", "GREEN"));
    assert_eq!(chat.users, [1271, 1, 39]);
    let message = &portal.messages()[0];
    assert_eq!(
        (message.dialog.as_str(), message.author, message.text.as_str()),
        ("chat2725", 39, "Hello")
    );
}

#[test]
fn a_chat_needs_nothing_but_a_bot() {
    let portal = portal_with_bot();
    assert_eq!(
        call(&portal, "imbot.chat.add", r#"{"CLIENT_ID":"c"}"#).result(),
        "2725"
    );
    assert!(!portal.chats()[0].open);
    // Of a name in several cases the last one counts.
    let folded = r#"{"CLIENT_ID":"c","TITLE":"first","title":"last"}"#;
    assert_eq!(call(&portal, "imbot.chat.add", folded).result(), "2726");
    assert_eq!(portal.chats()[1].title, "last");
}

#[test]
fn members_may_be_text_and_what_is_no_array_is_nobody() {
    let portal = portal_with_bot();
    for (users, expected) in [
        (r#""[5,6]""#, &[5, 6, 39][..]),
        (r#""{\"a\":\"7\"}""#, &[7, 39]),
        (r#""5""#, &[39]),
        ("5", &[39]),
        ("{}", &[39]),
        ("[5,5,39]", &[5, 39]),
    ] {
        call(
            &portal,
            "imbot.chat.add",
            &format!(r#"{{"CLIENT_ID":"c","USERS":{users}}}"#),
        );
        assert_eq!(portal.chats().last().unwrap().users, expected, "{users}");
    }
}

#[test]
fn adding_a_chat_fails_in_the_order_of_the_server() {
    let portal = portal_with_bot();
    let added = call_as_application(&portal, "imbot.register", &format!(r#"{BOT},"CODE":"app"}}"#));
    assert_eq!(added.result(), "41");
    let wrong_users = error("INVALID_FORMAT", "Parameter USERS has wrong type");
    let no_client = error("ACCESS_DENIED", "Access denied! Client ID not specified");
    let no_bot = error("BOT_ID_ERROR", "Bot not found");
    let not_yours = error("APP_ID_ERROR", "Bot was installed by another rest application");
    for (parameters, status, body) in [
        (r#"{"USERS":[true]}"#, 400, &wrong_users),
        (r#"{"USERS":[1.5]}"#, 400, &wrong_users),
        (r#"{"USERS":[[1]],"CLIENT_ID":"c"}"#, 400, &wrong_users),
        (r#"{"USERS":[1]}"#, 403, &no_client),
        (r#"{"CLIENT_ID":"","BOT_ID":39}"#, 403, &no_client),
        (r#"{"CLIENT_ID":"other"}"#, 400, &no_bot),
        (r#"{"CLIENT_ID":"c","BOT_ID":7}"#, 400, &no_bot),
        (r#"{"CLIENT_ID":"c","BOT_ID":41}"#, 400, &not_yours),
        (r#"{"CLIENT_ID":"other","BOT_ID":39}"#, 400, &not_yours),
    ] {
        assert_eq!(
            call(&portal, "imbot.chat.add", parameters).failure(),
            (status, body.as_str())
        );
    }
    let taken = call_as_application(&portal, "imbot.chat.add", r#"{"BOT_ID":39}"#);
    assert_eq!(taken.failure(), (400, not_yours.as_str()));
    // An application is known by its token; a CLIENT_ID beside it does not count.
    let own = call_as_application(&portal, "imbot.chat.add", r#"{"CLIENT_ID":"c"}"#);
    assert_eq!(own.result(), "2725");
    assert_eq!(portal.chats()[0].bot, 41);
}

#[test]
fn a_chat_is_found_only_by_those_who_may_see_it() {
    let portal = portal_with_bot();
    call(
        &portal,
        "imbot.chat.add",
        r#"{"CLIENT_ID":"c","ENTITY_TYPE":"T","ENTITY_ID":"closed"}"#,
    );
    for (parameters, result) in [
        (r#"{"ENTITY_TYPE":"T"}"#, "null"),
        (r#"{"ENTITY_ID":"closed"}"#, "null"),
        (r#"{"ENTITY_TYPE":"T","ENTITY_ID":"other"}"#, "null"),
    ] {
        assert_eq!(call(&portal, "imbot.chat.get", parameters).result(), result);
    }
    let closed = call(
        &portal,
        "imbot.chat.get",
        r#"{"ENTITY_TYPE":"T","ENTITY_ID":"closed"}"#,
    );
    let denied = error("ACCESS_ERROR", r"You don\u0027t have access to this chat");
    assert_eq!(closed.failure(), (400, denied.as_str()));
}

#[test]
fn messages_go_to_people_and_to_chats_of_the_bot() {
    let portal = portal_with_bot();
    call(&portal, "imbot.chat.add", r#"{"CLIENT_ID":"c"}"#);
    for (parameters, id) in [
        (r#""DIALOG_ID":"chat2725","MESSAGE":"  one\n""#, "19880117"),
        (
            r#""DIALOG_ID":5,"MESSAGE":"two","ATTACH":[{"MESSAGE":"x"}]"#,
            "19880118",
        ),
        (
            r#""FROM_USER_ID":1,"TO_USER_ID":6,"MESSAGE":"three","KEYBOARD":{"BUTTONS":[{"TEXT":"x"}]}"#,
            "19880119",
        ),
    ] {
        let answer = call(
            &portal,
            "imbot.message.add",
            &format!(r#"{{"CLIENT_ID":"c",{parameters}}}"#),
        );
        assert_eq!(answer.result(), id);
    }
    let messages = portal.messages();
    let seen: Vec<(&str, i64, &str)> = messages
        .iter()
        .map(|message| (message.dialog.as_str(), message.author, message.text.as_str()))
        .collect();
    assert_eq!(
        seen,
        [("chat2725", 39, "one"), ("5", 39, "two"), ("6", 1, "three")]
    );
}

#[test]
fn sending_a_message_fails_in_the_order_of_the_server() {
    let portal = portal_with_bot();
    let large = format!(
        r#""DIALOG_ID":1,"MESSAGE":"x","ATTACH":[{{"MESSAGE":"{}"}}]"#,
        "x".repeat(40_000)
    );
    for (parameters, code, description) in [
        (r#""BOT_ID":7"#, "BOT_ID_ERROR", "Bot not found"),
        (
            r#""MESSAGE":"x""#,
            "DIALOG_ID_EMPTY",
            r"Dialog ID can\u0027t be empty",
        ),
        (
            r#""DIALOG_ID":"chat","MESSAGE":"x""#,
            "DIALOG_ID_EMPTY",
            r"Dialog ID can\u0027t be empty",
        ),
        (
            r#""DIALOG_ID":1"#,
            "MESSAGE_EMPTY",
            r"Message can\u0027t be empty",
        ),
        (
            r#""DIALOG_ID":1,"MESSAGE":" \n ""#,
            "MESSAGE_EMPTY",
            r"Message can\u0027t be empty",
        ),
        (
            r#""DIALOG_ID":1,"MESSAGE":5"#,
            "MESSAGE_EMPTY",
            r"Message can\u0027t be empty",
        ),
        (
            r#""DIALOG_ID":1,"MESSAGE":"x","ATTACH":"broken""#,
            "ATTACH_ERROR",
            "Incorrect attach params",
        ),
        (
            &large,
            "ATTACH_OVERSIZE",
            "You have exceeded the maximum allowable size of attach",
        ),
        (
            r#""DIALOG_ID":1,"MESSAGE":"x","KEYBOARD":5"#,
            "KEYBOARD_ERROR",
            "Incorrect keyboard params",
        ),
        (
            r#""DIALOG_ID":1,"MESSAGE":"x","MENU":["x"]"#,
            "MENU_ERROR",
            "Incorrect menu params",
        ),
        (
            r#""DIALOG_ID":"chat1","MESSAGE":"x""#,
            "WRONG_REQUEST",
            r"Message isn\u0027t added",
        ),
    ] {
        let answer = call(
            &portal,
            "imbot.message.add",
            &format!(r#"{{"CLIENT_ID":"c",{parameters}}}"#),
        );
        assert_eq!(answer.failure(), (400, error(code, description).as_str()));
    }
    assert!(portal.messages().is_empty());
}

#[test]
fn a_method_may_be_called_by_get_too() {
    let portal = portal_with_bot();
    let address = format!(
        "{}imbot.chat.add?CLIENT_ID=c&USERS[]=5&TITLE=%D0%90",
        portal.webhook()
    );
    assert_eq!(get(&address).result(), "2725");
    assert_eq!(portal.chats()[0].title, "А");
}
