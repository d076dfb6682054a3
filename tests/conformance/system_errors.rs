//! The error codes that any method may answer with.

use b24::{Advice, Error, Outcome, SystemCode};
use serde_json::json;

use crate::canned::answering;

use Advice::{Authorize, Check, Contact, FixRequest, Wait};
use Outcome::{NotExecuted, Unknown};
use Variant::{Api, Auth};

#[derive(Debug, Clone, Copy, PartialEq)]
enum Variant {
    Api,
    Auth,
}

/// As the documentation lists them: status, code, text; then what b24 makes of them.
#[rustfmt::skip]
const DOCUMENTED: [(u16, &str, &str, Variant, Outcome, Advice); 16] = [
    (500, "INTERNAL_SERVER_ERROR", "Internal server error", Api, Unknown, Check),
    (500, "ERROR_UNEXPECTED_ANSWER", "Server returned an unexpected response", Api, Unknown, Check),
    (503, "QUERY_LIMIT_EXCEEDED", "Too many requests", Api, NotExecuted, Wait),
    (429, "OPERATION_TIME_LIMIT", "Method is blocked due to operation time limit", Api, NotExecuted, Wait),
    (405, "ERROR_BATCH_METHOD_NOT_ALLOWED", "Method is not allowed for batch usage", Api, NotExecuted, FixRequest),
    (400, "ERROR_BATCH_LENGTH_EXCEEDED", "Max batch length exceeded", Api, NotExecuted, FixRequest),
    (401, "NO_AUTH_FOUND", "Wrong authorization data", Auth, NotExecuted, Authorize),
    (400, "INVALID_REQUEST", "Https required", Api, NotExecuted, FixRequest),
    (503, "OVERLOAD_LIMIT", "REST API is blocked due to overload", Api, NotExecuted, Contact),
    (403, "ACCESS_DENIED", "REST API is available only on commercial plans", Api, NotExecuted, Authorize),
    (403, "INVALID_CREDENTIALS", "Invalid request credentials", Auth, NotExecuted, Authorize),
    (404, "ERROR_MANIFEST_IS_NOT_AVAILABLE", "Manifest is not available", Api, NotExecuted, FixRequest),
    (403, "insufficient_scope", "The request requires higher privileges than provided by the webhook token", Auth, NotExecuted, Authorize),
    (401, "expired_token", "The access token provided has expired", Auth, NotExecuted, Authorize),
    (403, "user_access_error", "The user does not have access to the application", Auth, NotExecuted, Authorize),
    (500, "PORTAL_DELETED", "Portal was deleted", Api, NotExecuted, Contact),
];

/// What servers are seen to answer with beyond the list, or with another status than it says.
#[rustfmt::skip]
const OBSERVED: [(u16, &str, &str, Variant, Outcome, Advice); 22] = [
    (404, "ERROR_METHOD_NOT_FOUND", "Method not found!", Api, NotExecuted, FixRequest),
    (400, "ERROR_ARGUMENT", "Argument 'EVENT' is null or empty", Api, NotExecuted, FixRequest),
    (500, "ERROR_CORE", "SQL query error!", Api, Unknown, Check),
    (400, "ERROR_CORE", "Unable to set event handler", Api, Unknown, Check),
    (403, "WRONG_AUTH_TYPE", "Current authorization type is denied for this method", Auth, NotExecuted, Authorize),
    (401, "METHOD_CONFIRM_WAITING", "Waiting for confirmation", Api, NotExecuted, Wait),
    (403, "METHOD_CONFIRM_DENIED", "Method call denied", Api, NotExecuted, Contact),
    (403, "PORTAL_DELETED", "Portal was deleted", Api, NotExecuted, Contact),
    (410, "PORTAL_DELETED", "Portal was deleted", Api, NotExecuted, Contact),
    (401, "INVALID_CREDENTIALS", "Invalid request credentials", Auth, NotExecuted, Authorize),
    (401, "insufficient_scope", "The request requires higher privileges", Auth, NotExecuted, Authorize),
    (401, "invalid_token", "Unable to get application by token", Auth, NotExecuted, Authorize),
    (401, "APPLICATION_NOT_FOUND", "Application not found", Auth, NotExecuted, Authorize),
    (401, "ERROR_OAUTH", "Application not installed", Auth, NotExecuted, Authorize),
    (401, "authorization_error", "Unable to authorize user", Auth, NotExecuted, Authorize),
    (401, "user_access_error", "The user does not have access to the application.", Auth, NotExecuted, Authorize),
    (401, "ACCESS_DENIED", "REST is available only on commercial plans.", Auth, NotExecuted, Authorize),
    (400, "ACCESS_DENIED", "Access denied! Application context required", Api, NotExecuted, FixRequest),
    (401, "PAYMENT_REQUIRED", "Subscription has been ended", Api, NotExecuted, Contact),
    (401, "INVALID_REQUEST", "Https required.", Api, NotExecuted, FixRequest),
    (401, "OVERLOAD_LIMIT", "REST API is blocked due to overload.", Api, NotExecuted, Contact),
    (401, "BITRIX_REST_V3_EXCEPTION_ACCESSDENIEDEXCEPTION", "Access denied", Auth, NotExecuted, Authorize),
];

