//! Answers that are not what was expected.

use b24::{Advice, DecodeProblem, Error, Id, Outcome, b24_method};
use serde::Deserialize;

use crate::canned::{Canned, answering};
use crate::failure;
use crate::hidden::checked;

const PAGE: &str = "<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head></html>";

#[derive(Debug, Deserialize)]
struct Items {
    #[allow(dead_code)] // it is decoded, and nothing more
    items: Vec<Item>,
}

impl b24::Lenient for Items {}

#[derive(Debug, Deserialize)]
struct Item {
    #[allow(dead_code)] // it is decoded, and nothing more
    #[serde(rename = "ID")]
    id: Id,
}

#[b24_method("test.list", unlisted, returns = Items)]
struct List;

fn problem(error: &Error) -> &DecodeProblem {
    match error {
        Error::Decode(error) => error.problem(),
        other => panic!("{other:?}"),
    }
}

/// The path and the reason of a mismatch in the answer to `test.list`.
fn mismatch(status: u16, json: &str) -> (Error, String, String) {
    let error = checked(List::new().call(&answering(status, json)).unwrap_err());
    let DecodeProblem::Mismatch { path, reason } = problem(&error) else {
        panic!("{error:?}");
    };
    let (path, reason) = (path.clone(), reason.clone());
    (error, path, reason)
}

#[test]
fn html_in_place_of_json_is_told_with_its_kind_its_status_and_its_beginning() {
    for (status, outcome, advice) in [
        (200, Outcome::Unknown, Advice::Check),
        (401, Outcome::NotExecuted, Advice::Authorize),
        (403, Outcome::NotExecuted, Advice::FixRequest),
        (404, Outcome::NotExecuted, Advice::FixRequest),
        (429, Outcome::NotExecuted, Advice::Wait),
        (500, Outcome::Unknown, Advice::Check),
        (502, Outcome::Unknown, Advice::Check),
        (503, Outcome::Unknown, Advice::Check),
        (504, Outcome::Unknown, Advice::Check),
    ] {
        let error = failure(&Canned::new(status, "text/html; charset=utf-8", PAGE).client());
        assert!(
            matches!(problem(&error), DecodeProblem::NotJson { .. }),
            "{error:?}"
        );
        assert_eq!((error.outcome(), error.advice()), (outcome, advice), "{status}");
        let shown = error.to_string();
        let what = match status {
            500.. => "app.info: the server failed, or a proxy before it",
            _ => "app.info: the answer is not JSON",
        };
        for part in [
            what,
            "text/html; charset=utf-8",
            "<!DOCTYPE html>",
            &format!("HTTP {status}"),
        ] {
            assert!(shown.contains(part), "{part}: {shown}");
        }
        assert!(shown.ends_with(&format!("bytes in all); {advice}")), "{shown}");
    }
}

#[test]
fn every_status_is_judged_whether_or_not_anyone_uses_it() {
    for status in 100..=999 {
        let error = failure(&Canned::new(status, "text/html", PAGE).client());
        let refused = (400..500).contains(&status) || [301, 302, 307, 308].contains(&status);
        let expected = if refused {
            Outcome::NotExecuted
        } else {
            Outcome::Unknown
        };
        assert_eq!(error.outcome(), expected, "{status}");
        assert_eq!(
            matches!(error, Error::Transport(_)),
            (300..400).contains(&status),
            "{status}"
        );
    }
}

#[test]
fn an_empty_answer_is_told() {
    for (status, body) in [(200, ""), (204, ""), (200, " \r\n"), (500, ""), (200, "\u{feff}")] {
        let error = failure(&answering(status, body));
        assert_eq!(problem(&error), &DecodeProblem::Empty);
        assert_eq!(error.outcome(), Outcome::Unknown);
        assert!(error.to_string().contains("the answer is empty"), "{error}");
    }
    assert_eq!(failure(&answering(404, "")).outcome(), Outcome::NotExecuted);
}

#[test]
fn json_of_another_shape_is_told_as_such() {
    for body in [
        "{}",
        "[]",
        "null",
        "7",
        "\"text\"",
        "true",
        r#"{"Result":1}"#,
        r#"{"time":{}}"#,
    ] {
        let error = failure(&answering(200, body));
        assert_eq!(problem(&error), &DecodeProblem::NoResult, "{body}");
        assert_eq!(error.outcome(), Outcome::Unknown);
        assert!(
            error.to_string().contains("neither `result` nor `error`"),
            "{error}"
        );
    }
}

