//! Addresses that are none.

use b24::{Advice, Client, Error, Outcome};

use crate::hidden::assert_hidden;

const SECRET: &str = "c0de5ecret";

#[test]
fn a_malformed_webhook_has_its_reason_and_is_not_repeated() {
    for (url, reason) in [
        ("", "it is empty"),
        ("   ", "it is empty"),
        ("c0de5ecret", "does not begin with https://"),
        ("/rest/1/c0de5ecret/", "does not begin with https://"),
        ("example.com/rest/1/c0de5ecret/", "not an address"),
        ("//example.com/rest/1/c0de5ecret/", "does not begin with https://"),
        (
            "ftp://example.com/rest/1/c0de5ecret/",
            "does not begin with https://",
        ),
        ("file:///rest/1/c0de5ecret/", "not"),
        ("https:/example.com/rest/1/c0de5ecret/", "not"),
        ("https://", "not an address"),
        ("https:///rest/1/c0de5ecret/", "not"),
        ("https://:443/rest/1/c0de5ecret/", "no host"),
        ("https://example.com:/rest/1/c0de5ecret/", "a port that is none"),
        (
            "https://example.com:https/rest/1/c0de5ecret/",
            "a port that is none",
        ),
        (
            "https://example.com:70000/rest/1/c0de5ecret/",
            "a port that is none",
        ),
        (
            "https://c0de5ecret@example.com/rest/1/x/",
            "user's name before the host",
        ),
        ("https://example.com/rest/1/c0de5ecret/?c0de5ecret", "query"),
        ("https://example.com/rest/1/c0de5ecret/#c0de5ecret", "fragment"),
        (
            "https://example.com/rest/1/c0de5ecret/crm.lead.add",
            "something follows the webhook's code",
        ),
        (
            "https://example.com/rest/c0de5ecret/",
            "the webhook's code is missing",
        ),
        ("https://example.com/rest/1//c0de5ecret/", "something follows"),
        ("https://example.com/rest/1/./", "not that of a webhook"),
        ("https://example.com/rest/../c0de5ecret/", "not that of a webhook"),
        ("https://example.com/REST/1/c0de5ecret/", "not that of a webhook"),
        (
            "https://example.com/rest/api/1/c0de5ecret/",
            "another version of the API",
        ),
        ("https://example.com\\rest\\1\\c0de5ecret", "not an address"),
        ("https://exa mple.com/rest/1/c0de5ecret/", "not an address"),
        ("https://example.com/rest/1/c0de 5ecret/", "not an address"),
        ("https://example.com/rest/1/c0de5ecret\n/", "not an address"),
        ("https://example.com/rest/1/c0de5ecret\0/", "not an address"),
        (
            "https://example.com/rest/1/c0de5ecretж/",
            "other characters than ASCII",
        ),
        ("https://пример.рф/rest/1/c0de5ecret/", "not an address"),
        ("https://[::1/rest/1/c0de5ecret/", "not an address"),
        ("http://example.com/rest/1/c0de5ecret/", "use https"),
    ] {
        let error = Client::webhook(url).unwrap_err();
        assert!(matches!(error, Error::Config(_)), "{error:?}");
        assert_eq!(
            (error.outcome(), error.advice()),
            (Outcome::NotExecuted, Advice::FixRequest)
        );
        let shown = error.to_string();
        assert!(
            shown.starts_with("webhook address: ") && shown.contains(reason),
            "{url:?}: {shown}"
        );
        assert!(
            shown.contains("expected https://PORTAL/rest/USER/CODE/"),
            "{url:?}: {shown}"
        );
        assert_hidden(&error, SECRET);
    }
}

#[test]
fn a_very_long_address_is_refused() {
    let url = format!("https://example.com/rest/1/{}/", SECRET.repeat(10_000));
    let error = Client::webhook(&url).unwrap_err();
    assert!(error.to_string().len() < 500, "{error}");
    assert_hidden(&error, SECRET);
}

#[test]
fn a_malformed_portal_or_token_has_its_reason_and_is_not_repeated() {
    for (portal, token, reason) in [
        ("", SECRET, "portal address"),
        ("https://", SECRET, "portal address"),
        ("exa mple.com", SECRET, "portal address: it is not an address"),
        (
            "https://example.com/rest/1/c0de5ecret/",
            SECRET,
            "something follows the portal's name",
        ),
        ("https://example.com?c0de5ecret", SECRET, "query"),
        ("c0de5ecret@example.com", SECRET, "user's name before the host"),
        ("ftp://example.com", SECRET, "does not begin with https://"),
        ("http://example.com", SECRET, "use https"),
        ("example.com", "", "access token: it is empty"),
        ("example.com", "  ", "access token: it is empty"),
        ("example.com", "c0de 5ecret", "visible ASCII"),
        ("example.com", "c0de\n5ecret", "visible ASCII"),
        ("example.com", "c0de5ecretж", "visible ASCII"),
    ] {
        let error = Client::with_token(portal, token).unwrap_err();
        let shown = error.to_string();
        assert!(shown.contains(reason), "{portal} {token:?}: {shown}");
        assert_hidden(&error, SECRET);
    }
}

#[test]
fn a_method_that_is_an_address_is_not_repeated() {
    let client = Client::webhook("https://example.com/rest/1/c0de5ecret/").unwrap();
    for name in [
        "https://example.com/rest/1/c0de5ecret/app.info",
        "/rest/1/c0de5ecret/app.info",
        "1/c0de5ecret",
    ] {
        assert_hidden(&client.call_raw(name, &()).unwrap_err(), SECRET);
    }
}
