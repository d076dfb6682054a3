//! The shapes in which portals answer.

use std::time::{Duration, SystemTime};

use b24::{Advice, ApiError, Error, Outcome, Time};
use serde_json::{Value, json};

use crate::canned::answering;

#[track_caller]
fn answer(json: &str) -> b24::Response<Value> {
    answering(200, json).call_raw("app.info", &()).unwrap()
}

#[track_caller]
fn refusal(status: u16, json: &str) -> ApiError {
    let error = answering(status, json).call_raw("app.info", &()).unwrap_err();
    error.api().unwrap_or_else(|| panic!("{error:?}")).clone()
}

#[test]
fn the_code_of_an_error_is_a_text_a_number_digits_or_nothing() {
    for (json, code) in [
        (r#"{"error":"ERROR_X","error_description":"d"}"#, "ERROR_X"),
        (r#"{"error":100,"error_description":"d"}"#, "100"),
        (r#"{"error":"1048582","error_description":"d"}"#, "1048582"),
        (r#"{"error":0,"error_description":"d"}"#, "0"),
        (r#"{"error":"","error_description":"d"}"#, ""),
        (r#"{"error":-1.5,"error_description":"d"}"#, "-1.5"),
        (r#"{"error":true,"error_description":"d"}"#, "true"),
    ] {
        let error = refusal(400, json);
        assert_eq!((error.code(), error.description()), (code, "d"), "{json}");
        assert_eq!(error.outcome(), Outcome::NotExecuted);
        assert_eq!(error.advice(), Advice::FixRequest);
    }
}

#[test]
fn an_error_of_rest_3_is_an_object() {
    let error = refusal(
        400,
        r#"{"error":{"code":"BITRIX_REST_V3_EXCEPTION_VALIDATION_REQUESTVALIDATIONEXCEPTION","message":"Error validating request object","validation":[{"message":"Required field `id` is not specified","field":"id"}]}}"#,
    );
    assert_eq!(
        error.code(),
        "BITRIX_REST_V3_EXCEPTION_VALIDATION_REQUESTVALIDATIONEXCEPTION"
    );
    assert_eq!(error.description(), "Error validating request object");
    assert_eq!(error.extra()["validation"][0]["field"], "id");
}

#[test]
fn a_description_may_be_missing_null_or_no_text() {
    for (json, description) in [
        (r#"{"error":"X"}"#, ""),
        (r#"{"error":"X","error_description":null}"#, ""),
        (r#"{"error":"X","error_description":""}"#, ""),
        (r#"{"error":"X","error_description":7}"#, "7"),
        (r#"{"error":"X","error_description":["a"]}"#, r#"["a"]"#),
        (r#"{"error":{"code":"X"}}"#, ""),
        (r#"{"error":{"code":"X","message":null}}"#, ""),
        (
            r#"{"error_description":"after","error":{"code":"X","message":"inside"}}"#,
            "inside",
        ),
    ] {
        let error = refusal(400, json);
        assert_eq!((error.code(), error.description()), ("X", description), "{json}");
    }
    assert_eq!(
        refusal(400, r#"{"error":""}"#).to_string(),
        "app.info was refused by the portal without a reason (HTTP 400); change the request: the same call will fail again"
    );
}

#[test]
fn a_bare_error_with_http_200_is_an_error_that_may_have_executed() {
    let error = refusal(200, r#"{"error":"ERROR_X","error_description":"d"}"#);
    assert_eq!((error.status(), error.outcome()), (200, Outcome::Unknown));
    assert_eq!(error.advice(), Advice::Check);
    // A code whose meaning is known is not in doubt.
    let error = refusal(200, r#"{"error":"expired_token","error_description":"d"}"#);
    assert_eq!(
        (error.outcome(), error.advice()),
        (Outcome::NotExecuted, Advice::Authorize)
    );
}

#[test]
fn an_unknown_code_is_judged_by_its_status() {
    for (status, outcome, advice) in [
        (400, Outcome::NotExecuted, Advice::FixRequest),
        (401, Outcome::NotExecuted, Advice::Authorize),
        (404, Outcome::NotExecuted, Advice::FixRequest),
        (429, Outcome::NotExecuted, Advice::Wait),
        (500, Outcome::Unknown, Advice::Check),
        (503, Outcome::Unknown, Advice::Check),
    ] {
        let error = refusal(status, r#"{"error":"NEW"}"#);
        assert_eq!((error.outcome(), error.advice()), (outcome, advice), "{status}");
    }
    let error = answering(401, r#"{"error":"NEW"}"#)
        .call_raw("app.info", &())
        .unwrap_err();
    assert!(matches!(error, Error::Auth(_)), "{error:?}");
}

#[test]
fn other_members_of_an_error_are_kept() {
    let error = refusal(
        400,
        r#"{"error":"ERROR_ARGUMENT","argument":"EVENT","depth":{"a":[1]},"error_description":"d"}"#,
    );
    assert_eq!(error.extra()["argument"], "EVENT");
    assert_eq!(error.extra()["depth"], json!({"a": [1]}));
    assert_eq!(error.extra().len(), 2);
}

#[test]
fn a_result_is_whatever_json_has() {
    for result in [
        "null",
        "[]",
        "{}",
        "\"Y\"",
        "true",
        "0",
        "1.5",
        r#"{"items":[{"ID":"1"}]}"#,
    ] {
        let expected: Value = serde_json::from_str(result).unwrap();
        assert_eq!(answer(&format!(r#"{{"result":{result}}}"#)).result, expected);
    }
}

#[test]
fn an_error_that_says_there_is_none_is_none() {
    for error in ["null", "false", "[]"] {
        assert_eq!(answer(&format!(r#"{{"error":{error},"result":1}}"#)).result, 1);
        assert_eq!(
            answer(&format!(r#"{{"error":{error},"result":null}}"#)).result,
            Value::Null
        );
    }
}

#[test]
fn a_null_result_beside_an_error_is_an_error() {
    let error = refusal(200, r#"{"result":null,"error":"X","error_description":"d"}"#);
    assert_eq!(error.code(), "X");
}

#[test]
fn a_result_beside_an_error_counts_where_the_status_does_not_deny_it() {
    assert_eq!(answer(r#"{"result":7,"error":"X"}"#).result, 7);
    assert_eq!(refusal(400, r#"{"result":7,"error":"X"}"#).code(), "X");
}

#[test]
fn next_and_total_are_numbers_or_texts_and_never_cost_the_result() {
    for (written, count) in [
        ("50", Some(50)),
        ("\"50\"", Some(50)),
        ("0", Some(0)),
        ("18446744073709551615", Some(u64::MAX)),
        ("-1", None),
        ("1.5", None),
        ("18446744073709551616", None),
        ("1e999", None),
        ("\"many\"", None),
        ("null", None),
        ("[]", None),
    ] {
        let answer = answer(&format!(r#"{{"result":[],"next":{written},"total":{written}}}"#));
        assert_eq!((answer.next, answer.total), (count, count), "{written}");
    }
    let answer = answer(r#"{"result":[]}"#);
    assert_eq!((answer.next, answer.total), (None, None));
}

#[test]
fn time_may_be_missing_or_odd_and_never_costs_the_result() {
    for time in [
        "null",
        "[]",
        "{}",
        "7",
        "\"soon\"",
        r#"{"start":{"a":1}}"#,
        r#"{"start":1e999}"#,
        r#"{"start":-1}"#,
    ] {
        let answer = answer(&format!(r#"{{"result":1,"time":{time}}}"#));
        assert_eq!(
            (answer.result, answer.time),
            (json!(1), Time::default()),
            "{time}"
        );
    }
    assert_eq!(answer(r#"{"result":1}"#).time, Time::default());
}

#[test]
fn time_is_read_as_older_and_other_portals_write_it() {
    let time = answer(
        r#"{"result":1,"time":{"start":1771928379.25,"finish":"1771928380","duration":0,"processing":0.000123,"date_start":"","operating":0,"later":1}}"#,
    )
    .time;
    let unix = |millis| Some(SystemTime::UNIX_EPOCH + Duration::from_millis(millis));
    assert_eq!(time.start(), unix(1_771_928_379_250));
    assert_eq!(time.finish(), unix(1_771_928_380_000));
    assert_eq!(time.duration(), Some(Duration::ZERO));
    assert_eq!(time.processing(), Some(Duration::from_micros(123)));
    assert_eq!((time.date_start(), time.date_finish()), (None, None));
    assert_eq!(time.operating(), Some(Duration::ZERO));
    assert_eq!(time.operating_reset_at(), None);
}

#[test]
fn a_byte_order_mark_and_spaces_around_the_json_do_not_matter() {
    for body in [
        "\u{feff}{\"result\":1}",
        "\u{feff}\r\n {\"result\":1}\r\n",
        " \t\r\n{\"result\":1}\n\n",
    ] {
        assert_eq!(answer(body).result, 1, "{body:?}");
    }
}

#[test]
fn escapes_are_read_as_php_writes_them() {
    assert_eq!(
        answer(r#"{"result":"https:\/\/example.com\/ \u003Cb\u003E \u0026 \u0027 \u0022 \u0447\u0430\u0442 \ud83d\ude00 чат 😀"}"#).result,
        "https://example.com/ <b> & ' \" чат 😀 чат 😀"
    );
    assert_eq!(
        refusal(
            400,
            r#"{"error":"X","error_description":"Chat can\u0027t be created"}"#
        )
        .description(),
        "Chat can't be created"
    );
    // The keys of the envelope too.
    assert_eq!(answer(r#"{"\u0072esult":1}"#).result, 1);
}

#[test]
fn the_sandbox_writes_time_as_both_kinds_of_portal_do() {
    for builder in [
        b24_portal::Portal::builder(),
        b24_portal::Portal::builder().on_premise(),
        b24_portal::Portal::builder().float_time(),
    ] {
        let on_premise = format!("{builder:?}").contains("OnPremise");
        let portal = builder.start().unwrap();
        let client = b24::Client::webhook(portal.webhook()).unwrap();
        let time = client.call_raw("server.time", &()).unwrap().time;
        assert!(time.start() <= time.finish() && time.start().is_some());
        assert!(time.date_finish().is_some() && time.duration().is_some() && time.processing().is_some());
        assert_eq!(time.operating().is_none(), on_premise);
    }
}
