//! Sixty-four threads on one client.

use std::sync::{Barrier, mpsc};
use std::thread;
use std::time::Duration;

use b24::{Application, AuthorizationServer, Client, ClientBuilder, MemoryStore, TokenStore as _, Tokens};
use b24_portal::{Answer, Builder, Portal, TurnedClock};

use crate::hands::Hands;

pub(crate) const THREADS: usize = 64;

/// Long for any of these tests, on any machine.
const HANGS: Duration = Duration::from_mins(3);

/// A portal, a clock, and what calls there.
pub(crate) struct Scene {
    pub(crate) portal: Portal,
    pub(crate) clock: TurnedClock,
    pub(crate) hands: Hands,
}

impl Scene {
    pub(crate) fn new(portal: Builder) -> Self {
        let clock = TurnedClock::new();
        let portal = portal.clock(&clock).keep_requests(10).start().unwrap();
        portal.answer("acme.order.add", Answer::echo());
        let hands = Hands::new(&clock);
        Self { portal, clock, hands }
    }

    pub(crate) fn since(&self, begin: Duration) -> Duration {
        self.clock.now().saturating_sub(begin)
    }

    pub(crate) fn webhook(&self) -> ClientBuilder {
        let client = Client::builder().webhook(self.portal.webhook());
        client.clock(self.hands.clone())
    }

    /// A client of the portal's application, whose token lives for an hour from now on.
    pub(crate) fn application(&self) -> ClientBuilder {
        let known = self.portal.application();
        let application = Application::new(&known.client_id, &known.client_secret).unwrap();
        let server = AuthorizationServer::Custom(self.portal.url().to_owned());
        let store = MemoryStore::default();
        let tokens = Tokens::from_json(&self.portal.tokens()).unwrap();
        store.save(&tokens).unwrap();
        let client = Client::builder().oauth(application.server(server).unwrap(), store);
        client.clock(self.hands.clone())
    }

    /// Lets all threads begin at once, each with its number; what they came to.
    pub(crate) fn all<T: Send>(&self, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
        let begin = Barrier::new(THREADS);
        let (work, begin) = (&work, &begin);
        thread::scope(|scope| {
            let threads = self.hands.awake(THREADS).into_iter().enumerate();
            let threads: Vec<_> = threads
                .map(|(number, awake)| {
                    scope.spawn(move || {
                        begin.wait();
                        let result = work(number);
                        drop(awake);
                        result
                    })
                })
                .collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        })
    }
}

/// Fails where the test does not come to an end.
pub(crate) fn watched(test: fn()) {
    let (done, over) = mpsc::channel();
    let runner = thread::spawn(move || {
        test();
        done.send(()).unwrap();
    });
    match over.recv_timeout(HANGS) {
        Err(mpsc::RecvTimeoutError::Timeout) => panic!("the threads wait for each other"),
        // Its panic has been shown.
        Ok(()) | Err(mpsc::RecvTimeoutError::Disconnected) => runner.join().unwrap(),
    }
}
