//! `batch`: which commands run, what comes of them, and what one takes from another.

#![allow(clippy::unwrap_used, reason = "in a test, what fails should stop it")]

mod commands;
mod limits;
mod references;
#[path = "../wire/mod.rs"]
mod wire;

use b24_portal::Portal;
use serde_json::Value;
use wire::{Response, post_json};

fn batch(portal: &Portal, parameters: &str) -> Response {
    post_json(&format!("{}batch", portal.webhook()), parameters)
}

/// The answer's text up to `result_time`, which differs from run to run.
fn shown(portal: &Portal, parameters: &str) -> String {
    let answer = batch(portal, parameters);
    assert_eq!(answer.status, 200, "{}", answer.body);
    let shown = answer.result().split(r#","result_time":"#).next();
    shown.unwrap().to_owned()
}

fn result(portal: &Portal, parameters: &str) -> Value {
    serde_json::from_str(batch(portal, parameters).result()).unwrap()
}
