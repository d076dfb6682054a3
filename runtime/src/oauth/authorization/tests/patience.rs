//! How long a call waits while others renew the tokens.

use std::sync::mpsc;
use std::thread;

use super::*;
use crate::error::{Advice, Outcome, TransportErrorKind};
use crate::oauth::FileStore;

/// Renews in a thread of its own, whose request is answered once the test is through.
fn while_another_renews(work: impl FnOnce(&Authorization, &Arc<Tokens>)) {
    let (authorization, stale) = over(&Shelf::with(&tokens(1)));
    let server = Server::answering(200, pair(2));
    let (under_way, is_under_way) = mpsc::channel();
    let (go_on, may_go_on) = mpsc::channel();
    thread::scope(|scope| {
        let (authorization, stale, server) = (&authorization, &stale, &server);
        let other = scope.spawn(move || {
            renew(authorization, stale, &Hand::default(), &|request| {
                under_way.send(()).unwrap();
                may_go_on.recv().unwrap();
                server.answer(request)
            })
        });
        is_under_way.recv().unwrap();
        work(authorization, stale);
        go_on.send(()).unwrap();
        assert_eq!(other.join().unwrap().unwrap(), Renewed::Here);
    });
    assert_eq!(server.asked(), 1);
}

fn impatient() -> [Patience; 2] {
    let at_once = |at_once, deadline| Patience { at_once, deadline };
    [
        at_once(true, Some(Duration::from_hours(1))),
        at_once(false, Some(Duration::from_millis(20))),
    ]
}

fn never(_: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, TransportError> {
    panic!("another is at it")
}

fn assert_waited(error: &Error, reason: PaceReason) {
    let Error::Pace(error) = error else {
        panic!("{error}")
    };
    assert_eq!(error.reason(), reason);
    assert_eq!(
        (error.outcome(), error.advice()),
        (Outcome::NotExecuted, Advice::Wait)
    );
    assert!(
        error.to_string().contains("its access token has expired"),
        "{error}"
    );
}

/// Though the call's clock stands still.
#[test]
fn nobody_waits_for_another_thread_beyond_the_deadline() {
    while_another_renews(|authorization, stale| {
        for patience in impatient() {
            let clock = Hand::default();
            let error = authorization
                .renew(stale, &need(&clock, patience, &never))
                .unwrap_err();
            assert_waited(&error, PaceReason::Renewal);
        }
    });
}

#[test]
fn nobody_waits_for_another_process_beyond_the_deadline() {
    let name = format!("b24-patience-{}.json", std::process::id());
    let path = std::env::temp_dir().join(name);
    let store = FileStore::new(&path);
    store.save(&tokens(1)).unwrap();
    let authorization = Authorization::from_store(application(), Box::new(store.clone())).unwrap();
    let stale = authorization.tokens();
    let mut errors = Vec::new();
    // The lock is that of a file opened anew, as another process has it.
    let locked = store.locked(&mut || {
        for patience in impatient() {
            let clock = Hand::default();
            errors.extend(authorization.renew(&stale, &need(&clock, patience, &never)).err());
            assert!(clock.now() <= Duration::from_millis(20), "{clock:?}");
        }
    });
    let server = Server::answering(200, pair(2));
    let renewed = server.renew(&authorization, &stale);
    std::fs::remove_file(path.with_added_extension("lock")).unwrap();
    std::fs::remove_file(path).unwrap();
    locked.unwrap();
    assert_eq!(errors.len(), 2);
    for error in &errors {
        assert_waited(error, PaceReason::TokenLock);
    }
    assert_eq!(renewed.unwrap().access_token(), "2-access-t0ken");
}

/// Counts how often it is asked.
#[derive(Debug, Default)]
struct Counted {
    asked: AtomicUsize,
    is_through: AtomicBool,
}

impl Counted {
    fn count(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }
    /// Its call is about to renew, then waits for another: it has asked twice, and again since then.
    fn waits_since(&self, before: usize) -> bool {
        self.is_through.load(Ordering::SeqCst) || self.count() > before.max(1)
    }
}

impl Clock for Counted {
    fn now(&self) -> Duration {
        self.asked.fetch_add(1, Ordering::SeqCst);
        Duration::ZERO
    }
    fn unix(&self) -> Duration {
        Duration::from_secs(START)
    }
    fn sleep(&self, _: Duration) {}
}

/// What befell one call on its way need not befall the others: one of them asks again. But not all, one
/// after the other.
#[test]
fn a_failure_on_the_way_is_shared_once_it_came_twice() {
    for (failures, renewed) in [(1, 7), (8, 0)] {
        let (authorization, stale) = over(&Shelf::with(&tokens(1)));
        let server = Server::answering(200, pair(2));
        let clocks: Vec<Counted> = (0..8).map(|_| Counted::default()).collect();
        let patience = Patience {
            at_once: false,
            deadline: Some(Duration::from_mins(10)),
        };
        let ask = |own: &Counted| {
            let others = clocks.iter().filter(|clock| !std::ptr::eq(*clock, own));
            let others: Vec<_> = others.map(|clock| (clock, clock.count())).collect();
            let answer = server.answer(Request::default());
            while !others.iter().all(|(clock, before)| clock.waits_since(*before)) {
                thread::yield_now();
            }
            if server.asked() <= failures {
                let kind = TransportErrorKind::Timeout;
                return Err(TransportError::new(kind, true, "too slow"));
            }
            answer
        };
        let call = |clock: &Counted| {
            let renewed = authorization.renew(&stale, &need(clock, patience, &|_| ask(clock)));
            clock.is_through.store(true, Ordering::SeqCst);
            renewed.is_ok()
        };
        let call = &call;
        let succeeded = thread::scope(|scope| {
            let threads: Vec<_> = clocks
                .iter()
                .map(|clock| scope.spawn(move || call(clock)))
                .collect();
            let ended = threads.into_iter().map(|thread| thread.join().unwrap());
            ended.filter(|succeeded| *succeeded).count()
        });
        assert_eq!((server.asked(), succeeded), (2, renewed));
    }
}
