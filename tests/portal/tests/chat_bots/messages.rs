//! `imbot.message.add`.

use super::{BOT, call, call_as_application, error, portal_with_bot};

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
            r#""FROM_USER_ID":1,"MESSAGE":"x""#,
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
fn a_bot_writes_only_into_chats_it_is_in() {
    let portal = portal_with_bot();
    call(&portal, "imbot.chat.add", r#"{"CLIENT_ID":"c"}"#);
    call_as_application(&portal, "imbot.register", &format!(r#"{BOT},"CODE":"app"}}"#));
    let message = r#"{"DIALOG_ID":"chat2725","MESSAGE":"x"}"#;
    let refused = call_as_application(&portal, "imbot.message.add", message);
    let body = error("WRONG_REQUEST", r"Message isn\u0027t added");
    assert_eq!(refused.failure(), (400, body.as_str()));
}