#[test]
fn a_result_of_another_shape_is_executed_and_told_with_its_path() {
    let rows = r#"{"ID":"1"},{"ID":2},{"ID":"3"}"#;
    for (result, path, reason) in [
        (
            format!(r#"{{"items":[{rows},{{"ID":"x"}}]}}"#),
            "result.items[3].ID",
            "expected an identifier",
        ),
        (
            format!(r#"{{"items":[{rows},{{}}]}}"#),
            "result.items[3]",
            "missing field `ID`",
        ),
        (format!(r#"{{"items":[{rows},null]}}"#), "result.items[3]", "null"),
        (
            r#"{"items":{"0":{"ID":1}}}"#.to_owned(),
            "result.items",
            "expected a sequence",
        ),
        ("[]".to_owned(), "result", "invalid length 0"),
        ("null".to_owned(), "result", "null"),
        (r#""text""#.to_owned(), "result", "text"),
    ] {
        let (error, found, why) = mismatch(200, &format!(r#"{{"result":{result},"time":{{}}}}"#));
        assert_eq!(found, path, "{error}");
        assert!(why.contains(reason), "{reason}: {why}");
        assert_eq!(
            (error.outcome(), error.advice()),
            (Outcome::Executed, Advice::FixDeclaration)
        );
        assert!(
            error
                .to_string()
                .contains(&format!("test.list: `{path}` is not what was expected")),
            "{error}"
        );
    }
}

#[test]
fn a_result_of_another_shape_under_a_status_of_failure_is_not_called_executed() {
    let (error, ..) = mismatch(500, r#"{"result":7}"#);
    assert_eq!(
        (error.outcome(), error.advice()),
        (Outcome::Unknown, Advice::Check)
    );
}

#[test]
fn truncated_json_is_told_wherever_it_ends() {
    let whole = r#"{"result":{"items":[{"ID":"1","NAME":"чат"}]},"time":{"start":1.5}}"#;
    for end in 1..whole.len() {
        let error = failure(&answering(200, &whole.as_bytes()[..end]));
        assert!(
            matches!(problem(&error), DecodeProblem::NotJson { .. }),
            "{end}: {error:?}"
        );
        assert_eq!(error.outcome(), Outcome::Unknown);
    }
}

#[test]
fn bytes_that_are_no_text_are_told() {
    for body in [
        &b"{\"result\":\"\xff\xfe\"}"[..],
        b"\xff\xfe{\x00",
        b"\x1f\x8b\x08",
        b"{\"\xc3\":1}",
        b"\0",
    ] {
        let error = failure(&answering(200, body));
        assert!(
            matches!(problem(&error), DecodeProblem::NotJson { .. }),
            "{body:?}: {error:?}"
        );
        assert!(error.to_string().contains("the answer is not JSON"), "{error}");
    }
}

#[test]
fn something_after_the_json_is_told() {
    let error = failure(&answering(200, "{\"result\":1}<b>Warning</b>"));
    assert!(error.to_string().contains("trailing characters"), "{error}");
}

#[test]
fn nesting_without_end_neither_crashes_nor_costs_a_result_beside_it() {
    let depth = 200_000;
    let (open, close) = ("[".repeat(depth), "]".repeat(depth));
    for body in [format!("{open}{close}"), open.clone(), r#"{"a":"#.repeat(depth)] {
        failure(&answering(200, body));
    }
    let (error, ..) = mismatch(200, &format!(r#"{{"result":{open}{close}}}"#));
    assert_eq!(error.outcome(), Outcome::Executed);
    let error = failure(&answering(400, format!(r#"{{"error":{open}{close}}}"#)));
    assert_eq!(error.outcome(), Outcome::NotExecuted);

    for key in ["time", "next", "total", "error", "error_description", "extra"] {
        let json = format!(r#"{{"{key}":{open}{close},"result":1}}"#);
        assert_eq!(
            answering(200, json).call_raw("app.info", &()).unwrap().result,
            1,
            "{key}"
        );
    }
}

#[test]
fn huge_numbers_are_a_mismatch_where_they_matter() {
    for number in [
        "1e999",
        "-1e999",
        "99999999999999999999",
        "1e30",
        "-1",
        "0.5",
        &"9".repeat(10_000),
    ] {
        let (error, path, _) = mismatch(200, &format!(r#"{{"result":{{"items":[{{"ID":{number}}}]}}}}"#));
        assert_eq!(path, "result.items[0].ID");
        assert!(error.to_string().chars().count() < 1_000, "{error}");
    }
}

#[test]
fn neither_a_huge_value_nor_a_huge_key_floods_the_message() {
    #[b24_method("test.map", unlisted, returns = std::collections::BTreeMap<String, Id>)]
    struct Map;
    let huge = "ж".repeat(100_000);
    for json in [
        format!(r#"{{"result":{{"a":"{huge}"}}}}"#),
        format!(r#"{{"result":{{"{huge}":[]}}}}"#),
    ] {
        let error = checked(Map::new().call(&answering(200, json)).unwrap_err());
        assert!(
            error.to_string().chars().count() < 1_000,
            "{}",
            error.to_string().len()
        );
    }
}
