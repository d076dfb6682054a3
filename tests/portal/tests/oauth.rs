//! The authorization server: codes, tokens, and what it says to those who have neither.

#![allow(clippy::unwrap_used, reason = "in a test, what fails should stop it")]

mod wire;

use std::time::Duration;

use b24_portal::{Answer, Builder, Portal, TurnedClock};
use serde_json::Value;
use wire::{JSON, Response, get, post_form, request};

const EXPIRED: &str =
    r#"{"error":"expired_token","error_description":"The access token provided has expired"}"#;
const BAD_GRANT: &str = r#"{"error":"invalid_grant","error_description":"Wrong or expired refresh token"}"#;
const BAD_CODE: &str = r#"{"error":"invalid_grant","error_description":"Wrong authorization code"}"#;

fn with_clock(builder: Builder) -> (Portal, TurnedClock) {
    let clock = TurnedClock::new();
    (builder.clock(&clock).start().unwrap(), clock)
}

/// A form that the application sends, `given` being `code=…` or `refresh_token=…`.
fn form(portal: &Portal, given: &str) -> String {
    let application = portal.application();
    let grant_type = match given.split_once('=').unwrap() {
        ("code", _) => "authorization_code",
        (name, _) => name,
    };
    let (id, secret) = (application.client_id, application.client_secret);
    format!("grant_type={grant_type}&client_id={id}&client_secret={secret}&{given}")
}

fn ask(portal: &Portal, form: &str) -> Response {
    post_form(&format!("{}/oauth/token/", portal.url()), form)
}

fn exchange(portal: &Portal, code: &str) -> Response {
    ask(portal, &form(portal, &format!("code={code}")))
}

fn renew(portal: &Portal, refresh: &str) -> Response {
    ask(portal, &form(portal, &format!("refresh_token={refresh}")))
}

fn first(portal: &Portal) -> (String, String) {
    pair(&portal.tokens())
}

/// Access token and refresh token.
fn pair(body: &str) -> (String, String) {
    let body: Value = serde_json::from_str(body).unwrap();
    let text = |name| body[name].as_str().unwrap().to_owned();
    (text("access_token"), text("refresh_token"))
}

fn call(portal: &Portal, token: &str) -> Response {
    get(&format!("{}/rest/app.info?auth={token}", portal.url()))
}

#[test]
fn a_code_is_exchanged_once_for_tokens_that_work() {
    let portal = Portal::start().unwrap();
    let code = portal.authorize();
    let answer = exchange(&portal, &code);
    assert_eq!(answer.status, 200);
    assert_eq!(
        answer.header("Content-Type"),
        Some("application/json; charset=utf-8")
    );
    let (access, refresh) = pair(&answer.body);
    let host = portal.url().trim_start_matches("http://");
    assert_eq!(
        answer.body,
        format!(
            r#"{{"access_token":"{access}","client_endpoint":"http:\/\/{host}\/rest\/","domain":"{host}","expires_in":3600,"member_id":"b2400000000000000000000000000001","refresh_token":"{refresh}","scope":"crm,im,imbot,task,user","server_endpoint":"http:\/\/{host}\/rest\/","status":"L"}}"#
        )
    );
    assert_eq!(call(&portal, &access).status, 200);
    assert_eq!(exchange(&portal, &code).failure(), (400, BAD_CODE));
    assert_eq!(portal.renewals(), 0);
}

#[test]
fn a_code_lives_half_a_minute() {
    let (portal, clock) = with_clock(Portal::builder());
    let (early, late) = (portal.authorize(), portal.authorize());
    clock.advance(Duration::from_millis(29_999));
    assert_eq!(exchange(&portal, &early).status, 200);
    clock.advance(Duration::from_millis(1));
    let body =
        r#"{"error":"expired_token","error_description":"The authorization token provided has expired."}"#;
    assert_eq!(exchange(&portal, &late).failure(), (400, body));
}

#[test]
fn an_access_token_lives_an_hour_and_is_renewed() {
    let (portal, clock) = with_clock(Portal::builder());
    let (access, refresh) = first(&portal);
    clock.advance(Duration::from_secs(3599));
    assert_eq!(call(&portal, &access).status, 200);
    clock.advance(Duration::from_secs(1));
    assert_eq!(call(&portal, &access).failure(), (401, EXPIRED));
    assert_eq!(call(&portal, portal.token()).status, 200);

    let answer = renew(&portal, &refresh);
    let body: Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!(body["expires"], clock.now().as_secs() + 3600);
    assert_eq!(body["user_id"], 1);
    let (new_access, new_refresh) = pair(&answer.body);
    assert_ne!((&new_access, &new_refresh), (&access, &refresh));
    assert_eq!(call(&portal, &new_access).status, 200);
    assert_eq!(call(&portal, &access).failure(), (401, EXPIRED));
    assert_eq!(renew(&portal, &new_refresh).status, 200);
    assert_eq!(portal.renewals(), 2);
}

