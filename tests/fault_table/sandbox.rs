//! A portal with secrets, and a client that is watched while it calls.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use std::{env, fs, process};

use b24::retry::{Failure, Retry};
use b24::{
    Application, AuthorizationServer, Client, ClientBuilder, Error, Event, MemoryStore, Next, Recorder,
    Response, StoreError, TokenStore, Tokens, UreqTransport,
};
use b24_portal::{Answer, Portal, TurnedClock};
use serde_json::{Value, json};

use crate::calls::{CARD, Call};
use crate::shown::Shown;
use crate::turned::Turned;

/// How often a call is sent at most.
pub(crate) const ATTEMPTS: u32 = 3;

/// What the application is known by to its own handlers.
const APPLICATION_TOKEN: &str = "apptoken51856fef0a";

/// Who calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Caller {
    Webhook,
    Application,
}

impl Caller {
    pub(crate) const BOTH: [Self; 2] = [Self::Webhook, Self::Application];
}

pub(crate) struct Sandbox {
    pub(crate) portal: Portal,
    pub(crate) clock: TurnedClock,
    pub(crate) client: Client,
    store: Store,
    recordings: PathBuf,
    watched: Arc<Mutex<Watched>>,
}

/// What the observer saw.
#[derive(Debug, Default)]
struct Watched {
    shown: Shown,
    attempts: Vec<(Option<Failure>, Next)>,
}

/// What came of a call.
#[derive(Debug)]
pub(crate) struct Seen {
    pub(crate) answer: Result<Response<u64>, Error>,
    pub(crate) executions: usize,
    /// How long it took on the clock.
    pub(crate) took: Duration,
    /// What went wrong with each attempt, and what followed.
    pub(crate) attempts: Vec<(Option<Failure>, Next)>,
}

/// A store whose owner keeps an eye on it.
#[derive(Debug, Clone, Default)]
struct Store(Arc<MemoryStore>);

impl TokenStore for Store {
    fn load(&self) -> Result<Option<Tokens>, StoreError> {
        self.0.load()
    }

    fn save(&self, tokens: &Tokens) -> Result<(), StoreError> {
        self.0.save(tokens)
    }
}

impl Sandbox {
    /// `settings` come on top of what every client here has.
    pub(crate) fn start(
        portal: b24_portal::Builder,
        caller: Caller,
        settings: impl FnOnce(ClientBuilder) -> ClientBuilder,
    ) -> Self {
        Self::with_clock(portal, &TurnedClock::new(), caller, settings)
    }

    pub(crate) fn with_clock(
        portal: b24_portal::Builder,
        clock: &TurnedClock,
        caller: Caller,
        settings: impl FnOnce(ClientBuilder) -> ClientBuilder,
    ) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let recordings = env::temp_dir().join(format!("b24-fault-table-{}-{number}", process::id()));
        let clock = clock.clone();
        let portal = portal.clock(&clock).start().unwrap();
        let watched = Arc::<Mutex<Watched>>::default();
        let store = Store::default();
        let builder = Client::builder()
            .clock(Turned(clock.clone()))
            .retry(Retry::default().attempts(ATTEMPTS))
            .max_answer_size(1 << 20)
            .transport(Recorder::new(UreqTransport::default(), &recordings).unwrap())
            .observer(watch(&watched));
        let builder = settings(match caller {
            Caller::Webhook => builder.webhook(portal.webhook()),
            Caller::Application => {
                store.save(&tokens(&portal)).unwrap();
                builder.oauth(application(&portal), store.clone())
            }
        });
        watched.lock().unwrap().shown.debug("the builder", &builder);
        let sandbox = Self {
            client: builder.build().unwrap(),
            portal,
            clock,
            store,
            recordings,
            watched,
        };
        // A portal that repeats whatever it can.
        let answer = json!({"id": 7, "echo": sandbox.secrets()});
        for method in [Call::Read, Call::Write].map(Call::method) {
            sandbox.portal.answer(method, Answer::result(&answer));
        }
        sandbox
    }

    pub(crate) fn call(&self, call: Call) -> Seen {
        self.watched.lock().unwrap().attempts.clear();
        let (before, start) = (self.portal.executions(call.method()), self.clock.now());
        let make = || call.make(&self.client);
        #[cfg(not(feature = "tracing"))]
        let (answer, told) = (make(), Vec::new());
        #[cfg(feature = "tracing")]
        let (answer, told) = crate::collector::collecting(make);
        let mut watched = self.watched.lock().unwrap();
        for told in told {
            watched.shown.add("an event of `tracing`", told);
        }
        match &answer {
            Ok(response) => watched.shown.debug("a response", response),
            Err(error) => watched.shown.error(error),
        }
        Seen {
            answer,
            executions: self.portal.executions(call.method()) - before,
            took: self.clock.now().saturating_sub(start),
            attempts: watched.attempts.clone(),
        }
    }

    /// Ends all troubles: whether the next read gets its own answer.
    pub(crate) fn recovers(&self) -> bool {
        self.portal.clear_faults();
        self.portal.accept_connections().unwrap();
        self.portal.stop_redirecting();
        matches!(self.call(Call::Read).answer, Ok(response) if response.result == 7)
    }

    /// All that was shown, and the secrets that should not have been.
    pub(crate) fn end(self) -> (Shown, Vec<String>) {
        let secrets = self.secrets();
        let mut shown = std::mem::take(&mut self.watched.lock().unwrap().shown);
        shown.debug("the client", &self.client);
        shown.debug("the pace", self.client.pace());
        shown.debug("the store", &self.store);
        shown.debug("the tokens", &self.store.load());
        shown.debug("the application", &application(&self.portal));
        shown.files(&self.recordings);
        fs::remove_dir_all(&self.recordings).unwrap();
        (shown, secrets)
    }

    /// Those that the client knows, or could know.
    fn secrets(&self) -> Vec<String> {
        let mut secrets = vec![CARD.to_owned()];
        match self.store.load().unwrap() {
            None => {
                let code = self.portal.webhook().trim_end_matches('/').rsplit('/').next();
                secrets.extend(code.map(str::to_owned));
            }
            Some(tokens) => {
                secrets.push(APPLICATION_TOKEN.to_owned());
                secrets.push(self.portal.application().client_secret);
                secrets.push(tokens.access_token().to_owned());
                secrets.extend(tokens.refresh_token().map(str::to_owned));
            }
        }
        secrets
    }
}

fn watch(watched: &Arc<Mutex<Watched>>) -> impl Fn(&Event<'_>) + Send + Sync + 'static {
    let watched = Arc::clone(watched);
    move |event| {
        let mut watched = watched.lock().unwrap();
        watched.shown.debug("an event", event);
        if let Event::Attempt(attempt) = event {
            watched
                .attempts
                .push((attempt.error.map(Failure::of), attempt.next));
        }
    }
}

pub(crate) fn application(portal: &Portal) -> Application {
    let application = portal.application();
    Application::new(&application.client_id, &application.client_secret)
        .and_then(|application| application.server(AuthorizationServer::Custom(portal.url().to_owned())))
        .unwrap()
}

fn tokens(portal: &Portal) -> Tokens {
    let mut tokens: Value = serde_json::from_str(&portal.tokens()).unwrap();
    tokens["application_token"] = APPLICATION_TOKEN.into();
    Tokens::from_json(&tokens.to_string()).unwrap()
}
