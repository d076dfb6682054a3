//! What threads and processes have of each other's renewals.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Barrier;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::*;

#[test]
fn sixty_four_threads_renew_once() {
    let shelf = Shelf::with(&tokens(1));
    let (authorization, stale) = over(&shelf);
    let server = Server::answering(200, pair(2));
    let all_here = Barrier::new(64);
    thread::scope(|scope| {
        let threads: Vec<_> = (0..64)
            .map(|_| {
                scope.spawn(|| {
                    all_here.wait();
                    server.renew(&authorization, &stale).unwrap()
                })
            })
            .collect();
        for thread in threads {
            assert_eq!(thread.join().unwrap().access_token(), "2-access-t0ken");
        }
    });
    assert_eq!((server.asked(), shelf.saved()), (1, 1));
    assert_eq!(authorization.tokens().access_token(), "2-access-t0ken");
}

#[test]
fn sixty_four_threads_are_refused_once() {
    let (authorization, stale) = over(&Shelf::with(&tokens(1)));
    let server = Server::answering(400, refusal("invalid_grant"));
    let all_here = Barrier::new(64);
    thread::scope(|scope| {
        for _ in 0..64 {
            scope.spawn(|| {
                all_here.wait();
                let error = server.renew(&authorization, &stale).unwrap_err();
                assert_eq!(error.api().unwrap().system_code(), Some(SystemCode::InvalidGrant));
            });
        }
    });
    assert_eq!(server.asked(), 1);
}

#[test]
fn a_store_that_panics_stops_nobody_else() {
    let shelf = Shelf::with(&tokens(1));
    let (authorization, stale) = over(&shelf);
    let server = Server::answering(200, pair(2));
    shelf.0.panics.store(true, Ordering::SeqCst);
    let panicked = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..16 {
            scope.spawn(|| {
                let renewed = catch_unwind(AssertUnwindSafe(|| server.renew(&authorization, &stale)));
                match renewed {
                    Ok(renewed) => assert_eq!(renewed.unwrap().access_token(), "2-access-t0ken"),
                    Err(_) => drop(panicked.fetch_add(1, Ordering::SeqCst)),
                }
            });
        }
    });
    assert_eq!((panicked.into_inner(), server.asked()), (1, 1));
}

#[test]
fn a_pair_that_was_not_saved_is_not_used_and_not_lost() {
    let shelf = Shelf::with(&tokens(1));
    let (authorization, stale) = over(&shelf);
    let server = Server::answering(200, pair(2));
    shelf.break_down(true);
    for _ in 0..2 {
        let error = server.renew(&authorization, &stale).unwrap_err();
        assert!(matches!(error, Error::Store(_)), "{error}");
        assert!(error.to_string().contains("the disk is full"), "{error}");
        assert_eq!(authorization.tokens(), stale);
    }
    shelf.break_down(false);
    let renewed = server.renew(&authorization, &stale).unwrap();
    assert_eq!(renewed.access_token(), "2-access-t0ken");
    assert_eq!(shelf.stored(), *renewed);
    assert_eq!(server.asked(), 1, "the refresh token was spent more than once");
}

#[test]
fn what_another_process_saved_after_a_failure_here_is_newer() {
    let shelf = Shelf::with(&tokens(1));
    let (authorization, stale) = over(&shelf);
    let server = Server::answering(200, pair(2));
    shelf.break_down(true);
    server.renew(&authorization, &stale).unwrap_err();
    shelf.break_down(false);
    shelf.save(&tokens(3)).unwrap();
    let renewed = server.renew(&authorization, &stale).unwrap();
    assert_eq!(renewed.access_token(), "3-access-t0ken");
    assert_eq!(shelf.stored(), tokens(3));
}

#[test]
fn what_another_process_renewed_is_taken_over() {
    let shelf = Shelf::with(&tokens(1));
    let (authorization, stale) = over(&shelf);
    shelf.save(&tokens(2)).unwrap();
    let server = Server::answering(400, refusal("invalid_grant"));
    let renewed = server.renew(&authorization, &stale).unwrap();
    assert_eq!(renewed.access_token(), "2-access-t0ken");
    assert_eq!(server.asked(), 0);
}

#[test]
fn what_another_process_renewed_and_has_expired_too_is_renewed_at_once() {
    let shelf = Shelf::with(&tokens(1));
    let (authorization, stale) = over(&shelf);
    shelf.save(&tokens(2)).unwrap();
    let server = Server::answering(200, pair(9));
    let clock = Hand::default();
    clock.sleep(Duration::from_hours(3));
    let renewed = server.renew_at(&clock, &authorization, &stale).unwrap();
    assert_eq!(renewed.access_token(), "9-access-t0ken");
    assert_eq!(
        server.last_form("refresh_token").as_deref(),
        Some("2-refresh-t0ken")
    );
}