#[test]
fn a_refresh_token_lives_half_a_year() {
    let (portal, clock) = with_clock(Portal::builder());
    let ((_, early), (_, late)) = (first(&portal), first(&portal));
    clock.advance(Duration::from_hours(180 * 24) - Duration::from_secs(1));
    assert_eq!(renew(&portal, &early).status, 200);
    clock.advance(Duration::from_secs(1));
    assert_eq!(renew(&portal, &late).failure(), (400, BAD_GRANT));
}

#[test]
fn whether_a_refresh_token_works_again_can_be_chosen() {
    let strict = Portal::start().unwrap();
    let (_, refresh) = first(&strict);
    assert_eq!(renew(&strict, &refresh).status, 200);
    assert_eq!(renew(&strict, &refresh).failure(), (400, BAD_GRANT));
    assert_eq!(strict.renewals(), 1);

    let lenient = Portal::builder().lenient_rotation().start().unwrap();
    let (_, refresh) = first(&lenient);
    let (old, new) = (renew(&lenient, &refresh).body, renew(&lenient, &refresh).body);
    assert_ne!(pair(&old), pair(&new));
    assert_eq!(lenient.renewals(), 2);
}

#[test]
fn a_token_request_comes_in_the_query_or_in_a_form_and_not_as_json() {
    let portal = Portal::start().unwrap();
    let url = portal.url();
    for path in ["/oauth/token/", "/oauth/token"] {
        let query = form(&portal, &format!("code={}", portal.authorize()));
        assert_eq!(get(&format!("{url}{path}?{query}")).status, 200);
        let form = form(&portal, &format!("code={}", portal.authorize()));
        assert_eq!(post_form(&format!("{url}{path}"), &form).status, 200);
    }
    let application = portal.application();
    let body = serde_json::json!({
        "grant_type": "authorization_code",
        "client_id": application.client_id,
        "client_secret": application.client_secret,
        "code": portal.authorize(),
    });
    let address = format!("{url}/oauth/token/");
    let answer = request("POST", &address, &[JSON], body.to_string().as_bytes());
    assert_eq!(
        answer.failure(),
        (
            400,
            r#"{"error":"invalid_request","error_description":"grant_type is missing or unknown"}"#
        )
    );
}

#[test]
fn what_is_wrong_with_a_token_request_is_told() {
    let portal = Portal::start().unwrap();
    let (access, refresh) = first(&portal);
    let good = form(&portal, &format!("refresh_token={refresh}"));
    let secret = portal.application().client_secret;
    let secret = secret.as_str();
    let missing = |name: &str| {
        let text = r#"{"error":"invalid_request","error_description":"NAME is missing or unknown"}"#;
        text.replace("NAME", name)
    };
    for (asked, status, expected) in [
        (
            good.replace("=local.", "=app."),
            200,
            r#"{"error":"wrong_client"}"#.to_owned(),
        ),
        (
            good.replace(secret, "x"),
            400,
            r#"{"error":"invalid_client","error_description":"Wrong client secret"}"#.to_owned(),
        ),
        (good.replace(&refresh, &access), 400, BAD_GRANT.to_owned()),
        (
            good.replace("grant_type=refresh_token", "grant_type=password"),
            400,
            missing("grant_type"),
        ),
        (good.replace(&refresh, ""), 400, missing("refresh_token")),
        (
            good.replace("&client_secret=", "&secret="),
            400,
            missing("client_secret"),
        ),
    ] {
        assert_eq!(
            ask(&portal, &asked).failure(),
            (status, expected.as_str()),
            "{asked}"
        );
    }
    assert_eq!(portal.renewals(), 0);
    assert_eq!(portal.executions("oauth/token"), 6);
    // None of it has used the token up.
    assert_eq!(ask(&portal, &good).status, 200);
}

