//! What an authorization server answers: to a code, and to a refresh token in the midst of a call.

use b24::retry::Retry;
use b24::{Application, Client, Error, MemoryStore, Pace, TokenStore as _, Tokens};
use serde_json::Value;

use super::canned::{Portal, Request, Turned, Watch, answer};
use super::input::Input;
use super::{meter, shown};

const CLIENT_SECRET: &str = "appl1cat1on-secret";
const CODE: &str = "c0de-of-an-authorization";
const ACCESS: &str = "4ccess-token-of-old";
const REFRESH: &str = "r3fresh-token-of-old";

/// What is known where a code is exchanged, and where tokens are renewed.
const EXCHANGE: &[&str] = &[CLIENT_SECRET, CODE];
const RENEWAL: &[&str] = &[CLIENT_SECRET, ACCESS, REFRESH];

/// Which grant, the status, the kind of content; then the body.
pub(super) fn run(data: &[u8]) {
    let mut input = Input(data);
    let grant = input.choice(2);
    let status = input.status([200, 400, 401, 403, 500]);
    let kind = input.pick(["application/json", "text/html"]);
    match grant {
        0 => exchange(status, kind, input.0),
        _ => renew(status, kind, input.0),
    }
}

fn exchange(status: u16, kind: &'static str, body: &[u8]) {
    let content = body.to_vec();
    let server = Portal::new(move |_: &Request| answer(status, kind, &content));
    let application = Application::new("app.1", CLIENT_SECRET).unwrap();
    let got = meter::bounded(body.len(), || {
        application.exchange_through(&*server, "example.bitrix24.com", CODE)
    });
    assert_eq!(server.asked(), 1);
    match got {
        Ok(tokens) => {
            let origin = tokens.client_endpoint();
            let origin = origin.strip_suffix("/rest/").unwrap();
            assert_eq!(format!("{tokens:?}"), format!("Tokens({origin}, ***)"));
            assert_eq!(Tokens::from_json(&tokens.to_json()).unwrap(), tokens);
        }
        Err(error) => examine(&error, EXCHANGE, body),
    }
}

fn renew(status: u16, kind: &'static str, body: &[u8]) {
    let content = body.to_vec();
    let portal = Portal::new(move |request: &Request| {
        if request.uri().path() == "/oauth/token/" {
            answer(status, kind, &content)
        } else if request
            .body()
            .windows(ACCESS.len())
            .any(|part| part == ACCESS.as_bytes())
        {
            answer(401, "application/json", br#"{"error":"expired_token"}"#)
        } else {
            answer(200, "application/json", br#"{"result":true}"#)
        }
    });
    let application = Application::new("app.1", CLIENT_SECRET).unwrap();
    let store = MemoryStore::default();
    store
        .save(&Tokens::new("example.bitrix24.com", ACCESS, REFRESH).unwrap())
        .unwrap();
    let builder = Client::builder()
        .oauth(application, store)
        .transport(portal.clone());
    let builder = builder.clock(Turned::new()).observer(Watch(RENEWAL));
    let client = builder
        .retry(Retry::never())
        .pace(Pace::unlimited())
        .build()
        .unwrap();

    let called = meter::bounded(body.len(), || client.call_raw("app.info", &()));
    let asked = portal.asked();
    assert!((2..=3).contains(&asked), "{asked} requests");
    assert_eq!(
        format!("{client:?}"),
        "Client(https://example.bitrix24.com (application ***))"
    );
    let Err(error) = called else {
        return assert_eq!(asked, 3);
    };
    examine(&error, RENEWAL, body);
    // What the server has refused is not asked for again.
    if matches!(&error, Error::Auth(refused) if refused.method() == "oauth/token") {
        let again = client.call_raw("app.info", &()).unwrap_err();
        let requests = portal.asked() - asked;
        assert!(requests <= 1, "{requests} more requests after {error}: {again}");
    }
}

/// The error shows neither what is known nor the tokens that came with it.
fn examine(error: &Error, secrets: &[&str], body: &[u8]) {
    shown::error(error, secrets);
    let _ = (error.outcome(), error.advice());
    let Ok(Value::Object(members)) = serde_json::from_slice(body) else {
        return;
    };
    for name in ["access_token", "refresh_token"] {
        let Some(Value::String(token)) = members.get(name) else {
            continue;
        };
        let body = String::from_utf8_lossy(body);
        let is_token = token.len() > 8
            && token.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && token.bytes().any(|byte| byte.is_ascii_digit());
        // What stands elsewhere too is no secret.
        if is_token && body.matches(token.as_str()).count() == 1 {
            shown::text(&format!("{error} {error:?}"), &[token]);
        }
    }
}