#[test]
fn a_backup_that_was_put_into_the_store_does_not_bring_back_spent_tokens() {
    let shelf = Shelf::with(&tokens(5));
    let (authorization, stale) = over(&shelf);
    shelf.save(&tokens(1)).unwrap();
    let server = Server::answering(200, pair(6));
    let renewed = server.renew(&authorization, &stale).unwrap();
    assert_eq!(
        server.last_form("refresh_token").as_deref(),
        Some("5-refresh-t0ken")
    );
    assert_eq!(shelf.stored(), *renewed);
}

#[test]
fn tokens_that_a_process_without_the_lock_got_meanwhile_are_taken_over() {
    let shelf = Shelf::with(&tokens(1));
    let (authorization, stale) = over(&shelf);
    let renewed = renew(&authorization, &stale, &Hand::default(), &|_| {
        shelf.save(&tokens(2)).unwrap();
        let body = refusal("invalid_grant").into_bytes();
        Ok(Response::builder().status(400).body(body).unwrap())
    });
    renewed.unwrap();
    assert_eq!(authorization.tokens().access_token(), "2-access-t0ken");
}

#[test]
fn a_pair_that_was_saved_late_does_not_come_back() {
    let (access, refresh) = (r#"{"access_token":"#, r#","refresh_token":"#);
    let pair = |number: u64| format!(r#"{access}"{number}-access"{refresh}"{number}-refresh"}}"#);
    let shelf = Shelf::with(&tokens(1));
    let (authorization, mut stale) = over(&shelf);
    let server = Server::answering(200, pair(2));
    shelf.break_down(true);
    server.renew(&authorization, &stale).unwrap_err();
    shelf.break_down(false);
    for number in 2..5 {
        server.now_answers(200, pair(number));
        stale = server.renew(&authorization, &stale).unwrap();
        assert_eq!(stale.access_token(), format!("{number}-access"));
    }
}

/// Observers are told of a renewal by the call that made it.
#[test]
fn each_renewal_is_the_work_of_one_call() {
    let shelf = Shelf::with(&tokens(1));
    let (authorization, stale) = over(&shelf);
    let clock = Hand::default();
    let server = Server::answering(200, pair(2));
    let all_here = Barrier::new(16);
    let here = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..16 {
            scope.spawn(|| {
                all_here.wait();
                let renewed = renew(&authorization, &stale, &clock, &|request| server.answer(request));
                here.fetch_add(usize::from(renewed.unwrap() == Renewed::Here), Ordering::SeqCst);
            });
        }
    });
    assert_eq!(here.into_inner(), 1);

    // Another process's is none of this one.
    let stale = authorization.tokens();
    shelf.save(&tokens(3)).unwrap();
    let renew_now = |stale| renew(&authorization, stale, &clock, &|request| server.answer(request));
    assert_eq!(renew_now(&stale).unwrap(), Renewed::Elsewhere);
    // What could not be saved is told of once it is.
    let stale = authorization.tokens();
    assert_eq!(stale.access_token(), "3-access-t0ken");
    clock.sleep(renewal::NEW);
    server.now_answers(200, pair(4));
    shelf.break_down(true);
    renew_now(&stale).unwrap_err();
    shelf.break_down(false);
    assert_eq!(renew_now(&stale).unwrap(), Renewed::Here);
    assert_eq!(server.asked(), 2);
}

#[test]
fn tokens_of_another_portal_in_the_store_are_refused() {
    let named = |member: &str, portal: &str| {
        let json = pair(2)
            .replace("a223c6b3", member)
            .replace("example.bitrix24", portal);
        Tokens::from_json(&json).unwrap()
    };
    let without = Tokens::new("acme.bitrix24.com", "2-access-t0ken", "2-refresh-t0ken").unwrap();
    for other in [
        named("0ther", "acme.bitrix24"),
        named("0ther", "example.bitrix24"),
        without,
    ] {
        let shelf = Shelf::with(&tokens(1));
        let (authorization, stale) = over(&shelf);
        shelf.save(&other).unwrap();
        let server = Server::answering(200, pair(3));
        let error = server.renew(&authorization, &stale).unwrap_err();
        assert!(matches!(error, Error::Config(_)), "{error}");
        for portal in [stale.portal(), other.portal()] {
            assert!(error.to_string().contains(&portal), "{error}");
        }
        assert_eq!(server.asked(), 0);
        assert_eq!((authorization.tokens(), shelf.stored()), (stale, other));
    }
    // A portal that was renamed is the same one.
    let shelf = Shelf::with(&tokens(1));
    let (authorization, stale) = over(&shelf);
    shelf.save(&named("a223c6b3", "acme.bitrix24")).unwrap();
    let renewed = Server::answering(500, "").renew(&authorization, &stale).unwrap();
    assert_eq!(renewed.domain(), "acme.bitrix24.com");
}
