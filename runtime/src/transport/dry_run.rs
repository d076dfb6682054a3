//! A transport that sends nothing.

use std::fmt;
use std::io::{self, Write};
use std::sync::{Mutex, PoisonError};

use http::{HeaderValue, Uri};

use super::redact::{Redaction, bytes};
use super::{Limits, Transport};
use crate::error::{TransportError, TransportErrorKind};

/// Shows what would be sent, with `***` in place of secrets, and sends nothing.
///
/// Every call ends in an error of the kind [`DryRun`](TransportErrorKind::DryRun), with the outcome
/// `NotExecuted`.
///
/// ```
/// use b24::{Client, DryRun, Error, TransportErrorKind};
/// use serde_json::json;
///
/// let client = Client::builder()
///     .webhook("https://example.bitrix24.com/rest/1/c0de5ecret/")
///     .transport(DryRun::new(|request| {
///         assert_eq!(request.uri(), "https://example.bitrix24.com/rest/1/***/crm.deal.add");
///         assert_eq!(request.body(), br#"{"fields":{"TITLE":"New"}}"#);
///     }))
///     .build()?;
/// match client.call_raw("crm.deal.add", &json!({"fields": {"TITLE": "New"}})) {
///     Err(Error::Transport(error)) => assert_eq!(error.kind(), TransportErrorKind::DryRun),
///     other => panic!("{other:?}"),
/// }
/// # Ok::<(), b24::Error>(())
/// ```
pub struct DryRun(Box<Show>);

type Show = dyn Fn(&http::Request<Vec<u8>>) -> io::Result<()> + Send + Sync;

impl DryRun {
    /// Gives each request to a function.
    pub fn new(show: impl Fn(&http::Request<Vec<u8>>) + Send + Sync + 'static) -> Self {
        Self(Box::new(move |request| {
            show(request);
            Ok(())
        }))
    }

    /// Writes each request as text: its address, its header and its body.
    ///
    /// ```
    /// use b24::{Client, DryRun};
    ///
    /// let client = Client::builder()
    ///     .webhook("https://example.bitrix24.com/rest/1/c0de5ecret/")
    ///     .transport(DryRun::to(std::io::stdout()))
    ///     .build()?;
    /// let error = client.call_raw("server.time", &()).unwrap_err();
    /// assert_eq!(error.to_string(), "server.time: a dry run: nothing was sent");
    /// # Ok::<(), b24::Error>(())
    /// ```
    pub fn to(writer: impl Write + Send + 'static) -> Self {
        let writer = Mutex::new(writer);
        Self(Box::new(move |request| {
            let mut text = format!("{} {}\n", request.method(), request.uri()).into_bytes();
            for (name, value) in request.headers() {
                text.extend([name.as_str().as_bytes(), b": ", value.as_bytes(), b"\n"].concat());
            }
            text.extend([b"\n", request.body().as_slice(), b"\n\n"].concat());
            // Whoever panicked while writing has written part of another request at worst.
            let mut writer = writer.lock().unwrap_or_else(PoisonError::into_inner);
            writer.write_all(&text)?;
            writer.flush()
        }))
    }
}

/// The request without its secrets.
fn shown(request: &http::Request<Vec<u8>>) -> http::Request<Vec<u8>> {
    let redaction = Redaction::of(request);
    let mut shown = http::Request::new(redaction.body(request.headers(), request.body()));
    *shown.method_mut() = request.method().clone();
    // A host cannot hold `***`: then the path alone is shown.
    let address = redaction.address(request.uri());
    let path = redaction.address(&request.uri().path().parse().unwrap_or_default());
    *shown.uri_mut() = address
        .parse::<Uri>()
        .or_else(|_| path.parse())
        .unwrap_or_default();
    for (name, value) in request.headers() {
        let value = bytes(&redaction.header(name.as_str(), value));
        if let Ok(value) = HeaderValue::from_bytes(&value) {
            shown.headers_mut().append(name, value);
        }
    }
    shown
}

impl Transport for DryRun {
    fn send(
        &self,
        request: http::Request<Vec<u8>>,
        _: &Limits,
    ) -> Result<http::Response<Vec<u8>>, TransportError> {
        Err(match (self.0)(&shown(&request)) {
            Ok(()) => TransportError::new(TransportErrorKind::DryRun, false, ""),
            Err(error) => {
                let detail = format!("the dry run cannot be shown: {error}");
                TransportError::new(TransportErrorKind::Other, false, detail)
            }
        })
    }

    fn wants_redaction(&self) -> bool {
        true
    }
}

impl fmt::Debug for DryRun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DryRun")
    }
}
