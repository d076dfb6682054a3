//! What is asked for again, and what is not.

use super::*;
use crate::error::{Outcome, TransportErrorKind};

#[test]
fn a_definite_refusal_is_asked_for_once_and_until_the_store_has_others() {
    for (status, code) in [
        (400, "invalid_grant"),
        (400, "invalid_client"),
        (200, "wrong_client"),
        (401, "NOT_INSTALLED"),
        (400, "invalid_request"),
        (400, "expired_token"),
    ] {
        let shelf = Shelf::with(&tokens(1));
        let (authorization, stale) = over(&shelf);
        let server = Server::answering(status, refusal(code));
        let clock = Hand::default();
        for _ in 0..3 {
            let error = server.renew_at(&clock, &authorization, &stale).unwrap_err();
            assert!(matches!(error, Error::Auth(_)), "{code}: {error:?}");
            assert_eq!(error.outcome(), Outcome::NotExecuted, "{code}");
            let shown = error.to_string();
            assert!(shown.starts_with("oauth/token was refused"), "{shown}");
            assert!(shown.contains(code), "{shown}");
            clock.sleep(Duration::from_hours(100));
        }
        assert_eq!(server.asked(), 1, "{code}");

        shelf.save(&tokens(1000)).unwrap();
        let renewed = server.renew_at(&clock, &authorization, &stale);
        assert_eq!(renewed.unwrap().access_token(), "1000-access-t0ken", "{code}");
    }
}

#[test]
fn an_unpaid_application_asks_every_ten_minutes_at_most() {
    let (authorization, stale) = over(&Shelf::with(&tokens(1)));
    let body = r#"{"error":"PAYMENT_REQUIRED","error_description":"Payment required"}"#;
    let server = Server::answering(401, body);
    let clock = Hand::default();
    for _ in 0..60 {
        server.renew_at(&clock, &authorization, &stale).unwrap_err();
        clock.sleep(Duration::from_secs(20));
    }
    assert_eq!(server.asked(), 2, "twice in twenty minutes");
    server.now_answers(200, pair(2));
    clock.sleep(renewal::HOLD);
    assert!(server.renew_at(&clock, &authorization, &stale).is_ok());
}

#[test]
fn what_is_no_refusal_is_asked_for_again() {
    for (status, body) in [
        (503, r#"{"error":"QUERY_LIMIT_EXCEEDED"}"#),
        (500, r#"{"error":"INTERNAL_SERVER_ERROR"}"#),
        (429, ""),
        (502, "<html>Bad Gateway</html>"),
        (200, ""),
        (200, r#"{"result":true}"#),
        (302, "moved"),
    ] {
        let (authorization, stale) = over(&Shelf::with(&tokens(1)));
        let server = Server::answering(status, body);
        let error = server.renew(&authorization, &stale).unwrap_err();
        assert!(!matches!(error, Error::Auth(_)), "{status} {body}: {error:?}");
        server.now_answers(200, pair(2));
        assert!(server.renew(&authorization, &stale).is_ok(), "{status} {body}");
    }
}

#[test]
fn a_failure_on_the_way_is_not_held_against_the_tokens() {
    let (authorization, stale) = over(&Shelf::with(&tokens(1)));
    let error = renew(&authorization, &stale, &Hand::default(), &|_| {
        let detail = format!("closed after {SECRET}");
        Err(TransportError::new(TransportErrorKind::Closed, true, detail))
    })
    .unwrap_err();
    assert!(matches!(error, Error::Transport(_)), "{error}");
    let shown = error.to_string();
    assert!(
        shown.starts_with("oauth/token: ") && !shown.contains(SECRET),
        "{shown}"
    );
    assert!(
        Server::answering(200, pair(2))
            .renew(&authorization, &stale)
            .is_ok()
    );
}

#[test]
fn without_a_refresh_token_nothing_is_asked() {
    let only = Tokens::new("example.bitrix24.com", "1-access-t0ken", None).unwrap();
    let authorization = Authorization::new(application(), only);
    let server = Server::answering(200, pair(2));
    let error = server.renew(&authorization, &authorization.tokens()).unwrap_err();
    assert!(error.to_string().contains("no refresh token"), "{error}");
    assert_eq!(server.asked(), 0);
}

#[test]
fn an_empty_store_is_named_when_the_client_is_made() {
    let error = Authorization::from_store(application(), Box::new(Shelf::default())).unwrap_err();
    assert!(error.to_string().contains("it holds no tokens"), "{error}");
}

/// Each call would ask for others, and all would be refused.
#[test]
fn where_new_tokens_are_refused_as_expired_others_are_asked_for_every_minute_at_most() {
    let (authorization, mut stale) = over(&Shelf::with(&tokens(1)));
    let server = Server::answering(200, "");
    let clock = Hand::default();
    let mut refused = 0;
    for _ in 0..20 {
        server.now_answers(200, pair(2 + server.asked() as u64));
        match server.renew_at(&clock, &authorization, &stale) {
            Ok(tokens) => stale = tokens,
            Err(error) => {
                let shown = error.to_string();
                assert!(shown.contains("less than a minute ago"), "{shown}");
                assert_eq!(error.outcome(), Outcome::NotExecuted);
                refused += 1;
            }
        }
        clock.sleep(Duration::from_secs(6));
    }
    assert_eq!((server.asked(), refused), (2, 18), "in two minutes");
}
