//! Requests as they arrived.

use std::fmt;

use crate::rest;

/// A request as the portal received it.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Received {
    /// `POST`, `GET`, …
    pub verb: String,
    /// Path and query, as received.
    pub target: String,
    /// In the order received. Names are in lower case: HTTP does not tell cases apart.
    pub headers: Vec<(String, String)>,
    /// The whole body, as received.
    pub body: Vec<u8>,
}

impl Received {
    /// The value of a header, whatever the case of its name; the first, if it came repeatedly.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        let (_, value) = headers.find(|(known, _)| known.eq_ignore_ascii_case(name))?;
        Some(value)
    }

    /// The target up to `?`.
    #[must_use]
    pub fn path(&self) -> &str {
        self.target.split('?').next().unwrap_or_default()
    }

    /// The target after `?`; empty where there is none.
    #[must_use]
    pub fn query(&self) -> &str {
        self.target.split_once('?').map_or("", |(_, query)| query)
    }

    /// The REST method that was called, as written in the URL but without `.json` or `.xml`;
    /// empty where the request went elsewhere.
    #[must_use]
    pub fn method(&self) -> &str {
        rest::method_in(self.path())
    }

    /// The body read as JSON, whatever its content type; `None` where it is not JSON.
    #[must_use]
    pub fn json(&self) -> Option<serde_json::Value> {
        serde_json::from_slice(&self.body).ok()
    }
}

/// Path, headers and body may carry the credentials of whoever was sent here by mistake.
impl fmt::Debug for Received {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Received")
            .field("verb", &self.verb)
            .field("method", &self.method())
            .field("body_bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}