#[test]
fn descriptions_can_be_left_out() {
    let portal = Portal::builder().bare_oauth_errors().start().unwrap();
    assert_eq!(
        renew(&portal, "nonsense").failure(),
        (400, r#"{"error":"invalid_grant"}"#)
    );
}

#[test]
fn answers_to_token_requests_can_be_scripted() {
    let portal = Portal::start().unwrap();
    let (_, refresh) = first(&portal);
    let refused = Answer::error(401, "PAYMENT_REQUIRED", "Payment required");
    portal.answer_once("oauth/token", refused);
    portal.answer_once("oauth/token", Answer::result(r#"{"access_token":"x","next":1}"#));
    portal.answer_once("oauth/token", Answer::raw(502, "text/html", "<html>"));
    let body = r#"{"error":"PAYMENT_REQUIRED","error_description":"Payment required"}"#;
    assert_eq!(renew(&portal, &refresh).failure(), (401, body));
    assert_eq!(renew(&portal, &refresh).body, r#"{"access_token":"x","next":1}"#);
    assert_eq!(renew(&portal, &refresh).failure(), (502, "<html>"));
    assert_eq!(renew(&portal, &refresh).status, 200);
    assert_eq!((portal.executions("oauth/token"), portal.renewals()), (4, 1));
}

#[test]
fn all_access_tokens_can_be_made_to_expire() {
    let portal = Portal::start().unwrap();
    let (access, refresh) = first(&portal);
    portal.expire_tokens();
    assert_eq!(call(&portal, &access).failure(), (401, EXPIRED));
    assert_eq!(call(&portal, portal.token()).failure(), (401, EXPIRED));
    let (access, _) = pair(&renew(&portal, &refresh).body);
    assert_eq!(call(&portal, &access).status, 200);
}

#[test]
fn a_removed_application_is_told_so_and_webhooks_are_not() {
    let portal = Portal::start().unwrap();
    let (access, refresh) = first(&portal);
    let code = portal.authorize();
    portal.uninstall();
    let removed = r#"{"error":"ERROR_OAUTH","error_description":"Application not installed"}"#;
    for token in [access.as_str(), portal.token(), portal.expired_token()] {
        assert_eq!(call(&portal, token).failure(), (401, removed));
    }
    let removed = r#"{"error":"NOT_INSTALLED","error_description":"Application not installed"}"#;
    assert_eq!(renew(&portal, &refresh).failure(), (401, removed));
    assert_eq!(exchange(&portal, &code).failure(), (401, removed));
    let unknown = r#"{"error":"invalid_token","error_description":"Unable to get application by token"}"#;
    assert_eq!(call(&portal, "nonsense").failure(), (401, unknown));
    assert_eq!(get(&format!("{}server.time", portal.webhook())).status, 200);
}

#[test]
fn a_person_who_lets_the_application_in_is_sent_there_with_a_code() {
    for (redirect_uri, mark) in [
        ("https://my.example/in", '?'),
        ("https://my.example/in?to=me", '&'),
    ] {
        let portal = Portal::builder().redirect_uri(redirect_uri).start().unwrap();
        let (url, application) = (portal.url(), portal.application());
        let id = &application.client_id;
        let page = get(&format!(
            "{url}/oauth/authorize/?client_id={id}&state=a%26b%3D%20c"
        ));
        assert_eq!(page.status, 302);
        let location = page.header("Location").unwrap();
        let query = location
            .strip_prefix(&format!("{redirect_uri}{mark}code="))
            .unwrap();
        let (code, rest) = query.split_once('&').unwrap();
        let host = url
            .trim_start_matches("http://")
            .replace('.', "%2E")
            .replace(':', "%3A");
        assert_eq!(
            rest,
            format!(
                "state=a%26b%3D%20c&domain={host}&member_id=b2400000000000000000000000000001&scope=crm%2Cim%2Cimbot%2Ctask%2Cuser&server_domain={host}"
            )
        );
        assert_eq!(exchange(&portal, code).status, 200);
    }
}

#[test]
fn a_person_is_not_sent_to_an_application_that_is_not_there() {
    let portal = Portal::start().unwrap();
    let page = format!("{}/oauth/authorize/?client_id=", portal.url());
    let unknown = get(&format!("{page}other"));
    assert_eq!((unknown.status, unknown.header("Location")), (400, None));
    portal.uninstall();
    let removed = get(&format!("{page}{}", portal.application().client_id));
    assert_eq!((removed.status, removed.header("Location")), (401, None));
}

#[test]
fn a_portal_knows_no_token_of_another_one_and_shows_none() {
    let (one, other) = (Portal::start().unwrap(), Portal::start().unwrap());
    let (access, refresh) = first(&one);
    assert_eq!(call(&other, &access).status, 401);
    assert_eq!(renew(&other, &refresh).failure(), (400, BAD_GRANT));
    renew(&one, &refresh);
    let printed = format!("{one:?} {:?} {:?}", one.application(), one.requests());
    assert!(
        !printed.contains("sandboxsecret") && !printed.contains(&access) && !printed.contains(&refresh),
        "{printed}"
    );
}

#[test]
fn token_requests_are_no_burden_to_the_portal() {
    let (portal, _) = with_clock(Portal::builder().rate_limit(1, 0.0));
    for _ in 0..5 {
        let (_, refresh) = first(&portal);
        assert_eq!(renew(&portal, &refresh).status, 200);
    }
    assert_eq!(portal.refusals(), 0);
}
