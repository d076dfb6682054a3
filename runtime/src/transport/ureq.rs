//! The transport over `ureq`.

use std::io::{self, Read};

use ureq::tls::TlsConfig;
use ureq::{Agent, Body, SendBody, Timeout};

use super::{Limits, Transport};
use crate::error::{TransportError, TransportErrorKind as Kind};

/// The transport that a [`Client`](crate::Client) uses unless told otherwise: `ureq`, which keeps
/// connections open, with TLS by rustls and the certificate authorities that ship with it.
#[derive(Debug, Clone)]
pub struct UreqTransport {
    agent: Agent,
}

impl Default for UreqTransport {
    fn default() -> Self {
        Self {
            agent: Agent::config_builder()
                .tls_config(TlsConfig::default())
                .build()
                .new_agent(),
        }
    }
}

impl UreqTransport {
    /// A transport over an agent of your own, for its proxy, its TLS settings or its pool.
    ///
    /// Timeouts, redirects and statuses are set anew for each request.
    ///
    /// ```
    /// use b24::UreqTransport;
    ///
    /// let agent = ureq::Agent::config_builder().max_idle_connections(1).build().new_agent();
    /// let transport = UreqTransport::new(agent);
    /// # let _ = transport;
    /// ```
    #[must_use]
    pub fn new(agent: Agent) -> Self {
        Self { agent }
    }
}

impl Transport for UreqTransport {
    fn send(
        &self,
        request: http::Request<Vec<u8>>,
        limits: &Limits,
    ) -> Result<http::Response<Vec<u8>>, TransportError> {
        let (parts, content) = request.into_parts();
        let mut body = Counted {
            content: &content,
            pulled: false,
        };
        let mut request = http::Request::from_parts(parts, SendBody::from_reader(&mut body));
        request
            .headers_mut()
            .insert(http::header::CONTENT_LENGTH, content.len().into());
        let request = self
            .agent
            .configure_request(request)
            // Bodies of errors are wanted; a redirect would become a GET without its body.
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_connect(Some(limits.connect))
            .timeout_resolve(Some(limits.connect))
            .timeout_global(Some(limits.overall))
            .build();
        let answer = self.agent.run(request);
        let sent = body.pulled;
        let (parts, body) = answer.map_err(|error| failure(error, sent, limits))?.into_parts();
        let content = read(body, limits).map_err(|error| failure(error, true, limits))?;
        Ok(http::Response::from_parts(parts, content))
    }
}

fn read(mut body: Body, limits: &Limits) -> Result<Vec<u8>, ureq::Error> {
    body.with_config().limit(limits.answer_size).read_to_vec()
}

/// The content of a request, which knows whether any of it was taken: as long as not, the portal
/// cannot have executed the call.
struct Counted<'a> {
    content: &'a [u8],
    pulled: bool,
}

impl Read for Counted<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.pulled = true;
        self.content.read(buffer)
    }
}

/// Takes over what may be shown: some of ureq's errors hold the address.
fn failure(error: ureq::Error, sent: bool, limits: &Limits) -> TransportError {
    use ureq::Error;

    let (kind, detail) = match error {
        Error::HostNotFound => (Kind::Connect, "the host was not found".to_owned()),
        Error::ConnectionFailed => (Kind::Connect, "no connection".to_owned()),
        Error::ConnectProxyFailed(_) => (Kind::Connect, "the proxy refused".to_owned()),
        Error::Timeout(phase @ (Timeout::Resolve | Timeout::Connect)) => (
            Kind::Timeout,
            format!("{phase} took longer than {:?}", limits.connect),
        ),
        Error::Timeout(phase) => (
            Kind::Timeout,
            format!("{phase}: longer than {:?} in all", limits.overall),
        ),
        Error::Io(error) if !sent => (Kind::Connect, error.kind().to_string()),
        Error::Io(error) => (Kind::Closed, error.kind().to_string()),
        Error::BodyExceedsLimit(_) => (Kind::TooLarge, format!("more than {} bytes", limits.answer_size)),
        Error::LargeResponseHeader(..) => (Kind::TooLarge, "the header".to_owned()),
        Error::Tls(reason) => (Kind::Tls, reason.to_owned()),
        Error::Rustls(error) => (Kind::Tls, error.to_string()),
        Error::TlsRequired | Error::Pem(_) => (Kind::Tls, String::new()),
        Error::Protocol(error) => (Kind::Protocol, error.to_string()),
        Error::Decompress(what, _) => (Kind::Protocol, format!("cannot decompress {what}")),
        _ => (Kind::Other, String::new()),
    };
    TransportError::new(kind, sent, detail)
}
