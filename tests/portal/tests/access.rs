//! Addresses, credentials and scopes: who gets in, and what the others are told.

#![allow(clippy::unwrap_used, reason = "in a test, what fails should stop it")]

mod wire;

use b24_portal::{Answer, Portal};
use wire::{FORM, JSON, get, post_form, post_json, request};

const NOT_FOUND: &str = r#"{"error":"ERROR_METHOD_NOT_FOUND","error_description":"Method not found!"}"#;
const NO_AUTH: &str = r#"{"error":"NO_AUTH_FOUND","error_description":"Wrong authorization data"}"#;
const BAD_WEBHOOK: &str =
    r#"{"error":"INVALID_CREDENTIALS","error_description":"Invalid request credentials"}"#;
const EXPIRED: &str =
    r#"{"error":"expired_token","error_description":"The access token provided has expired"}"#;
const BAD_TOKEN: &str =
    r#"{"error":"invalid_token","error_description":"Unable to get application by token"}"#;
const NO_SCOPE: &str = r#"{"error":"insufficient_scope","error_description":"The request requires higher privileges than provided by the webhook token"}"#;

#[test]
fn every_form_of_a_url_leads_to_the_method() {
    let portal = Portal::start().unwrap();
    let webhook = portal.webhook();
    let login = webhook.replace("/rest/1/", "/rest/admin/");
    let (url, token) = (portal.url(), portal.token());
    for address in [
        format!("{webhook}server.time"),
        format!("{webhook}server.time/"),
        format!("{webhook}server.time.json"),
        format!("{webhook}server.time.json/?a=1"),
        format!("{webhook}SERVER.Time"),
        format!("{login}server.time"),
        format!("{url}/rest/server.time?auth={token}"),
        format!("{url}/rest/server.time.json?auth={token}"),
        format!("{url}/rest/server.time/?auth={token}"),
        format!("{url}/rest/server.time?aplogin=1&ap=sandboxcode0000"),
    ] {
        let answer = get(&address);
        assert_eq!(answer.status, 200, "{address}: {}", answer.body);
    }
}

#[test]
fn an_unknown_method_is_reported_before_wrong_credentials() {
    let portal = Portal::start().unwrap();
    let url = portal.url();
    for address in [
        format!("{}no.such", portal.webhook()),
        format!("{url}/rest/no.such"),
        format!("{url}/rest/1/wrong/no.such"),
        format!("{url}/rest/1/no.such"),
        format!("{url}/rest/"),
        portal.webhook().to_owned(),
    ] {
        assert_eq!(get(&address).failure(), (404, NOT_FOUND), "{address}");
    }
}

#[test]
fn names_of_controllers_keep_their_case() {
    let portal = Portal::start().unwrap();
    portal.answer("imbot.v2.Chat.add", Answer::result("1"));
    let webhook = portal.webhook();
    assert_eq!(get(&format!("{webhook}imbot.v2.Chat.add")).status, 200);
    assert_eq!(
        get(&format!("{webhook}imbot.v2.chat.add")).failure(),
        (404, NOT_FOUND)
    );
    portal.answer("crm.lead.add", Answer::result("1"));
    assert_eq!(get(&format!("{webhook}CRM.Lead.Add")).status, 200);
}

#[test]
fn other_addresses_are_not_rest() {
    let portal = Portal::start().unwrap();
    let url = portal.url();
    assert_eq!(get(&format!("{url}/")).status, 404);
    assert_eq!(get(&format!("{url}/restless/server.time")).status, 404);
}

