//! REST 3: where it is, what it takes, and how it answers.

#![allow(clippy::unwrap_used, reason = "in a test, what fails should stop it")]

mod batch;
mod calls;
mod idempotency;
mod lists;
mod tasks;
#[path = "../wire/mod.rs"]
mod wire;

use b24_portal::Portal;
use wire::{Response, post_json};

/// The address of the webhook's methods in REST 3.
fn webhook(portal: &Portal) -> String {
    portal.webhook().replacen("/rest/", "/rest/api/", 1)
}

fn call(portal: &Portal, method: &str, parameters: &str) -> Response {
    post_json(&format!("{}{method}", webhook(portal)), parameters)
}

/// The body of a failure without `validation`.
fn exception(name: &str, message: &str) -> String {
    format!(r#"{{"error":{{"code":"BITRIX_REST_V3_EXCEPTION_{name}EXCEPTION","message":"{message}"}}}}"#)
}

/// The body of a failure of one field.
fn invalid(field: &str, message: &str) -> String {
    let code = "BITRIX_REST_V3_EXCEPTION_VALIDATION_REQUESTVALIDATIONEXCEPTION";
    let entry = format!(r#"{{"message":"{message}","field":"{field}"}}"#);
    format!(
        r#"{{"error":{{"code":"{code}","message":"Error validating request object","validation":[{entry}]}}}}"#
    )
}

/// Makes a task and gives its number.
fn add(portal: &Portal, title: &str) -> i64 {
    let fields = format!(r#"{{"fields":{{"title":"{title}","creatorId":1,"responsibleId":1}}}}"#);
    let added = call(portal, "tasks.task.add", &fields);
    assert_eq!(added.status, 200, "{}", added.body);
    portal.tasks().last().unwrap().id
}
