//! What goes to the server, what comes back, and what is shown of it.

use http::header::CONTENT_TYPE;

use super::*;

#[test]
fn the_secrets_travel_in_the_body_of_a_post() {
    let (authorization, stale) = over(&Shelf::with(&tokens(1)));
    let server = Server::answering(200, pair(2));
    server.renew(&authorization, &stale).unwrap();

    let asked = server.asked.lock().unwrap();
    assert_eq!(asked[0].method(), "POST");
    assert_eq!(asked[0].uri(), "https://oauth.bitrix.info/oauth/token/");
    assert_eq!(
        asked[0].headers()[CONTENT_TYPE],
        "application/x-www-form-urlencoded"
    );
    drop(asked);
    for (name, value) in [
        ("grant_type", "refresh_token"),
        ("client_id", "app.1"),
        ("client_secret", SECRET),
        ("refresh_token", "1-refresh-t0ken"),
    ] {
        assert_eq!(server.last_form(name).as_deref(), Some(value));
    }
}

#[test]
fn what_an_answer_leaves_out_stays() {
    let application_token = r#"{"application_token":"applicat1on-token","#;
    let first = Tokens::from_json(&pair(1).replacen('{', application_token, 1)).unwrap();
    let (authorization, stale) = over(&Shelf::with(&first));
    let server = Server::answering(200, r#"{"access_token":"2-access-t0ken","expires_in":"1800"}"#);
    let renewed = server.renew(&authorization, &stale).unwrap();
    assert_eq!(renewed.access_token(), "2-access-t0ken");
    assert_eq!(renewed.refresh_token(), Some("1-refresh-t0ken"));
    assert_eq!(renewed.expires_at(), Some(START + 1800));
    assert_eq!(renewed.domain(), "example.bitrix24.com");
    assert_eq!(renewed.member_id(), Some("a223c6b3"));
    assert_eq!(renewed.scope(), ["crm", "im"]);
    assert!(renewed.has_application_token("applicat1on-token"));
}

#[test]
fn a_portal_that_was_renamed_is_called_by_its_new_name() {
    let (authorization, stale) = over(&Shelf::with(&tokens(1)));
    let renamed = pair(2).replace("example.bitrix24", "acme.bitrix24");
    let server = Server::answering(200, renamed);
    let renewed = server.renew(&authorization, &stale).unwrap();
    assert_eq!(renewed.origin(), "https://acme.bitrix24.com");
}

#[test]
fn no_secret_is_shown_whatever_the_answer_repeats() {
    let secrets = [SECRET, "access-t0ken", "refresh-t0ken"];
    let echo = format!("{SECRET} 1-access-t0ken 1-refresh-t0ken");
    for (status, body) in [
        (
            400,
            format!(r#"{{"error":"invalid_grant","error_description":"{echo}"}}"#),
        ),
        (400, format!(r#"{{"error":"{echo}","seen":["{echo}"]}}"#)),
        (502, format!("<html>{echo}</html>")),
        (200, pair(2).replace("https:", "gopher:")),
        (200, pair(2)[..40].to_owned()),
        (200, format!("Warning: unexpected {}", pair(2))),
        (500, pair(2)),
        (400, pair(2).replacen('{', r#"{"error":"invalid_request","#, 1)),
        (400, format!(r#"{{"error":"E","auth":[{}]}}"#, pair(2))),
        (200, pair(2).replace("access-t0ken", "access t0ken")),
    ] {
        let (authorization, stale) = over(&Shelf::with(&tokens(1)));
        let server = Server::answering(status, &*body);
        let error = server.renew(&authorization, &stale).unwrap_err();
        let shown = format!("{error} {error:?} {authorization:?}");
        for secret in secrets {
            assert!(!shown.contains(secret), "{body}: {shown}");
        }
    }
}

#[test]
fn the_secrets_of_former_tokens_are_blotted_out_and_do_not_pile_up() {
    let (authorization, mut stale) = over(&Shelf::with(&tokens(1)));
    for number in 2..20 {
        let server = Server::answering(200, pair(number));
        stale = server.renew(&authorization, &stale).unwrap();
    }
    for secret in [SECRET, "19-access-t0ken", "19-refresh-t0ken", "18-access-t0ken"] {
        assert_eq!(authorization.scrub(secret), "***", "{secret}");
    }
    assert_eq!(authorization.held().former.len(), held::FORMER);
}

#[test]
fn the_secrets_of_tokens_that_are_not_in_use_yet_are_blotted_out() {
    let shelf = Shelf::with(&tokens(1));
    let (authorization, stale) = over(&shelf);
    // Another process's, which have expired too.
    shelf.save(&tokens(2)).unwrap();
    let clock = Hand::default();
    clock.sleep(Duration::from_hours(3));
    let echo = r#"{"error":"invalid_grant","error_description":"2-access-t0ken 2-refresh-t0ken"}"#;
    let server = Server::answering(400, echo);
    let error = server.renew_at(&clock, &authorization, &stale).unwrap_err();
    assert_eq!(error.api().unwrap().description(), "*** ***");
    // Those that could not be saved.
    shelf.break_down(true);
    shelf.0.tokens.save(&tokens(1)).unwrap();
    server.now_answers(200, pair(9));
    server.renew(&authorization, &stale).unwrap_err();
    assert_eq!(authorization.scrub("9-refresh-t0ken"), "***");
}