#[test]
fn a_token_is_found_in_every_place() {
    let portal = Portal::start().unwrap();
    let (url, token) = (portal.url(), portal.token());
    let method = format!("{url}/rest/server.time");
    let bearer = format!("Authorization: Bearer {token}");
    let json = format!(r#"{{"auth":"{token}"}}"#);
    for answer in [
        request("GET", &method, &[&bearer], b""),
        request("POST", &method, &[&bearer, JSON], b"{}"),
        get(&format!("{method}?auth={token}")),
        get(&format!("{method}?access_token={token}")),
        post_form(&method, &format!("auth={token}")),
        post_form(&method, &format!("access_token={token}")),
        post_json(&method, &json),
        post_json(&format!("{method}?auth={token}"), "not JSON"),
    ] {
        assert_eq!(answer.status, 200, "{}", answer.body);
    }
}

#[test]
fn of_several_tokens_the_header_wins_then_auth() {
    let portal = Portal::start().unwrap();
    let (good, method) = (portal.token(), format!("{}/rest/server.time", portal.url()));
    let bad = request(
        "GET",
        &format!("{method}?auth={good}"),
        &["Authorization: Bearer bad"],
        b"",
    );
    assert_eq!(bad.failure(), (401, BAD_TOKEN));
    let bad = get(&format!("{method}?access_token={good}&auth=bad"));
    assert_eq!(bad.failure(), (401, BAD_TOKEN));
    // Empty ones are passed over, and another scheme is no token.
    let address = format!("{method}?auth=&access_token={good}");
    for header in [
        "Authorization: Bearer ",
        "Authorization: Basic x",
        "Authorization: x",
    ] {
        assert_eq!(request("GET", &address, &[header], b"").status, 200, "{header}");
    }
}

#[test]
fn what_is_wrong_with_the_credentials_is_told() {
    let portal = Portal::start().unwrap();
    let (url, webhook) = (portal.url(), portal.webhook());
    let method = format!("{url}/rest/server.time");
    for (answer, expected) in [
        (get(&method), NO_AUTH),
        (
            post_json(&method, &format!(r#"{{"auth":"{}""#, portal.token())),
            NO_AUTH,
        ),
        (get(&format!("{method}?auth[]=x")), NO_AUTH),
        (get(&format!("{method}?auth={}", portal.expired_token())), EXPIRED),
        (get(&format!("{method}?auth=nonsense")), BAD_TOKEN),
        (get(&format!("{url}/rest/1/wrong/server.time")), BAD_WEBHOOK),
        (
            get(&format!("{url}/rest/2/sandboxcode0000/server.time")),
            BAD_WEBHOOK,
        ),
        (get(&format!("{method}?aplogin=1&ap=wrong")), BAD_WEBHOOK),
        (
            get(&format!("{}imbot.bot.list", portal.limited_webhook())),
            NO_SCOPE,
        ),
        (
            get(&format!("{}IMBOT.bot.list", portal.limited_webhook())),
            NO_SCOPE,
        ),
    ] {
        assert_eq!(answer.failure(), (401, expected));
    }
    assert_eq!(
        get(&format!("{}user.current", portal.limited_webhook())).status,
        200
    );
    assert_eq!(get(&format!("{webhook}imbot.bot.list")).status, 200);
}

#[test]
fn the_documented_statuses_can_be_chosen() {
    let portal = Portal::builder().documented_statuses().start().unwrap();
    let url = portal.url();
    let bad = get(&format!("{url}/rest/1/wrong/server.time"));
    assert_eq!(bad.failure(), (403, BAD_WEBHOOK));
    let narrow = get(&format!("{}imbot.bot.list", portal.limited_webhook()));
    assert_eq!(narrow.failure(), (403, NO_SCOPE));
    assert_eq!(get(&format!("{url}/rest/server.time")).failure(), (401, NO_AUTH));
}

#[test]
fn a_portal_can_insist_on_https_for_webhooks() {
    let https = r#"{"error":"INVALID_REQUEST","error_description":"Https required."}"#;
    let portal = Portal::builder().require_https().start().unwrap();
    let refused = get(&format!("{}server.time", portal.webhook()));
    assert_eq!(refused.failure(), (401, https));
    let token = get(&format!(
        "{}/rest/server.time?auth={}",
        portal.url(),
        portal.token()
    ));
    assert_eq!(token.status, 200);

    let portal = Portal::builder()
        .require_https()
        .documented_statuses()
        .start()
        .unwrap();
    let refused = get(&format!("{}server.time", portal.webhook()));
    assert_eq!(refused.failure(), (400, https));
}

#[test]
fn a_refused_call_was_received_but_not_executed() {
    let portal = Portal::start().unwrap();
    portal.answer("crm.lead.add", Answer::result("1"));
    let address = format!("{}/rest/crm.lead.add?auth=nonsense", portal.url());
    assert_eq!(request("POST", &address, &[FORM], b"a=1").status, 401);
    assert_eq!(portal.requests().len(), 1);
    assert_eq!(portal.executions("crm.lead.add"), 0);
}
