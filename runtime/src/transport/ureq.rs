//! The transport over `ureq`.

mod builder;

use std::io::{self, Read};
use std::time::Duration;

use http::uri::Scheme;
use ureq::{Agent, Body, SendBody, Timeout};

pub use self::builder::UreqTransportBuilder;

use super::{Limits, Transport};
use crate::error::{TransportError, TransportErrorKind as Kind};

/// The settings of an agent or of one request: ureq has no name for what the two have in common.
macro_rules! settings {
    ($builder:expr, $limits:expr) => {{
        let [connect, resolve, attempt] = $crate::transport::ureq::timeouts($limits);
        $builder
            // Bodies of errors are wanted; a redirect would become a GET without its body.
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_connect(connect)
            .timeout_resolve(resolve)
            .timeout_global(attempt)
            .max_response_header_size($crate::transport::ureq::header_size($limits))
    }};
}
pub(super) use settings;

/// The transport that a [`Client`](crate::Client) uses unless told otherwise: `ureq`, which keeps
/// connections open, with TLS by rustls and the certificate authorities that ship with it.
///
/// ```
/// use b24::{Client, UreqTransport};
///
/// let client = Client::builder()
///     .webhook("https://example.bitrix24.com/rest/1/c0de5ecret/")
///     .transport(UreqTransport::builder().no_proxy().build()?)
///     .build()?;
/// # let _ = client;
/// # Ok::<(), b24::Error>(())
/// ```
///
/// # Logs
/// At the level *trace*, `ureq` writes whole addresses to the log, and a webhook's address is a secret:
/// keep the log's targets `ureq` and `ureq_proto` at *debug* or above.
#[derive(Debug, Clone)]
pub struct UreqTransport {
    agent: Agent,
}

impl Default for UreqTransport {
    fn default() -> Self {
        Self::new(
            settings!(Agent::config_builder(), &Limits::default())
                .build()
                .new_agent(),
        )
    }
}

impl UreqTransport {
    /// A transport with a proxy or with certificate authorities of your own.
    pub fn builder() -> UreqTransportBuilder {
        UreqTransportBuilder::default()
    }

    /// A transport over an agent of your own, for what [`builder`](Self::builder) does not offer: a
    /// certificate of the client's, or another pool.
    ///
    /// Timeouts, redirects and statuses are set anew for each request; a request to this machine
    /// over `http` takes no proxy. An agent that verifies no certificates is not used: whoever answered
    /// would get the webhook's code or the token.
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

    /// Whether the agent's own settings will do for a request to an address of this scheme: then ureq
    /// keeps its TLS state from one connection to the next, and has no settings to copy.
    fn suits(&self, scheme: Option<&Scheme>, limits: &Limits) -> bool {
        let config = self.agent.config();
        let (timeouts, wanted) = (config.timeouts(), timeouts(limits));
        !config.http_status_as_error()
            && config.max_redirects() == 0
            && [timeouts.connect, timeouts.resolve, timeouts.global] == wanted
            && config.max_response_header_size() == header_size(limits)
            && (config.proxy().is_none() || scheme == Some(&Scheme::HTTPS))
    }
}

/// For connecting, for finding the host, and in all. ureq panics where the end of a timeout lies
/// beyond what a clock can show.
fn timeouts(limits: &Limits) -> [Option<Duration>; 3] {
    const LONGEST: Duration = Duration::from_hours(365 * 24);
    let connect = limits.connect.min(LONGEST);
    [connect, connect, limits.attempt.min(LONGEST)].map(Some)
}

/// A header has to fit into what ureq reads at once.
fn header_size(limits: &Limits) -> usize {
    const MOST: usize = 128 << 10;
    limits.header_size.min(MOST)
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
        let scheme = request.uri().scheme().cloned();
        if scheme == Some(Scheme::HTTPS) && self.agent.config().tls_config().disable_verification() {
            return Err(TransportError::new(
                Kind::Tls,
                false,
                "the agent verifies no certificates; let it trust the portal's authority",
            ));
        }
        if !self.suits(scheme.as_ref(), limits) {
            let mut own = settings!(self.agent.configure_request(request), limits);
            if scheme != Some(Scheme::HTTPS) {
                // Meant for this machine; a proxy could read it.
                own = own.proxy(None);
            }
            request = own.build();
        }
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
        Error::Timeout(_) => (Kind::Timeout, format!("longer than {:?} in all", limits.attempt)),
        // What TLS has to say about a handshake comes in this disguise.
        Error::Io(error) if error.kind() == io::ErrorKind::InvalidData => (Kind::Tls, error.to_string()),
        Error::Io(error) if !sent => (Kind::Connect, error.to_string()),
        Error::Io(error) => (Kind::Closed, error.to_string()),
        Error::BodyExceedsLimit(_) => (Kind::TooLarge, format!("more than {} bytes", limits.answer_size)),
        Error::LargeResponseHeader(..) => (
            Kind::TooLarge,
            format!("the header has more than {} bytes", header_size(limits)),
        ),
        Error::Tls(reason) => (Kind::Tls, reason.to_owned()),
        Error::Rustls(error) => (Kind::Tls, error.to_string()),
        Error::TlsRequired | Error::Pem(_) => (Kind::Tls, String::new()),
        Error::Protocol(error) => (Kind::Protocol, error.to_string()),
        Error::Decompress(what, _) => (Kind::Protocol, format!("cannot decompress {what}")),
        _ => (Kind::Other, String::new()),
    };
    TransportError::new(kind, sent, detail)
}
