//! How a request reaches a portal.

mod dry_run;
mod json;
mod recording;
mod redact;
mod roots;
mod ureq;

use std::sync::Arc;
use std::time::Duration;

pub use self::dry_run::DryRun;
pub use self::recording::{Recorder, Replay};
pub use self::redact::Redact;
pub use self::roots::TlsRoots;
pub use self::ureq::{UreqTransport, UreqTransportBuilder};

use crate::error::TransportError;

/// Sends one HTTP request and receives one answer.
///
/// A [`Client`](crate::Client) does everything else: a transport neither follows redirects nor
/// repeats a request. Implement it to use another HTTP library, or to answer in a test; requests and answers are
/// those of the crate `http`, version 1:
///
/// ```
/// use b24::{Client, Limits, Transport, TransportError, b24_method};
///
/// struct Canned;
///
/// impl Transport for Canned {
///     fn send(&self, request: http::Request<Vec<u8>>, _: &Limits) -> Result<http::Response<Vec<u8>>, TransportError> {
///         assert_eq!(request.uri().path(), "/rest/1/code/server.time");
///         Ok(http::Response::new(br#"{"result":"2026-02-24T13:19:39+03:00"}"#.to_vec()))
///     }
/// }
///
/// #[b24_method("server.time", returns = String)]
/// struct ServerTime;
///
/// let client = Client::builder()
///     .webhook("https://example.bitrix24.com/rest/1/code/")
///     .transport(Canned)
///     .build()?;
/// assert_eq!(ServerTime::new().call(&client)?.result, "2026-02-24T13:19:39+03:00");
/// # Ok::<(), b24::Error>(())
/// ```
pub trait Transport: Send + Sync {
    /// Sends `request` and receives the whole answer, whatever its status.
    ///
    /// The request's address may hold a webhook's code: it must not get into an error or a log.
    ///
    /// # Errors
    /// If no whole answer came within `limits`. The error says whether any of the body may have left.
    fn send(
        &self,
        request: http::Request<Vec<u8>>,
        limits: &Limits,
    ) -> Result<http::Response<Vec<u8>>, TransportError>;

    /// Whether each request should carry a [`Redact`] among its extensions: for a transport that
    /// writes requests down. Not, unless said otherwise, since the secrets are gathered for it.
    fn wants_redaction(&self) -> bool {
        false
    }
}

/// For whoever gives a transport away and wants to ask it something later.
impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(
        &self,
        request: http::Request<Vec<u8>>,
        limits: &Limits,
    ) -> Result<http::Response<Vec<u8>>, TransportError> {
        (**self).send(request, limits)
    }

    fn wants_redaction(&self) -> bool {
        (**self).wants_redaction()
    }
}

/// What one attempt at a call may cost: one request and its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// For finding the host and connecting; 10 s unless set.
    pub connect: Duration,
    /// For all of it; 70 s unless set, since a portal works on a request for up to 60 s.
    pub attempt: Duration,
    /// The size of an answer's body, decompressed, in bytes; 64 MiB unless set.
    pub answer_size: u64,
    /// The size of an answer's header in bytes; 64 KiB unless set, and with [`UreqTransport`] no more
    /// than 128 KiB.
    pub header_size: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            attempt: Duration::from_secs(70),
            answer_size: 64 << 20,
            header_size: 64 << 10,
        }
    }
}
