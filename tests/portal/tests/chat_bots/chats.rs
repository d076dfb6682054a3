//! `imbot.chat.add`, `imbot.chat.get`.

use super::{BOT, call, call_as_application, error, portal_with_bot, wire::get};

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
        (r#"["abc",-5]"#, &[39]),
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
fn everyone_may_see_an_open_chat_and_a_null_is_no_bot() {
    let portal = portal_with_bot();
    let open = r#"{"CLIENT_ID":"c","BOT_ID":null,"TYPE":"OPEN","ENTITY_TYPE":"T","ENTITY_ID":"open"}"#;
    assert_eq!(call(&portal, "imbot.chat.add", open).result(), "2725");
    let found = call(
        &portal,
        "imbot.chat.get",
        r#"{"ENTITY_TYPE":"T","ENTITY_ID":"open"}"#,
    );
    assert_eq!(found.result(), r#"{"ID":2725}"#);
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
fn a_method_may_be_called_by_get_too() {
    let portal = portal_with_bot();
    let address = format!(
        "{}imbot.chat.add?CLIENT_ID=c&USERS[]=5&TITLE=%D0%90",
        portal.webhook()
    );
    assert_eq!(get(&address).result(), "2725");
    assert_eq!(portal.chats()[0].title, "А");
}
