//! `Client::from_env`, in a child process with an environment of its own: `call_from_env`.

use std::ffi::OsString;
use std::process::Command;

use b24::WEBHOOK_VARIABLE;
use b24_portal::Portal;

/// What `from_env` and a call come to where the variable holds `value`.
fn outcome(value: Option<OsString>) -> String {
    let mut child = Command::new(env!("CARGO_BIN_EXE_call_from_env"));
    match value {
        Some(value) => child.env(WEBHOOK_VARIABLE, value),
        None => child.env_remove(WEBHOOK_VARIABLE),
    };
    let output = child.output().unwrap();
    String::from_utf8(output.stdout).unwrap().trim_end().to_owned()
}

#[test]
fn a_good_address_is_called() {
    let portal = Portal::start().unwrap();
    assert_eq!(outcome(Some(portal.webhook().into())), "called");
    assert_eq!(portal.executions("user.current"), 1);
}

#[test]
fn a_variable_that_is_not_set_is_named_with_what_it_should_hold() {
    assert_eq!(
        outcome(None),
        "environment variable B24_WEBHOOK: not set; expected the address of an inbound webhook, https://PORTAL/rest/USER/CODE/"
    );
}

#[test]
fn a_malformed_address_has_its_reason_and_is_not_repeated() {
    for (value, reason) in [
        ("", "it is empty"),
        ("c0de5ecret", "does not begin with https://"),
        (
            "https://example.com/c0de5ecret",
            "the path is not that of a webhook",
        ),
        (
            "http://example.com/rest/1/c0de5ecret/",
            "http is only for this machine",
        ),
        (
            "\"https://example.com/rest/1/c0de5ecret/\"",
            "it is not an address",
        ),
    ] {
        let shown = outcome(Some(value.into()));
        assert!(
            shown.contains(reason) && shown.contains("B24_WEBHOOK"),
            "{value}: {shown}"
        );
        assert!(!shown.contains("c0de5ecret"), "{shown}");
    }
}

#[cfg(unix)]
#[test]
fn bytes_that_are_no_text_are_told() {
    use std::os::unix::ffi::OsStringExt as _;
    let shown = outcome(Some(OsString::from_vec(vec![b'h', 0xff])));
    assert!(
        shown.starts_with("environment variable B24_WEBHOOK: not text"),
        "{shown}"
    );
}
