//! Addresses with credentials in them, as someone mistypes them: of webhooks, portals, servers, proxies.

use std::sync::{Arc, Mutex};

use b24::{Application, AuthorizationServer, Client, Pace, State, Tokens, UreqTransport};

use super::canned::{Answer, Portal, Request};
use super::input::Input;
use super::{meter, shown};

/// What is addressed; then the address.
pub(super) fn run(data: &[u8]) {
    let mut input = Input(data);
    let what = input.choice(5);
    let Ok(text) = std::str::from_utf8(input.0) else {
        return;
    };
    meter::bounded(text.len(), || match what {
        0 => webhook(text),
        1 => portal(text),
        2 => tokens(text),
        3 => server(text),
        _ => proxy(text),
    });
}

fn webhook(text: &str) {
    let seen = Arc::new(Mutex::new(String::new()));
    let address = Arc::clone(&seen);
    let portal = Portal::new(move |request: &Request| {
        *address.lock().unwrap() = request.uri().to_string();
        Answer::new(br#"{"result":true}"#.to_vec())
    });
    let builder = Client::builder().webhook(text).pace(Pace::unlimited());
    let client = match builder.transport(portal).build() {
        Ok(client) => client,
        Err(error) => return shown::words_alone(&error),
    };
    let origin = client.portal();
    assert_origin(&origin);
    assert_eq!(format!("{client:?}"), format!("Client({origin} (webhook ***))"));
    // It goes to where it was said to go, and nowhere else.
    assert!(client.call_raw("app.info", &()).is_ok());
    let called = seen.lock().unwrap().strip_suffix("/app.info").unwrap().to_owned();
    let parts = |address: &str| -> Vec<String> {
        let address = address.trim().to_ascii_lowercase();
        let parts = address.split('/').filter(|part| !part.is_empty());
        parts.map(str::to_owned).collect()
    };
    assert_eq!(parts(&called), parts(text));
    assert_eq!(called.strip_prefix(&origin).unwrap().split('/').count(), 4);
}

fn portal(text: &str) {
    const TOKEN: &str = "t0k3n-9f31c2aa";
    match Client::with_token(text, TOKEN) {
        Ok(client) => {
            let origin = client.portal();
            assert_origin(&origin);
            assert_eq!(format!("{client:?}"), format!("Client({origin} (token ***))"));
        }
        Err(error) => shown::words_alone(&error),
    }
    let application = Application::new("app.1", TOKEN).unwrap();
    let state: State = "5tate".parse().unwrap();
    match application.authorization_url(text, &state) {
        Ok(url) => assert_origin(
            url.strip_suffix("/oauth/authorize/?client_id=app.1&state=5tate")
                .unwrap(),
        ),
        Err(error) => shown::words_alone(&error),
    }
}

/// The tokens themselves are made up.
fn tokens(text: &str) {
    let (access, refresh) = text.split_once('\n').unwrap_or((text, ""));
    match Tokens::new("example.bitrix24.com", access, refresh) {
        Ok(tokens) => assert_eq!(format!("{tokens:?}"), "Tokens(https://example.bitrix24.com, ***)"),
        Err(error) => shown::words_alone(&error),
    }
    match Client::with_token("example.bitrix24.com", access) {
        Ok(client) => assert_eq!(
            format!("{client:?}"),
            "Client(https://example.bitrix24.com (token ***))"
        ),
        Err(error) => shown::words_alone(&error),
    }
    match Application::new(refresh, access) {
        Ok(application) => assert!(format!("{application:?}").contains("client_secret: ***")),
        Err(error) => shown::words_alone(&error),
    }
}

fn server(text: &str) {
    let application = Application::new("app.1", "appl1cat1on-secret").unwrap();
    if let Err(error) = application.server(AuthorizationServer::Custom(text.to_owned())) {
        shown::words_alone(&error);
    }
}

fn proxy(text: &str) {
    let builder = UreqTransport::builder().proxy(text);
    let shown = format!("{builder:?}");
    if let Some((_, password)) = text
        .split_once("://")
        .and_then(|(_, rest)| rest.split_once('@')?.0.split_once(':'))
        && password.len() > 8
        && password.bytes().any(|byte| byte.is_ascii_digit())
    {
        assert!(!shown.contains(password), "{shown}");
    }
}

/// A scheme and an authority that credentials may go to, and nothing else.
fn assert_origin(origin: &str) {
    let (scheme, authority) = origin.split_once("://").unwrap();
    assert!(
        !authority.is_empty() && !authority.contains(['/', '?', '#', '@', ' ']),
        "{origin}"
    );
    let here = ["localhost", "127.", "[::1]", "[0", "[::"];
    let near = || {
        here.iter()
            .any(|host| authority.to_ascii_lowercase().starts_with(host))
    };
    assert!(scheme == "https" || (scheme == "http" && near()), "{origin}");
}
