//! The bytes of an answer.

#![allow(clippy::unwrap_used, reason = "in a test, what fails should stop it")]

mod wire;

use b24_portal::{Answer, Portal};
use wire::get;

/// What a method answers whose result is scripted.
fn answer(portal: &Portal, result: &str) -> wire::Response {
    portal.answer("my.method", Answer::result(result));
    get(&format!("{}my.method", portal.webhook()))
}

#[test]
fn a_success_has_result_and_time_in_this_order() {
    let portal = Portal::start().unwrap();
    let answer = answer(&portal, "2725");
    assert_eq!(answer.status, 200);
    assert_eq!(
        answer.masked(),
        r##"{"result":2725,"time":{"start":#,"finish":#,"duration":#,"processing":#,"date_start":"#-#-#T#:#:#+#:#","date_finish":"#-#-#T#:#:#+#:#","operating_reset_at":#,"operating":#}}"##
    );
}

#[test]
fn whole_numbers_are_whole_as_on_current_servers() {
    let portal = Portal::start().unwrap();
    let body = answer(&portal, "1").body;
    let time: serde_json::Value = serde_json::from_str(&body).unwrap();
    let time = &time["time"];
    assert!(time["start"].is_i64());
    assert_eq!(time["processing"], 0);
    assert_eq!(time["operating"], 0);
    let start = time["start"].as_i64().unwrap();
    assert_eq!(time["operating_reset_at"], start + 600);
    // `duration` counts from the whole second that `start` shows.
    let fraction = time["finish"].as_f64().unwrap() - time["start"].as_f64().unwrap();
    assert!((time["duration"].as_f64().unwrap() - fraction).abs() < 1e-6);
}

#[test]
fn older_and_self_hosted_portals_can_be_chosen() {
    let portal = Portal::builder().float_time().on_premise().start().unwrap();
    let answer = answer(&portal, "1");
    assert!(answer.header("X-Bitrix-Rest-Time").is_none());
    let value: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
    assert!(value["time"]["start"].is_f64());
    assert!(value["time"]["duration"].as_f64().unwrap() < 60.0);
    assert!(
        answer
            .masked()
            .ends_with(r##""date_finish":"#-#-#T#:#:#+#:#"}}"##)
    );
}

#[test]
fn the_headers_are_those_of_a_portal() {
    let portal = Portal::start().unwrap();
    for answer in [answer(&portal, "1"), get(&format!("{}no.such", portal.webhook()))] {
        assert_eq!(
            answer.header("Content-Type"),
            Some("application/json; charset=utf-8")
        );
        assert_eq!(answer.header("Access-Control-Allow-Origin"), Some("*"));
        assert_eq!(answer.header("X-Content-Type-Options"), Some("nosniff"));
        assert!(answer.header("X-Bitrix-Rest-Time").is_some());
    }
}

#[test]
fn text_is_escaped_as_the_server_escapes_it() {
    let portal = Portal::start().unwrap();
    let answer = answer(&portal, r#"["<b>&'\"/\\", "Привет 😀", "\u2028\n\u0001"]"#);
    assert_eq!(
        answer.result(),
        r#"["\u003Cb\u003E\u0026\u0027\u0022\/\\","Привет 😀","\u2028\n\u0001"]"#
    );
}

#[test]
fn empty_objects_are_lists_and_lists_with_gaps_are_objects() {
    let portal = Portal::start().unwrap();
    for (result, sent) in [
        ("{}", "[]"),
        ("[]", "[]"),
        (r#"{"a":{}}"#, r#"{"a":[]}"#),
        (r#"{"0":"a","1":"b"}"#, r#"["a","b"]"#),
        (r#"{"1":"a","2":"b"}"#, r#"{"1":"a","2":"b"}"#),
        (r#"{"z":1,"a":2}"#, r#"{"z":1,"a":2}"#),
        ("1.0", "1"),
        ("null", "null"),
    ] {
        assert_eq!(answer(&portal, result).result(), sent);
    }
}

#[test]
fn next_and_total_leave_the_result() {
    let portal = Portal::start().unwrap();
    for (result, start) in [
        (
            r#"{"total":"7","items":[1],"next":50}"#,
            r#"{"result":{"items":[1]},"next":50,"total":7,"time":"#,
        ),
        (
            r#"{"items":[],"total":null}"#,
            r#"{"result":{"items":[]},"total":0,"time":"#,
        ),
        (r#"{"next":"3x"}"#, r#"{"result":[],"next":3,"time":"#),
    ] {
        let body = answer(&portal, result).body;
        assert!(body.starts_with(start), "{body}");
    }
}

#[test]
fn a_result_that_looks_like_an_error_is_sent_bare_with_status_200() {
    let portal = Portal::start().unwrap();
    let bare = answer(&portal, r#"{"error":"E","error_description":"why","x":1}"#);
    assert_eq!(
        bare.failure(),
        (200, r#"{"error":"E","error_description":"why","x":1}"#)
    );
    for usual in [
        r#"{"error":"","error_description":"why"}"#,
        r#"{"error":"E","error_description":""}"#,
        r#"{"error":"E"}"#,
    ] {
        assert_eq!(answer(&portal, usual).result(), usual);
    }
}

#[test]
fn xml_is_written_for_methods_called_so() {
    let portal = Portal::start().unwrap();
    portal.answer(
        "my.method",
        Answer::result(r#"{"A":[1,"<&>\"'"],"T":true,"F":false,"N":null,"E":[],"D":0.5}"#),
    );
    let answer = get(&format!("{}my.method.xml", portal.webhook()));
    assert_eq!(answer.header("Content-Type"), Some("text/xml; charset=utf-8"));
    let start = "<response><result><A><item>1</item><item>&lt;&amp;&gt;&quot;&apos;</item></A><T>1</T><F></F>\
                 <N></N><E></E><D>0.5</D></result><time><start>";
    assert!(answer.body.starts_with(start), "{}", answer.body);
    assert!(answer.body.ends_with("</time></response>"));

    let failure = get(&format!("{}no.such.xml", portal.webhook()));
    assert_eq!(
        failure.failure(),
        (
            404,
            "<response><error>ERROR_METHOD_NOT_FOUND</error>\
             <error_description>Method not found!</error_description></response>"
        )
    );
}
