//! Portals that are no longer where they were.

#![allow(clippy::unwrap_used, reason = "in a test, what fails should stop it")]

mod wire;

use std::net::TcpStream;

use b24_portal::Portal;
use serde_json::Value;
use wire::{JSON, get, post_form, post_json, request};

#[test]
fn a_renamed_portal_sends_everyone_to_the_same_place_at_its_new_address() {
    let portal = Portal::start().unwrap();
    let tokens: Value = serde_json::from_str(&portal.tokens()).unwrap();
    let new = portal.rename().unwrap();
    for target in [
        "/rest/1/sandboxcode0000/imbot.register?a=%2F&b[]=1".to_owned(),
        format!("/rest/app.info?auth={}", tokens["access_token"].as_str().unwrap()),
        "/rest/api/1/sandboxcode0000/tasks.task.get".to_owned(),
        "/oauth/authorize/?client_id=x".to_owned(),
        "/".to_owned(),
    ] {
        let answer = post_json(&format!("{}{target}", portal.url()), r#"{"c":1}"#);
        assert_eq!(answer.status, 302);
        assert_eq!(answer.header("Location"), Some(format!("{new}{target}").as_str()));
        assert_eq!(answer.header("Content-Type"), Some("text/html"));
        assert!(answer.body.starts_with("<html>"));
    }
    assert_eq!(portal.executions("app.info"), 0);

    let token = tokens["access_token"].as_str().unwrap();
    assert_eq!(get(&format!("{new}/rest/app.info?auth={token}")).status, 200);
    assert_eq!(
        get(&format!("{new}/rest/1/sandboxcode0000/server.time")).status,
        200
    );
    assert_eq!(portal.executions("app.info"), 1);
    assert_eq!(portal.requests().len(), 7);
}

#[test]
fn a_portal_can_be_renamed_again_and_tokens_tell_its_last_address() {
    let portal = Portal::start().unwrap();
    let first = portal.rename().unwrap();
    let second = portal.rename().unwrap();
    for old in [portal.url(), first.as_str()] {
        let answer = get(&format!("{old}/rest/x"));
        assert_eq!(
            answer.header("Location"),
            Some(format!("{second}/rest/x").as_str())
        );
    }
    let tokens: Value = serde_json::from_str(&portal.tokens()).unwrap();
    assert_eq!(tokens["client_endpoint"], format!("{second}/rest/"));
    assert_eq!(tokens["server_endpoint"], format!("{}/rest/", portal.url()));
    let application = portal.application();
    let form = format!(
        "grant_type=refresh_token&client_id={}&client_secret={}&refresh_token={}",
        application.client_id,
        application.client_secret,
        tokens["refresh_token"].as_str().unwrap()
    );
    let renewed = post_form(&format!("{}/oauth/token/", portal.url()), &form);
    assert_eq!(renewed.status, 200);
}

#[test]
fn a_dropped_portal_leaves_none_of_its_addresses() {
    let portal = Portal::start().unwrap();
    let new = portal.rename().unwrap();
    let host = new.trim_start_matches("http://").to_owned();
    drop(portal);
    assert!(TcpStream::connect(host).is_err());
}

#[test]
fn a_renamed_portal_refuses_connections_at_all_of_its_addresses() {
    let portal = Portal::start().unwrap();
    let new = portal.rename().unwrap();
    let connect = |url: &str| TcpStream::connect(url.trim_start_matches("http://"));
    portal.refuse_connections().unwrap();
    assert!(connect(portal.url()).is_err() && connect(&new).is_err());
    portal.accept_connections().unwrap();
    assert_eq!(get(portal.url()).status, 302);
    assert_eq!(get(&format!("{new}/rest/x")).status, 404);
}

#[test]
fn a_portal_can_send_to_anywhere_with_any_status() {
    let (from, to) = (Portal::start().unwrap(), Portal::start().unwrap());
    for status in [301, 303, 307, 308] {
        from.move_with_status(status, &format!("{}/", to.url()));
        let answer = get(&format!("{}server.time", from.webhook()));
        let place = format!("{}server.time", to.webhook());
        assert_eq!(
            (answer.status, answer.header("Location")),
            (status, Some(place.as_str()))
        );
    }
    // Two that send to each other never end.
    from.move_to(to.url());
    to.move_to(from.url());
    let mut place = format!("{}server.time", from.webhook());
    for _ in 0..4 {
        place = get(&place).header("Location").unwrap().to_owned();
    }
    assert_eq!(place, format!("{}server.time", from.webhook()));
    from.stop_redirecting();
    assert_eq!(get(&place).status, 200);
}

#[test]
fn without_a_licence_every_page_is_the_same_page() {
    let portal = Portal::builder().on_premise().start().unwrap();
    portal.expire_licence();
    let page = format!("{}/bitrix/coupon_activation.php", portal.url());
    for address in [format!("{}server.time", portal.webhook()), page.clone()] {
        let answer = request("POST", &address, &[JSON], b"{}");
        assert_eq!(
            (answer.status, answer.header("Location")),
            (302, Some(page.as_str()))
        );
        assert!(answer.body.starts_with("<html>"));
    }
    assert_eq!(portal.executions("server.time"), 0);
    portal.stop_redirecting();
    assert_eq!(get(&format!("{}server.time", portal.webhook())).status, 200);
}
