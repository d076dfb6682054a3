//! `imbot.chat.add`: the page's answer, and the errors that it lists.

use std::time::{Duration, SystemTime};

use b24::{Advice, Client, Error, ErrorCode as _, Outcome};
use b24_portal::{Answer, Portal};
use b24_tests::{ChatAdd, ChatAddCode};
use serde_json::json;

/// The answer, as the page shows it.
const ANSWER: &str = r#"{
  "result": 2725,
  "time": {
      "start": 1771928379,
      "finish": 1771928380.102187,
      "duration": 1.102186918258667,
      "processing": 1,
      "date_start": "2026-02-24T13:19:39+03:00",
      "date_finish": "2026-02-24T13:19:40+03:00",
      "operating_reset_at": 1771928979,
      "operating": 0.3226499557495117
  }
}"#;

fn unix(microseconds: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_micros(microseconds)
}

fn sandbox() -> (Portal, Client) {
    let portal = Portal::start().unwrap();
    let client = Client::webhook(portal.webhook()).unwrap();
    (portal, client)
}

/// Registers a bot of the application that `client_id` stands for.
fn bot(client: &Client, client_id: &str) -> u64 {
    let bot = json!({
        "CODE": "news", "TYPE": "B", "EVENT_HANDLER": "https://example.com/bot/",
        "PROPERTIES": {"NAME": "News"}, "CLIENT_ID": client_id,
    });
    client
        .call_raw("imbot.register", &bot)
        .unwrap()
        .result
        .as_u64()
        .unwrap()
}

/// The error is the method's own refusal, as the page describes it.
#[track_caller]
fn assert_refused(error: &Error, code: ChatAddCode, text: &str, description: &str) {
    assert!(matches!(error, Error::Api(_)), "{error:?}");
    assert_eq!(error.code::<ChatAdd>(), Some(code));
    let api = error.api().unwrap();
    assert_eq!(
        (api.status(), api.code(), api.description()),
        (400, text, description)
    );
    assert_eq!(api.method(), "imbot.chat.add");
    assert_eq!(api.system_code(), None);
    assert_eq!(
        (error.outcome(), error.advice()),
        (Outcome::NotExecuted, Advice::FixRequest)
    );
    let shown = error.to_string();
    for part in ["imbot.chat.add", text, description, "HTTP 400"] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
}

#[test]
fn the_answer_of_the_page_decodes_whole() {
    let (portal, client) = sandbox();
    portal.answer(
        "imbot.chat.add",
        Answer::raw(200, "application/json; charset=utf-8", ANSWER),
    );
    let answer = ChatAdd::new().call(&client).unwrap();

    assert_eq!(answer.result, 2725);
    assert_eq!((answer.next, answer.total), (None, None));
    let time = &answer.time;
    assert_eq!(time.start(), Some(unix(1_771_928_379_000_000)));
    assert_eq!(time.finish(), Some(unix(1_771_928_380_102_187)));
    assert_eq!(time.duration(), Some(Duration::from_micros(1_102_187)));
    assert_eq!(time.processing(), Some(Duration::from_secs(1)));
    assert_eq!(time.date_start(), Some("2026-02-24T13:19:39+03:00"));
    assert_eq!(time.date_finish(), Some("2026-02-24T13:19:40+03:00"));
    assert_eq!(time.operating_reset_at(), Some(unix(1_771_928_979_000_000)));
    assert_eq!(time.operating(), Some(Duration::from_micros(322_650)));
}

#[test]
fn a_chat_is_created_and_its_number_comes_back() {
    let (portal, client) = sandbox();
    let bot = bot(&client, "tests");
    let chat = ChatAdd::new()
        .title("News")
        .r#type("OPEN")
        .bot_id(bot)
        .client_id("tests");
    let answer = chat.call(&client).unwrap();

    let chats = portal.chats();
    assert_eq!(chats.len(), 1);
    assert_eq!(i64::try_from(answer.result.get()), Ok(chats[0].id));
    assert_eq!((chats[0].title.as_str(), chats[0].open), ("News", true));
    assert!(answer.time.start().is_some() && answer.time.operating().is_some());
}

#[test]
fn a_wrong_user_is_invalid_format() {
    let (_portal, client) = sandbox();
    // The declared type cannot say this, so it is said without one.
    let error = client
        .call_raw("imbot.chat.add", &json!({"USERS": [[1]]}))
        .unwrap_err();
    assert_refused(
        &error,
        ChatAddCode::InvalidFormat,
        "INVALID_FORMAT",
        "Parameter USERS has wrong type",
    );
}

#[test]
fn an_unknown_bot_is_bot_id_error() {
    let (_portal, client) = sandbox();
    let error = ChatAdd::new()
        .bot_id(999_u64)
        .client_id("tests")
        .call(&client)
        .unwrap_err();
    assert_refused(&error, ChatAddCode::BotIdError, "BOT_ID_ERROR", "Bot not found");
}

#[test]
fn another_applications_bot_is_app_id_error() {
    let (_portal, client) = sandbox();
    let bot = bot(&client, "theirs");
    let error = ChatAdd::new()
        .bot_id(bot)
        .client_id("ours")
        .call(&client)
        .unwrap_err();
    assert_refused(
        &error,
        ChatAddCode::AppIdError,
        "APP_ID_ERROR",
        "Bot was installed by another rest application",
    );
}

#[test]
fn a_chat_that_cannot_be_created_is_wrong_request() {
    let (portal, client) = sandbox();
    // Nothing makes the sandbox fail here, so it is told to; the apostrophe comes as \u0027.
    portal.answer(
        "imbot.chat.add",
        Answer::error(400, "WRONG_REQUEST", "Chat can't be created"),
    );
    let error = ChatAdd::new().call(&client).unwrap_err();
    assert_refused(
        &error,
        ChatAddCode::WrongRequest,
        "WRONG_REQUEST",
        "Chat can't be created",
    );
}

#[test]
fn codes_are_recognised_in_either_case_and_unknown_ones_are_kept() {
    let (portal, client) = sandbox();
    for (code, expected) in [
        ("wrong_request", ChatAddCode::WrongRequest),
        ("Bot_Id_Error", ChatAddCode::BotIdError),
        ("NEW_CODE", ChatAddCode::Other),
        ("", ChatAddCode::Other),
    ] {
        portal.answer_once("imbot.chat.add", Answer::error(400, code, "because"));
        let error = ChatAdd::new().call(&client).unwrap_err();
        assert_eq!(error.code::<ChatAdd>(), Some(expected));
        assert_eq!(error.api().unwrap().code(), code);
    }
    assert_eq!(ChatAddCode::from_code("wrong_request").as_str(), "WRONG_REQUEST");
    assert_eq!(ChatAddCode::from_code("new_code"), ChatAddCode::Other);
}
