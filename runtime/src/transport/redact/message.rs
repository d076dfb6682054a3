//! A request or an answer as it may be written down.

use http::header::{CONTENT_TYPE, HeaderMap, LOCATION};
use http::{HeaderValue, Uri};

use super::names::is_secret;
use super::{Redact, form, json, text};
use crate::decode;
use crate::secret::HIDDEN;
use crate::transport::json::is_json;

/// Blots out what a call's own [`Redact`] knows, and whatever bears the name of a secret: new tokens
/// are in answers before anybody knows them.
pub(in crate::transport) struct Redaction(Option<Redact>);

impl Redaction {
    pub(in crate::transport) fn of<T>(request: &http::Request<T>) -> Self {
        Self(request.extensions().get().cloned())
    }

    /// Text of no known form.
    pub(in crate::transport) fn text(&self, text: &str) -> String {
        self.own(&text::text(text))
    }

    fn own(&self, text: &str) -> String {
        match &self.0 {
            Some(redact) => redact.text(text),
            None => text.to_owned(),
        }
    }

    pub(in crate::transport) fn address(&self, address: &Uri) -> String {
        let origin = match (address.scheme_str(), address.authority()) {
            (Some(scheme), Some(authority)) => format!("{scheme}://{authority}"),
            _ => String::new(),
        };
        let path = self.own(&without_code(address.path()));
        let query = address.query().map_or_else(String::new, |query| {
            format!("?{}", form::form(query, |parameter| self.own(parameter)))
        });
        format!("{}{path}{query}", self.own(&origin))
    }

    /// The value of a header; as many characters as it has bytes, if nothing is blotted out.
    pub(in crate::transport) fn header(&self, name: &str, value: &HeaderValue) -> String {
        let value = characters(value.as_bytes());
        if is_secret(name) {
            return HIDDEN.to_owned();
        }
        if name == LOCATION
            && let Ok(address) = value.parse::<Uri>()
        {
            return self.address(&address);
        }
        self.text(&value)
    }

    pub(in crate::transport) fn body(&self, headers: &HeaderMap, body: &[u8]) -> Vec<u8> {
        if let Some((before, json)) = answer(body) {
            let json = json::json(json, |name| self.own(name), |text| self.text(text));
            return [self.loose(before), json.into_bytes()].concat();
        }
        let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        match str::from_utf8(body) {
            Ok(body) if kind.is_some_and(|kind| kind.contains("x-www-form-urlencoded")) => {
                form::form(body, |parameter| self.own(parameter)).into_bytes()
            }
            _ => self.loose(body),
        }
    }

    /// Bytes of no known form. Where they are no text, each of them is a character of its own: what is
    /// no text keeps its bytes, and what is text but for a few of them is found all the same.
    fn loose(&self, body: &[u8]) -> Vec<u8> {
        match str::from_utf8(body) {
            Ok(body) => self.text(body).into_bytes(),
            Err(_) => bytes(&self.text(&characters(body))),
        }
    }
}

/// A body that is JSON but for what a server puts before an answer: that is text, and must not cost the
/// answer its form.
fn answer(body: &[u8]) -> Option<(&[u8], &str)> {
    let json = str::from_utf8(decode::document(body)).ok()?;
    if !is_json(json) {
        return None;
    }
    let before = &body[..json.as_ptr().addr() - body.as_ptr().addr()];
    Some((before.trim_ascii_start(), json))
}

/// The path without the code of a webhook, `/rest/USER/CODE/METHOD` or `/rest/api/USER/CODE/METHOD`,
/// though nobody said what it is.
fn without_code(path: &str) -> String {
    let mut segments: Vec<&str> = path.split('/').collect();
    if let Some(rest) = segments.iter().position(|segment| *segment == "rest") {
        let user = rest + 1 + usize::from(segments.get(rest + 1) == Some(&"api"));
        // A method alone is the last segment.
        if segments.get(user + 1).is_some_and(|code| !code.is_empty()) {
            segments[user + 1] = HIDDEN;
        }
    }
    segments.join("/")
}

/// Each byte as the character of that number.
pub(in crate::transport) fn characters(bytes: &[u8]) -> String {
    bytes.iter().copied().map(char::from).collect()
}

