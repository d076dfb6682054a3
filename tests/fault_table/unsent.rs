//! What is shown without any trouble: requests that are not sent, and the types that hold secrets.

use std::io::{self, Write};
use std::sync::{Arc, Mutex};
use std::{env, fs, process};

use b24::{
    Client, DryRun, FileStore, Recorder, Redact, RedirectPolicy, Replay, State, TokenStore, Tokens,
    TransportErrorKind, UreqTransport,
};
use b24_portal::Portal;

use crate::calls::Call;
use crate::row::Kind;
use crate::sandbox::{Caller, Sandbox, application};
use crate::shown::Shown;

/// A writer that its owner can read.
#[derive(Clone, Default)]
struct Page(Arc<Mutex<Vec<u8>>>);

impl Write for Page {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_dry_run_shows_the_request_without_its_secrets() {
    for caller in Caller::BOTH {
        for call in Call::ALL {
            let page = Page::default();
            let dry_run = DryRun::to(page.clone());
            let sandbox = Sandbox::start(Portal::builder(), caller, |client| client.transport(dry_run));
            let error = sandbox.call(call).answer.unwrap_err();
            assert_eq!(Kind::of(&error), Kind::Transport(TransportErrorKind::DryRun));
            assert_eq!(sandbox.portal.requests().len(), 0);
            let (mut shown, secrets) = sandbox.end();
            let text = String::from_utf8(page.0.lock().unwrap().clone()).unwrap();
            assert!(text.contains(call.method()) && text.contains("***"), "{text}");
            shown.add("a dry run", text);
            assert_eq!(shown.leaks(&secrets), [""; 0], "{caller:?}, {call:?}");
        }
    }
}

#[test]
fn no_type_shows_a_secret_that_it_holds() {
    let portal = Portal::start().unwrap();
    let tokens = Tokens::from_json(&portal.tokens()).unwrap();
    let (access, state) = (tokens.access_token().to_owned(), State::random().unwrap());
    let file = env::temp_dir().join(format!("b24-fault-table-{}.tokens", process::id()));
    let recordings = env::temp_dir().join(format!("b24-fault-table-{}", process::id()));
    let store = FileStore::new(&file);
    store.save(&tokens).unwrap();
    let secrets = [
        access.clone(),
        tokens.refresh_token().unwrap().to_owned(),
        state.to_string(),
        "pr0xypassw0rd".to_owned(),
        portal.application().client_secret,
        portal
            .webhook()
            .trim_end_matches('/')
            .rsplit('/')
            .next()
            .unwrap()
            .to_owned(),
    ];
    let mut shown = Shown::default();
    let proxied = UreqTransport::builder().proxy("http://anna:pr0xypassw0rd@127.0.0.1:1");
    let hidden = access.clone();
    shown.debug("a builder of a transport", &proxied);
    shown.debug("a transport", &proxied.build().unwrap());
    shown.debug(
        "a recorder",
        &Recorder::new(UreqTransport::default(), &recordings).unwrap(),
    );
    shown.debug("a replay", &Replay::open(&recordings).unwrap());
    shown.debug(
        "a redaction",
        &Redact::new(Arc::new(move |text: &str| text.replace(&hidden, "***"))),
    );
    shown.debug("a policy", &RedirectPolicy::allow(|_, _| true));
    shown.debug("a store", &store);
    shown.debug("tokens", &tokens);
    shown.debug("a state", &state);
    shown.debug("an application", &application(&portal));
    shown.debug("a builder", &Client::builder().webhook(portal.webhook()));
    shown.debug("a builder", &Client::builder().token(portal.url(), &access));
    shown.debug("a client", &Client::webhook(portal.webhook()).unwrap());
    shown.debug("a client", &Client::with_token(portal.url(), &access).unwrap());
    shown.debug("a client", &Client::oauth(application(&portal), tokens).unwrap());
    for error in [
        Client::webhook(&format!("{}x/y", portal.webhook())).unwrap_err(),
        Client::with_token(portal.url(), &format!("{access}\n&")).unwrap_err(),
        Client::webhook(portal.webhook())
            .unwrap()
            .call_raw(portal.webhook(), &())
            .unwrap_err(),
    ] {
        shown.error(&error);
    }
    fs::remove_file(file).unwrap();
    fs::remove_dir_all(recordings).unwrap();
    assert_eq!(shown.leaks(&secrets), [""; 0]);
}
