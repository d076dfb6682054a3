//! Faults that are answers of HTTP: something else in the answer's place, or a spoilt one.

use std::io::Read;

use b24_portal::{Answer, Fault, Portal};
use flate2::read::GzDecoder;

use super::raw::{Exchange, fetch};

/// What a call whose result is 17 is answered with under the fault.
fn struck(fault: Fault) -> Exchange {
    let portal = Portal::start().unwrap();
    portal.answer("crm.deal.add", Answer::result("17"));
    portal.inject(fault);
    fetch(&format!("{}crm.deal.add", portal.webhook()))
}

fn type_of(exchange: &Exchange) -> &str {
    exchange.header("Content-Type").unwrap()
}

const JSON: &str = "application/json; charset=utf-8";
const HTML: &str = "text/html; charset=utf-8";

#[test]
fn refusals_have_the_words_of_a_portal() {
    for (fault, status, body) in [
        (
            Fault::QueryLimit,
            503,
            r#"{"error":"QUERY_LIMIT_EXCEEDED","error_description":"Too many requests"}"#,
        ),
        (
            Fault::OperatingLimit,
            429,
            r#"{"error":"OPERATION_TIME_LIMIT","error_description":"Method is blocked due to operation time limit."}"#,
        ),
        (
            Fault::Overload,
            503,
            r#"{"error":"OVERLOAD_LIMIT","error_description":"REST API is blocked due to overload."}"#,
        ),
        (
            Fault::ExpiredToken,
            401,
            r#"{"error":"expired_token","error_description":"The access token provided has expired"}"#,
        ),
        (
            Fault::InternalError,
            500,
            r#"{"error":"ERROR_CORE","error_description":"SQL query error!"}"#,
        ),
    ] {
        let answer = struck(fault);
        assert_eq!((answer.status(), answer.text().as_str()), (status, body));
        assert_eq!(type_of(&answer), JSON);
        assert_eq!(answer.header("Retry-After"), None);
    }
}

#[test]
fn web_servers_answer_with_pages() {
    for (fault, status, title) in [
        (Fault::TooManyRequests, 429, "429 Too Many Requests"),
        (Fault::BadGateway, 502, "502 Bad Gateway"),
        (Fault::Unavailable, 503, "503 Service Temporarily Unavailable"),
        (Fault::HtmlPage, 200, "Authorization"),
    ] {
        let answer = struck(fault);
        assert_eq!((answer.status(), type_of(&answer)), (status, HTML));
        assert!(answer.text().contains(&format!("<h1>{title}</h1>")), "{answer:?}");
    }
}

#[test]
fn an_empty_answer_is_a_success_with_nothing() {
    let answer = struck(Fault::EmptyBody);
    assert_eq!((answer.status(), answer.body.len()), (200, 0));
    assert_eq!(answer.header("Content-Length"), Some("0"));
}

#[test]
fn what_stands_before_the_json_leaves_it_whole() {
    let warned = struck(Fault::PhpWarning).text();
    assert!(warned.starts_with("<br />\n<b>Warning</b>: "), "{warned}");
    assert!(warned.contains("<br />\n{\"result\":17,\"time\":{"), "{warned}");
    let marked = struck(Fault::ByteOrderMark).text();
    assert!(
        marked.starts_with("\u{FEFF}{\"result\":17,\"time\":{"),
        "{marked}"
    );
    let mistyped = struck(Fault::WrongType);
    assert_eq!(type_of(&mistyped), HTML);
    assert!(mistyped.text().starts_with(r#"{"result":17,"time":{"#));
}

#[test]
fn spoilt_members_stand_beside_the_result() {
    let spoilt = struck(Fault::BadUtf8);
    assert!(std::str::from_utf8(&spoilt.body).is_err());
    assert!(spoilt.text().contains(r#"","result":17,"time":{"#));

    let deep = struck(Fault::DeepNesting).text();
    assert!(deep.starts_with(r#"{"deep":[[[["#));
    assert!(deep.contains(r#"]]]],"result":17,"time":{"#));
    assert_eq!(deep.matches('[').count(), 100_000);

    let huge = struck(Fault::HugeNumbers).text();
    let number = "9".repeat(400);
    let start = format!(r#"{{"next":{number},"total":{number},"result":17,"time":{{"#);
    assert!(huge.starts_with(&start), "{huge}");
}

#[test]
fn a_bomb_is_small_until_it_is_unpacked() {
    let bomb = struck(Fault::GzipBomb);
    assert_eq!(bomb.header("Content-Encoding"), Some("gzip"));
    assert!(bomb.body.len() < 1 << 20, "{} bytes", bomb.body.len());

    // A valid file to its end, checksum included: 256 MiB of blanks and the answer.
    let mut unpacked = GzDecoder::new(&*bomb.body);
    let mut room = vec![0; 1 << 20];
    for _ in 0..256 {
        unpacked.read_exact(&mut room).unwrap();
        assert!(room.iter().all(|byte| *byte == b' '));
    }
    let mut answer = String::new();
    unpacked.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with(r#"{"result":17,"time":{"#), "{answer}");
}
