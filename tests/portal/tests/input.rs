//! What a method sees of a request. `php.rs` compares names and values; here it is about where
//! they are taken from.

#![allow(clippy::unwrap_used, reason = "in a test, what fails should stop it")]

mod wire;

use b24_portal::{Answer, Portal};
use wire::{FORM, JSON, get, post_form, post_json, request};

fn echo() -> (Portal, String) {
    let portal = Portal::start().unwrap();
    portal.answer("echo", Answer::echo());
    let address = format!("{}echo", portal.webhook());
    (portal, address)
}

#[test]
fn forms_give_text_and_json_keeps_its_types() {
    let (_portal, echo) = echo();
    assert_eq!(
        post_form(&echo, "a=1&b[c][]=true&b[c][]=2").result(),
        r#"{"a":"1","b":{"c":["true","2"]}}"#
    );
    assert_eq!(
        post_json(&echo, r#"{"a":1,"b":true,"c":null,"d":1.5,"e":{"f":[]}}"#).result(),
        r#"{"a":1,"b":true,"c":null,"d":1.5,"e":{"f":[]}}"#
    );
}

#[test]
fn the_top_level_of_the_body_wins_over_the_query() {
    let (_portal, echo) = echo();
    let address = format!("{echo}?a=1&b[x]=1&c=1");
    assert_eq!(
        post_json(&address, r#"{"b":{"y":2},"c":3}"#).result(),
        r#"{"a":"1","b":{"y":2},"c":3}"#
    );
    assert_eq!(
        post_form(&address, "b[y]=2&d=4").result(),
        r#"{"a":"1","b":{"y":"2"},"c":"1","d":"4"}"#
    );
}

#[test]
fn only_post_has_a_body() {
    let (_portal, echo) = echo();
    let address = format!("{echo}?a=1");
    for verb in ["GET", "PUT", "DELETE", "PATCH"] {
        assert_eq!(
            request(verb, &address, &[FORM], b"a=2&b=3").result(),
            r#"{"a":"1"}"#,
            "{verb}"
        );
    }
}

#[test]
fn json_that_is_no_object_is_silently_nothing() {
    let (_portal, echo) = echo();
    for body in [
        "",
        "not JSON",
        "{\"a\":1",
        "1",
        "\"a=1\"",
        "null",
        "true",
        "{\"a\":\"\u{1}\"}",
    ] {
        assert_eq!(
            post_json(&format!("{echo}?q=1"), body).result(),
            r#"{"q":"1"}"#,
            "{body}"
        );
    }
    assert_eq!(post_json(&echo, "[7,8]").result(), "[7,8]");
}

#[test]
fn the_content_type_decides_how_a_body_is_read() {
    let (_portal, echo) = echo();
    let json = br#"{"a":1}"#;
    for kind in [
        "application/json",
        "application/json; charset=utf-8",
        "APPLICATION/JSON",
        "application/vnd.api+json",
        "text/x+json;q=1",
    ] {
        let header = format!("Content-Type: {kind}");
        assert_eq!(
            request("POST", &echo, &[&header], json).result(),
            r#"{"a":1}"#,
            "{kind}"
        );
    }
    // Anything else is tried as a form, and this JSON then is one long name.
    for headers in [&["Content-Type: text/plain"][..], &[]] {
        assert_eq!(
            request("POST", &echo, headers, b"a=1&b[]=2").result(),
            r#"{"a":"1","b":["2"]}"#
        );
        assert_eq!(
            request("POST", &echo, headers, json).result(),
            r#"{"{\u0022a\u0022:1}":""}"#
        );
    }
}

#[test]
fn multipart_fields_are_read_and_files_are_left_out() {
    let (_portal, echo) = echo();
    let body = "--XX\r\nContent-Disposition: form-data; name=\"a[b][]\"\r\n\r\n1\r\n2\r\n\
                --XX\r\nContent-Disposition: form-data; name=c.d\r\nX-Other: 1\r\n\r\n\r\n\
                --XX\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x.txt\"\r\n\r\nfile\r\n\
                --XX--\r\n";
    let header = "Content-Type: multipart/form-data; boundary=\"XX\"";
    assert_eq!(
        request("POST", &echo, &[header], body.as_bytes()).result(),
        r#"{"a":{"b":["1\r\n2"]},"c_d":""}"#
    );
    let nameless = "Content-Type: multipart/form-data";
    assert_eq!(
        request("POST", &echo, &[nameless], body.as_bytes()).result(),
        "[]"
    );
}

#[test]
fn a_chunked_body_is_read_whole() {
    let (_portal, echo) = echo();
    let body = b"4\r\n{\"a\"\r\n3;x=y\r\n:1}\r\n0\r\n\r\n";
    let (_, target) = wire::split(&echo);
    let mut connection = wire::Connection::open(&echo);
    connection.write(
        format!("POST {target} HTTP/1.1\r\nHost: x\r\n{JSON}\r\nTransfer-Encoding: chunked\r\n\r\n")
            .as_bytes(),
    );
    connection.write(body);
    assert_eq!(connection.receive().unwrap().result(), r#"{"a":1}"#);
}

#[test]
fn a_query_may_hold_raw_unicode() {
    let (portal, echo) = echo();
    assert_eq!(
        get(&format!("{echo}?a=Привет&б[]=%D0%90")).result(),
        r#"{"a":"Привет","б":["А"]}"#
    );
    assert_eq!(portal.requests()[0].query(), "a=Привет&б[]=%D0%90");
}

#[test]
fn reserved_names_never_reach_a_method() {
    let (portal, echo) = echo();
    let reserved = "auth=x&access_token=x&auth_connector=x&aplogin=x&ap=x&sessid=x&start=50&state=x&method=x";
    assert_eq!(
        get(&format!("{echo}?{reserved}&Start=1")).result(),
        r#"{"Start":"1"}"#
    );
    // The method of the path counts, not a parameter of that name.
    assert_eq!(portal.executions("echo"), 1);
}
