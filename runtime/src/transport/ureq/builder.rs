//! The default transport with settings of its own.

use ureq::tls::TlsConfig;
use ureq::{Agent, Proxy};

use super::{UreqTransport, settings};
use crate::error::ConfigError;
use crate::transport::{Limits, TlsRoots};

/// Settings of a [`UreqTransport`]; made by [`UreqTransport::builder`].
///
/// ```
/// use b24::{Client, UreqTransport};
///
/// let transport = UreqTransport::builder().proxy("http://proxy.example.com:3128").build()?;
/// let client = Client::builder()
///     .webhook("https://example.bitrix24.com/rest/1/c0de5ecret/")
///     .transport(transport)
///     .build()?;
/// # let _ = client;
/// # Ok::<(), b24::Error>(())
/// ```
#[must_use = "a builder does nothing before `build`"]
#[derive(Debug, Clone, Default)]
pub struct UreqTransportBuilder {
    proxy: Through,
    roots: TlsRoots,
    limits: Limits,
}

/// Which proxy requests go through.
#[derive(Debug, Clone, Default)]
enum Through {
    #[default]
    Environment,
    None,
    /// Not one of the addresses that ureq takes; which one is not kept, for its password.
    Unusable,
    Given(Proxy),
}

impl UreqTransportBuilder {
    /// Requests go through this proxy, `http://HOST:PORT` or `http://USER:PASSWORD@HOST:PORT`, in place
    /// of what the environment names in `ALL_PROXY`, `HTTPS_PROXY` or `HTTP_PROXY`, with the exceptions
    /// of `NO_PROXY`.
    ///
    /// A proxy learns the portal's name and no more; what goes to this machine over `http` takes none.
    /// The password is shown nowhere.
    pub fn proxy(mut self, url: &str) -> Self {
        self.proxy = Proxy::new(url).map_or(Through::Unusable, Through::Given);
        self
    }

    /// Requests go through no proxy, whatever the environment says.
    pub fn no_proxy(mut self) -> Self {
        self.proxy = Through::None;
        self
    }

    /// TLS trusts these authorities; [those that browsers trust](TlsRoots::bundled) unless set.
    pub fn tls_roots(mut self, roots: TlsRoots) -> Self {
        self.roots = roots;
        self
    }

    /// Most requests will have these limits: those with others cost a little more, as long as no TLS
    /// connection was made with these.
    pub fn limits(mut self, limits: &Limits) -> Self {
        self.limits = limits.clone();
        self
    }

    /// Makes the transport; nothing is sent.
    ///
    /// # Errors
    /// If the proxy's address is not one.
    ///
    /// ```
    /// use b24::UreqTransport;
    ///
    /// let error = UreqTransport::builder().proxy("ftp://me:pa55@proxy").build().unwrap_err();
    /// assert_eq!(error.to_string(), "proxy: its address is unusable; expected http://HOST:PORT or http://USER:PASSWORD@HOST:PORT");
    /// ```
    pub fn build(self) -> Result<UreqTransport, ConfigError> {
        let tls = TlsConfig::builder().root_certs(self.roots.certificates()).build();
        let mut agent = settings!(Agent::config_builder(), &self.limits).tls_config(tls);
        agent = match self.proxy {
            Through::Environment => agent, // ureq's own default
            Through::None => agent.proxy(None),
            Through::Given(proxy) => agent.proxy(Some(proxy)),
            Through::Unusable => {
                return Err(ConfigError::new(
                    "proxy",
                    "its address is unusable; expected http://HOST:PORT or http://USER:PASSWORD@HOST:PORT",
                ));
            }
        };
        Ok(UreqTransport::new(agent.build().new_agent()))
    }
}
