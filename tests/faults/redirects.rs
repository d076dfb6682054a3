//! Redirects that are not followed are told.

use b24::{Advice, Error, Outcome, TransportErrorKind as Kind};

use crate::canned::CODE;
use crate::server::{Server, Step, http};
use crate::{assert_transport, failure};

/// The error of a call that is sent to `location`; nothing went there.
fn redirected(status: u16, location: &str) -> Error {
    let answer = http(
        status,
        &format!("Location: {location}\r\nConnection: close\r\n"),
        "moved",
    );
    let server = Server::start(vec![vec![Step::Read, Step::Send(answer), Step::Wait]]);
    let error = failure(&server.client());
    let received = String::from_utf8(server.closed()).unwrap();
    assert_eq!(received.matches(" HTTP/1.1\r\n").count(), 1, "{received}");
    error
}

#[test]
fn a_moved_portal_is_named_by_its_host_and_nothing_was_executed() {
    for status in [301, 302, 307, 308] {
        let error = redirected(
            status,
            &format!("https://new.bitrix24.com/rest/1/{CODE}/app.info?secret=1"),
        );
        assert_transport(&error, Kind::Redirect, Outcome::NotExecuted, Advice::Reach);
        assert_eq!(
            error.to_string(),
            format!(
                "app.info: the portal has another address: HTTP {status} to the host `new.bitrix24.com`, and not to the same method there; check the portal's name and the network: nothing was executed"
            )
        );
    }
}

#[test]
fn a_redirect_that_may_follow_upon_execution_is_unknown() {
    for status in [300, 303, 304] {
        let error = redirected(status, "https://new.bitrix24.com/done");
        assert_transport(&error, Kind::Redirect, Outcome::Unknown, Advice::Check);
    }
}

#[test]
fn a_redirect_within_the_host_is_told_without_its_path() {
    let error = redirected(302, "/other/page.php");
    assert_transport(&error, Kind::Redirect, Outcome::NotExecuted, Advice::Reach);
    let shown = error.to_string();
    assert!(
        shown.contains("HTTP 302 to another page of the same host") && !shown.contains("page.php"),
        "{shown}"
    );
}

#[test]
fn an_expired_licence_is_told_as_such() {
    let error = redirected(302, "/bitrix/coupon_activation.php");
    assert_transport(&error, Kind::Licence, Outcome::NotExecuted, Advice::Contact);
}

#[test]
fn a_redirect_to_nowhere_is_told() {
    let server = Server::answering(http(302, "", "moved"));
    assert!(
        failure(&server.client())
            .to_string()
            .contains("to a place that it does not name")
    );
    for location in ["ht tp://x", "\u{436}", "https://", "http://[::1"] {
        let error = redirected(302, location);
        assert!(
            error
                .to_string()
                .contains("HTTP 302 to a place that is no address"),
            "{location}: {error}"
        );
    }
}

#[test]
fn a_host_that_repeats_the_secret_is_scrubbed() {
    let encoded = CODE
        .bytes()
        .map(|byte| format!("%{byte:02x}"))
        .collect::<Vec<_>>()
        .concat();
    for location in [
        format!("https://{CODE}.example.com/"),
        format!("https://{}.example.com/", CODE.to_uppercase()),
        format!("https://{encoded}.example.com/"),
        format!("https://{CODE}@example.com/"),
        format!("//{CODE}/"),
        format!("{CODE}:80"),
        CODE.to_owned(),
    ] {
        let error = redirected(302, &location);
        assert!(error.to_string().contains("HTTP 302 to"), "{error}");
    }
}
