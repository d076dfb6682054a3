//! Answers that repeat the secret: what is kept of them does not.

use b24::{Limits, Transport, TransportError, TransportErrorKind, b24_method};

use crate::canned::{CODE, Canned, answering};
use crate::failure;
use crate::hidden::{assert_hidden, checked};

/// The code in every disguise that an answer may give it.
fn disguises(secret: &str) -> Vec<String> {
    let each = |write: fn(u32) -> String| secret.bytes().map(|byte| write(byte.into())).collect::<String>();
    vec![
        secret.to_owned(),
        secret.to_uppercase(),
        each(|byte| format!("%{byte:02X}")),
        each(|byte| format!("%{byte:02x}")),
        each(|byte| format!("%25{byte:02X}")),
        each(|byte| format!("\\u{byte:04x}")),
        each(|byte| format!("\\u{byte:04X}")),
        each(|byte| format!("&#{byte};")),
        each(|byte| format!("&#x{byte:X};")),
    ]
}

#[test]
fn a_refusal_that_repeats_the_secret_is_scrubbed() {
    for secret in disguises(CODE) {
        for json in [
            format!(
                r#"{{"error":"E","error_description":"no https://example.com/rest/1/{secret}/app.info"}}"#
            ),
            format!(r#"{{"error":"{secret}"}}"#),
            format!(r#"{{"error":"E","url":"/rest/1/{secret}/","nested":[{{"a{secret}b":["{secret}"]}}]}}"#),
            format!(r#"{{"error":{{"code":"{secret}","message":"{secret}","validation":["{secret}"]}}}}"#),
        ] {
            for status in [200, 400, 401, 500] {
                let error = failure(&answering(status, json.clone()));
                assert!(format!("{error:?}").contains("***"), "{error:?}");
            }
        }
    }
}

#[test]
fn a_page_that_repeats_the_secret_is_scrubbed() {
    for secret in disguises(CODE) {
        for body in [
            format!("<a href='/rest/1/{secret}/'>"),
            format!("{{\"{secret}\":"),
            secret.clone(),
        ] {
            let error = failure(&Canned::new(404, "text/html", body).client());
            assert!(error.to_string().contains("***"), "{error}");
        }
    }
}

#[test]
fn a_kind_of_content_that_repeats_the_secret_is_scrubbed() {
    assert_eq!(CODE, "c0de5ecret0000");
    let error = failure(&Canned::new(200, "text/c0de5ecret0000", "<").client());
    assert!(error.to_string().contains("content type text/***"), "{error}");
}

#[test]
fn a_result_that_repeats_the_secret_where_it_does_not_fit_is_scrubbed() {
    #[b24_method("test.map", unlisted, returns = std::collections::BTreeMap<String, b24::Id>)]
    struct Map;
    for secret in disguises(CODE) {
        for json in [
            format!(r#"{{"result":{{"a":"{secret}"}}}}"#),
            format!(r#"{{"result":{{"{secret}":[]}}}}"#),
        ] {
            let error = checked(Map::new().call(&answering(200, json)).unwrap_err());
            assert!(error.to_string().contains("***"), "{error}");
        }
    }
}

#[test]
fn a_secret_that_is_cut_is_scrubbed_too() {
    // Cut by the server, and cut by the client, which looks at the beginning of a long answer alone.
    for body in [
        format!("see /rest/1/{}", &CODE[..CODE.len() - 1]),
        format!("{}{}", CODE.repeat(4096 / CODE.len()), CODE.repeat(10)),
    ] {
        failure(&answering(502, body));
    }
}

#[test]
fn a_code_of_digits_is_scrubbed_from_numbers_too() {
    let client = crate::once()
        .webhook("https://example.com/rest/1/1234567890/")
        .transport(Canned::new(
            400,
            "application/json",
            r#"{"error":1234567890,"id":1234567890,"ok":7}"#,
        ))
        .build()
        .unwrap();
    let error = client.call_raw("app.info", &()).unwrap_err();
    assert_hidden(&error, "1234567890");
    assert_eq!(error.api().unwrap().extra()["ok"], 7);
}

#[test]
fn a_token_of_any_characters_is_scrubbed_however_it_is_escaped() {
    let token = r#"t0k'en"/\<&>%41+=~"#;
    let json = serde_json::to_string(token).unwrap();
    let php = json
        .replace('/', "\\/")
        .replace('<', "\\u003C")
        .replace('>', "\\u003E")
        .replace('&', "\\u0026")
        .replace('\'', "\\u0027");
    let url = token
        .bytes()
        .map(|byte| format!("%{byte:02X}"))
        .collect::<Vec<_>>()
        .concat();
    let html = token
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#039;");
    for body in [
        format!(r#"{{"error":"E","error_description":{json}}}"#),
        format!(r#"{{"error":"E","error_description":{php}}}"#),
        format!(r#"{{"error":"E","argument":{php}}}"#),
        format!(r#"{{"error":"E","error_description":"{url}"}}"#),
        format!("not JSON {token}"),
        format!("not JSON {json}"),
        format!("not JSON {php}"),
        format!("not JSON {url}"),
        format!("<a href=\"{html}\">"),
    ] {
        let client = crate::once()
            .token("example.com", token)
            .transport(Canned::new(400, "application/json", body.clone()))
            .build()
            .unwrap();
        let error = client.call_raw("app.info", &()).unwrap_err();
        assert_hidden(&error, token);
        assert!(format!("{error:?}").contains("***"), "{body}: {error:?}");
    }
}

#[test]
fn a_transport_that_tells_the_address_is_scrubbed() {
    struct Talkative;
    impl Transport for Talkative {
        fn send(
            &self,
            request: http::Request<Vec<u8>>,
            _: &Limits,
        ) -> Result<http::Response<Vec<u8>>, TransportError> {
            let detail = format!("cannot reach {}", request.uri());
            Err(TransportError::new(TransportErrorKind::Connect, false, detail))
        }
    }
    let client = crate::once()
        .webhook(&format!("https://example.com/rest/1/{CODE}/"))
        .transport(Talkative)
        .build()
        .unwrap();
    let error = failure(&client);
    assert!(
        error
            .to_string()
            .contains("https://example.com/rest/1/***/app.info"),
        "{error}"
    );
}
