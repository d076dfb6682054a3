//! The bodies that pages send.

use std::collections::BTreeSet;
use std::path::Path;

use b24_catalog::{Api, Method, find};
use b24_cli::checkout::Checkout;
use b24_cli::samples::Samples;
use serde_json::Value;

/// What all pages send, each body once.
#[derive(Default)]
pub(crate) struct Pages {
    pub(crate) bodies: Vec<Body>,
    /// Of methods that have no page of their own.
    pub(crate) of_others: usize,
}

/// A body of a documented method.
pub(crate) struct Body {
    pub(crate) method: Method,
    /// Where it stands: the page and the line.
    pub(crate) place: String,
    pub(crate) value: Value,
}

/// The bodies of a checkout of the documentation.
pub(crate) fn of(folder: &Path) -> Pages {
    let checkout = Checkout::open(folder).unwrap();
    let mut pages = Pages::default();
    let mut seen = BTreeSet::new();
    for page in checkout.pages().unwrap() {
        for request in Samples::of(&checkout.text(&page).unwrap()).requests() {
            let Some(value) = &request.body else {
                continue;
            };
            let api = if request.url.contains("/rest/api/") {
                Api::V3
            } else {
                Api::V2
            };
            let Some(method) = find(&request.method, api) else {
                pages.of_others += 1;
                continue;
            };
            if seen.insert((method.name.clone(), api, value.to_string())) {
                pages.bodies.push(Body {
                    method,
                    place: format!("{page}:{}", request.line),
                    value: value.clone(),
                });
            }
        }
    }
    pages
}
