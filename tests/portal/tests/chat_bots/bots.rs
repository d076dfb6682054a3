//! `imbot.register`, `imbot.bot.list`.

use b24_portal::Portal;

use super::{BOT, call, error, portal_with_bot, wire::post_form};

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
fn the_common_handler_replaces_every_other_one() {
    let portal = Portal::start().unwrap();
    let parameters = format!(r#"{BOT},"EVENT_MESSAGE_ADD":"broken","CODE":"x","CLIENT_ID":"c"}}"#);
    assert_eq!(call(&portal, "imbot.register", &parameters).result(), "39");
}

#[test]
fn the_kind_of_a_bot_is_one_of_four() {
    let portal = Portal::start().unwrap();
    for (number, (options, kind, openline)) in [
        (r#""TYPE":"O""#, "O", true),
        (r#""TYPE":"H","OPENLINE":"Y""#, "H", true),
        (r#""TYPE":"S","OPENLINE":true"#, "S", true),
        (r#""TYPE":"X","OPENLINE":"N""#, "B", false),
    ]
    .into_iter()
    .enumerate()
    {
        let parameters = format!(r#"{BOT},{options},"CODE":"c{number}","CLIENT_ID":"c"}}"#);
        call(&portal, "imbot.register", &parameters);
        let bot = portal.bots().pop().unwrap();
        assert_eq!((bot.kind.as_str(), bot.openline), (kind, openline), "{options}");
    }
}
