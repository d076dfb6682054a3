//! An application, a store and an authorization server in a test's hand.

mod content;
mod patience;
mod portal;
mod refusals;
mod sharing;

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use http::{Request, Response};

use super::need::SendRequest;
use super::*;
use crate::clock::Clock;
use crate::error::{StoreError, SystemCode, TransportError};
use crate::oauth::form;
use crate::pace::Patience;

const START: u64 = 1_780_000_000;
const SECRET: &str = "appl1cat1on-secret";

/// Stands still unless turned.
#[derive(Debug, Default)]
struct Hand(Mutex<Duration>);

impl Clock for Hand {
    fn now(&self) -> Duration {
        *self.0.lock().unwrap()
    }
    fn unix(&self) -> Duration {
        Duration::from_secs(START) + self.now()
    }
    fn sleep(&self, duration: Duration) {
        *self.0.lock().unwrap() += duration;
    }
}

/// A store that a test keeps in its hand.
#[derive(Clone, Default)]
struct Shelf(Arc<Shelved>);

#[derive(Default)]
struct Shelved {
    tokens: MemoryStore,
    broken: AtomicBool,
    panics: AtomicBool,
    saved: AtomicUsize,
}

impl Shelf {
    fn with(tokens: &Tokens) -> Self {
        let shelf = Self::default();
        shelf.0.tokens.save(tokens).unwrap();
        shelf
    }
    fn stored(&self) -> Tokens {
        self.0.tokens.load().unwrap().unwrap()
    }
    fn saved(&self) -> usize {
        self.0.saved.load(Ordering::SeqCst)
    }
    fn break_down(&self, broken: bool) {
        self.0.broken.store(broken, Ordering::SeqCst);
    }
}

impl TokenStore for Shelf {
    fn load(&self) -> Result<Option<Tokens>, StoreError> {
        assert!(
            !self.0.panics.swap(false, Ordering::SeqCst),
            "a store's own mistake"
        );
        self.0.tokens.load()
    }
    fn save(&self, tokens: &Tokens) -> Result<(), StoreError> {
        if self.0.broken.load(Ordering::SeqCst) {
            return Err(StoreError::new("cannot save the tokens", "the disk is full"));
        }
        self.0.saved.fetch_add(1, Ordering::SeqCst);
        self.0.tokens.save(tokens)
    }
}

/// An authorization server that counts, and answers with a text.
struct Server {
    asked: Mutex<Vec<Request<Vec<u8>>>>,
    answer: Mutex<(u16, String)>,
}

impl Server {
    fn answering(status: u16, body: impl Into<String>) -> Self {
        Self {
            asked: Mutex::default(),
            answer: Mutex::new((status, body.into())),
        }
    }
    fn now_answers(&self, status: u16, body: impl Into<String>) {
        *self.answer.lock().unwrap() = (status, body.into());
    }
    fn asked(&self) -> usize {
        self.asked.lock().unwrap().len()
    }
    fn last_form(&self, name: &str) -> Option<String> {
        let asked = self.asked.lock().unwrap();
        form::read(std::str::from_utf8(asked.last()?.body()).unwrap(), name)
    }
    /// At a moment of its own: a minute after the last one.
    fn renew(&self, of: &Authorization, stale: &Arc<Tokens>) -> Result<Arc<Tokens>, Error> {
        let clock = Hand::default();
        clock.sleep(of.held().renewed.map_or(Duration::ZERO, |at| at + renewal::NEW));
        self.renew_at(&clock, of, stale)
    }
    fn renew_at(&self, clock: &Hand, of: &Authorization, stale: &Arc<Tokens>) -> Result<Arc<Tokens>, Error> {
        renew(of, stale, clock, &|request| self.answer(request)).map(|_| of.tokens())
    }
    #[expect(clippy::unnecessary_wraps, reason = "it answers as a transport does")]
    fn answer(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, TransportError> {
        self.asked.lock().unwrap().push(request);
        let (status, body) = self.answer.lock().unwrap().clone();
        Ok(Response::builder()
            .status(status)
            .body(body.into_bytes())
            .unwrap())
    }
}

/// For a call that waits as long as it takes.
fn renew(
    of: &Authorization,
    stale: &Arc<Tokens>,
    clock: &dyn Clock,
    send: &SendRequest<'_>,
) -> Result<Renewed, Error> {
    of.renew(stale, &need(clock, Patience::default(), send))
}

fn need<'a>(clock: &'a dyn Clock, patience: Patience, send: &'a SendRequest<'a>) -> Need<'a> {
    Need {
        method: "acme.order.add",
        clock,
        patience,
        send,
    }
}

fn pair(number: u64) -> String {
    let expires = START + 3600 * number;
    format!(
        r#"{{"access_token":"{number}-access-t0ken","refresh_token":"{number}-refresh-t0ken",
        "client_endpoint":"https:\/\/example.bitrix24.com\/rest\/","domain":"oauth.bitrix.info",
        "expires":{expires},"expires_in":3600,"member_id":"a223c6b3","scope":"crm,im",
        "server_endpoint":"https:\/\/oauth.bitrix.info\/rest\/","status":"F","user_id":67}}"#
    )
}

fn tokens(number: u64) -> Tokens {
    Tokens::from_json(&pair(number)).unwrap()
}

fn application() -> Application {
    Application::new("app.1", SECRET).unwrap()
}

fn over(shelf: &Shelf) -> (Authorization, Arc<Tokens>) {
    let authorization = Authorization::from_store(application(), Box::new(shelf.clone())).unwrap();
    let tokens = authorization.tokens();
    (authorization, tokens)
}

fn refusal(code: &str) -> String {
    format!(r#"{{"error":"{code}"}}"#)
}