#[test]
fn every_system_error_is_what_its_code_says_in_either_case() {
    for (status, code, text, variant, outcome, advice) in DOCUMENTED.into_iter().chain(OBSERVED) {
        for code in [code.to_owned(), code.to_uppercase(), code.to_lowercase()] {
            let answer = json!({"error": code, "error_description": text}).to_string();
            let error = answering(status, answer).call_raw("app.info", &()).unwrap_err();
            let found = match &error {
                Error::Api(_) => Api,
                Error::Auth(_) => Auth,
                other => panic!("{other:?}"),
            };
            assert_eq!(
                (found, error.outcome(), error.advice()),
                (variant, outcome, advice),
                "{status} {code}"
            );
            let api = error.api().unwrap();
            assert_eq!(
                (api.status(), api.code(), api.description()),
                (status, code.as_str(), text)
            );
        }
    }
}

#[test]
fn every_documented_code_is_known_with_its_status() {
    for (status, code, ..) in DOCUMENTED {
        for written in [code.to_owned(), code.to_uppercase(), code.to_lowercase()] {
            let known = SystemCode::from_code(&written).unwrap_or_else(|| panic!("{written}"));
            assert_eq!((known.as_str(), known.documented_status()), (code, status));
        }
    }
    for method_code in ["WRONG_REQUEST", "", "0", "100"] {
        assert_eq!(SystemCode::from_code(method_code), None);
    }
}

#[test]
fn the_sandbox_answers_as_the_list_says() {
    let portal = b24_portal::Portal::start().unwrap();
    let call = |client: b24::Client, method| client.call_raw(method, &()).unwrap_err();
    let webhook = |url: &str| b24::Client::webhook(url).unwrap();
    let token = |token| b24::Client::with_token(portal.url(), token).unwrap();

    for (error, code, authorize) in [
        (
            call(webhook(portal.webhook()), "no.such.method"),
            SystemCode::ErrorMethodNotFound,
            false,
        ),
        (
            call(webhook(portal.limited_webhook()), "imbot.bot.list"),
            SystemCode::InsufficientScope,
            true,
        ),
        (
            call(
                webhook(&format!("{}/rest/1/wrongcode/", portal.url())),
                "app.info",
            ),
            SystemCode::InvalidCredentials,
            true,
        ),
        (
            call(token(portal.expired_token()), "app.info"),
            SystemCode::ExpiredToken,
            true,
        ),
        (
            call(token("unheard-of"), "app.info"),
            SystemCode::InvalidToken,
            true,
        ),
    ] {
        assert_eq!(error.api().unwrap().system_code(), Some(code), "{error}");
        assert_eq!(matches!(error, Error::Auth(_)), authorize, "{error:?}");
        assert_eq!(error.outcome(), NotExecuted);
    }
}
