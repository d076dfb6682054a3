//! Answers of any content that are written down.

use std::fs;
use std::path::PathBuf;

use b24::retry::Retry;
use b24::{Client, Pace, Recorder, Replay};
use serde_json::Value;

use super::canned::{CODE, Portal, Turned, WEBHOOK, answer};
use super::input::Input;
use super::{meter, shown};

const SECRETS: &[&str] = &[CODE];

/// The status, the kind of content; then the body.
pub(super) fn run(data: &[u8]) {
    let mut input = Input(data);
    let status = input.status([200, 302, 400, 500]);
    let kind = input.pick([
        "application/json",
        "text/html",
        "application/x-www-form-urlencoded",
    ]);
    let body = input.0.to_vec();
    let length = body.len();
    let directory = directory("recorder");
    let portal = Portal::new(move |_| answer(status, kind, &body));
    let recorder = Recorder::new(portal, &directory).unwrap();
    let builder = Client::builder().webhook(WEBHOOK).transport(recorder);
    let builder = builder
        .clock(Turned::new())
        .retry(Retry::never())
        .pace(Pace::unlimited());
    let client = builder.build().unwrap();
    let called = meter::bounded(length, || client.call_raw("server.time", &()));

    let path = directory.join("0001-server.time.json");
    let written = fs::read_to_string(&path).unwrap();
    shown::text(&said(&written), SECRETS);
    let exchange: Option<Value> = serde_json::from_str(&written).ok();
    if let Some(exchange) = &exchange {
        assert_no_tokens(&exchange["answer"]["json"]);
    }
    // What was written is read again, and an answer is one still. What was none may be one: where it was
    // wrong within a secret, that is not written.
    let replay = Replay::open(&directory).unwrap();
    fs::remove_file(path).unwrap();
    let client = Client::builder().webhook(WEBHOOK).transport(replay);
    let client = client
        .retry(Retry::never())
        .pace(Pace::unlimited())
        .build()
        .unwrap();
    let replayed = client.call_raw("server.time", &());
    assert!(
        called.is_err() || replayed.is_ok(),
        "{called:?}, and then {replayed:?}"
    );
}

/// What JSON says, with half a pair of surrogates too: the digits of an escape are no text.
fn said(json: &str) -> String {
    let mut said = String::with_capacity(json.len());
    let mut left = json;
    while let Some((before, escape)) = left.split_once('\\') {
        said.push_str(before);
        let digits = escape.strip_prefix('u').and_then(|digits| digits.get(..4));
        left = if let Some(number) = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()) {
            said.push(char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER));
            &escape[5..]
        } else {
            let mut rest = escape.chars();
            // A letter stands for white space of some kind.
            said.extend(
                rest.next()
                    .map(|mark| if mark.is_alphabetic() { ' ' } else { mark }),
            );
            rest.as_str()
        };
    }
    said + left
}

/// No member that bears the name of a token is told.
fn assert_no_tokens(json: &Value) {
    match json {
        Value::Object(members) => {
            for (name, value) in members {
                if matches!(name.as_str(), "access_token" | "refresh_token" | "client_secret") {
                    assert!(
                        matches!(value.as_str(), Some("" | "***")) || !value.is_string(),
                        "{name}: {value}"
                    );
                }
                assert_no_tokens(value);
            }
        }
        Value::Array(items) => items.iter().for_each(assert_no_tokens),
        _ => {}
    }
}

/// A directory for the files of this process, of one thread at a time.
pub(super) fn directory(name: &str) -> PathBuf {
    let name = format!("b24-fuzz-{name}-{}", std::process::id());
    let directory = std::env::temp_dir().join(name);
    fs::create_dir_all(&directory).unwrap();
    directory
}