/// Each character as the byte of its number.
pub(in crate::transport) fn bytes(characters: &str) -> Vec<u8> {
    let byte = |character| u8::try_from(u32::from(character)).unwrap_or(b'?');
    characters.chars().map(byte).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    fn redaction() -> Redaction {
        Redaction(Some(Redact::new(Arc::new(|text: &str| {
            text.replace("5ecret", "***")
        }))))
    }

    fn body(body: &[u8]) -> Vec<u8> {
        redaction().body(&HeaderMap::new(), body)
    }

    #[test]
    fn json_keeps_all_but_secrets() {
        let given = r#"{"b":1.50,"a":"x5ecret","n":{"access_token":"t0k","expires":1},"auth":{"domain":"d","on":true,"k":["t",7,null]},"u":"https://x/?auth=t0k\u0026a=\/","token":"","b":"\u00e9"}"#;
        let shown = r#"{"b":1.50,"a":"x***","n":{"access_token":"***","expires":1},"auth":{"domain":"***","on":true,"k":["***","***",null]},"u":"https://x/?auth=***&a=/","token":"","b":"\u00e9"}"#;
        assert_eq!(String::from_utf8(body(given.as_bytes())).unwrap(), shown);
        let number = Redaction(Some(Redact::new(Arc::new(|text: &str| {
            text.replace("1234", "***")
        }))));
        assert_eq!(
            number.body(&HeaderMap::new(), br#"{"pin":1234,"a":5}"#),
            br#"{"pin":"***","a":5}"#
        );
        assert_eq!(body(br#"["\ud800",{"5ecret":1}]"#), br#"["\ud800",{"***":1}]"#);
    }

    #[test]
    fn binary_content_keeps_its_bytes_and_loses_its_secrets() {
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(body(&all), all);
        assert_eq!(
            body(b"\xff\"access_token\":\"t0k\" 5ecret\xfe"),
            b"\xff\"access_token\":\"***\" ***\xfe"
        );
    }

    #[test]
    fn text_before_json_hides_no_tokens() {
        let given = b"\xef\xbb\xbf<br>Warning {\"refresh_token\":\"t0k\"}";
        assert_eq!(
            body(given),
            b"\xef\xbb\xbf<br>Warning {\"refresh_token\":\"***\"}"
        );
    }

    #[test]
    fn an_answer_keeps_its_form_whatever_is_before_it() {
        for before in [&b"<b>Warning</b> token=***\n"[..], b"\xcf\xf0 ", b"\xef\xbb\xbf"] {
            let answer = |auth| {
                [
                    before,
                    br#"{"result":{"auth":{"on":true,"id":""#,
                    auth,
                    br#""}}}"#,
                ]
                .concat()
            };
            assert_eq!(body(&answer(b"t0k")), answer(b"***"));
        }
    }

    #[test]
    fn an_address_shows_no_code() {
        for (given, shown) in [
            (
                "https://x.com/rest/1/c0de/crm.deal.add?auth=t&a=1",
                "https://x.com/rest/1/***/crm.deal.add?auth=***&a=1",
            ),
            (
                "https://x.com/rest/api/1/c0de/tasks.task.get",
                "https://x.com/rest/api/1/***/tasks.task.get",
            ),
            ("https://x.com/in/rest/1/c0de/", "https://x.com/in/rest/1/***/"),
            (
                "https://x.com/rest/crm.deal.add",
                "https://x.com/rest/crm.deal.add",
            ),
            (
                "https://x.com/rest/api/tasks.task.get/",
                "https://x.com/rest/api/tasks.task.get/",
            ),
            ("https://x.com/rest/", "https://x.com/rest/"),
            ("/rest/1/c0de/a", "/rest/1/***/a"),
            ("https://x.com/5ecret", "https://x.com/***"),
        ] {
            assert_eq!(redaction().address(&given.parse().unwrap()), shown);
        }
    }

    #[test]
    fn headers_of_credentials_are_hidden_and_others_are_not() {
        let shown =
            |name: &str, value: &'static str| redaction().header(name, &HeaderValue::from_static(value));
        for name in [
            "authorization",
            "set-cookie",
            "cookie",
            "proxy-authorization",
            "x-auth-token",
        ] {
            assert_eq!(shown(name, "t0k"), "***");
        }
        assert_eq!(
            shown("location", "https://x.com/rest/1/c0de/a?code=1"),
            "https://x.com/rest/1/***/a?code=1"
        );
        assert_eq!(shown("location", "not a place 5ecret"), "not a place ***");
        assert_eq!(shown("content-type", "text/html"), "text/html");
        assert_eq!(shown("x", "auth=t0k; a=5ecret"), "auth=***; a=***");
    }
}
