//! A transport that answers from memory.

use std::sync::{Arc, Mutex};

use b24::{Client, Limits, Transport, TransportError};

/// The code of the webhook that a canned client calls through.
pub(crate) const CODE: &str = "c0de5ecret0000";

/// Gives every request the same answer, and keeps the requests.
#[derive(Clone)]
pub(crate) struct Canned {
    status: u16,
    content_type: &'static str,
    body: Vec<u8>,
    pub(crate) requests: Arc<Mutex<Vec<http::Request<Vec<u8>>>>>,
}

impl Canned {
    pub(crate) fn new(status: u16, content_type: &'static str, body: impl Into<Vec<u8>>) -> Self {
        Self {
            status,
            content_type,
            body: body.into(),
            requests: Arc::default(),
        }
    }

    pub(crate) fn client(&self) -> Client {
        Client::builder()
            .webhook(&format!("https://example.bitrix24.com/rest/1/{CODE}/"))
            .transport(self.clone())
            .retry(b24::retry::Retry::never())
            .build()
            .unwrap()
    }
}

impl Transport for Canned {
    fn send(
        &self,
        request: http::Request<Vec<u8>>,
        _: &Limits,
    ) -> Result<http::Response<Vec<u8>>, TransportError> {
        self.requests.lock().unwrap().push(request);
        let answer = http::Response::builder()
            .status(self.status)
            .header("Content-Type", self.content_type)
            .body(self.body.clone());
        Ok(answer.unwrap())
    }
}

/// A client whose every call is answered so.
pub(crate) fn answering(status: u16, json: impl Into<Vec<u8>>) -> Client {
    Canned::new(status, "application/json; charset=utf-8", json).client()
}
