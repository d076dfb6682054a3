//! Whom a TLS connection trusts.

use std::fmt;
use std::sync::Arc;

use ureq::tls::{Certificate, PemItem, RootCerts, parse_pem};

use crate::error::ConfigError;

/// The certificate authorities that a [`UreqTransport`](crate::UreqTransport) trusts.
///
/// A portal's certificate is always verified: a company that signs its own gives its authority.
///
/// ```
/// use b24::{TlsRoots, UreqTransport};
///
/// let error = TlsRoots::pem(b"what is no certificate").unwrap_err();
/// assert_eq!(error.to_string(), "certificates: there are none in PEM; expected -----BEGIN CERTIFICATE-----");
///
/// let transport = UreqTransport::builder().tls_roots(TlsRoots::bundled()).build();
/// # let _ = transport;
/// # Ok::<(), b24::ConfigError>(())
/// ```
#[derive(Clone, Default)]
pub struct TlsRoots(Roots);

#[derive(Clone, Default)]
enum Roots {
    #[default]
    Bundled,
    Pem(Arc<Vec<Certificate<'static>>>),
    #[cfg(feature = "system-roots")]
    System,
}

impl TlsRoots {
    /// Those that browsers trust, as they shipped with the program: the default. They are the same on
    /// every machine, and need none to be installed.
    #[must_use]
    pub fn bundled() -> Self {
        Self(Roots::Bundled)
    }

    /// These and no others: one certificate or several, in PEM.
    ///
    /// # Errors
    /// If one is broken, or there are none.
    pub fn pem(text: &[u8]) -> Result<Self, ConfigError> {
        let refuse = |problem: &str| {
            ConfigError::new(
                "certificates",
                format!("{problem}; expected -----BEGIN CERTIFICATE-----"),
            )
        };
        let mut certificates = Vec::new();
        for item in parse_pem(text) {
            // A key beside a certificate does no harm here.
            if let PemItem::Certificate(certificate) = item.map_err(|_| refuse("one is broken"))? {
                certificates.push(certificate);
            }
        }
        if certificates.is_empty() {
            return Err(refuse("there are none in PEM"));
        }
        Ok(Self(Roots::Pem(Arc::new(certificates))))
    }

    /// Those of the machine, as its system verifies them: for a company whose administrators install
    /// its authority there.
    #[cfg(feature = "system-roots")]
    #[must_use]
    pub fn system() -> Self {
        Self(Roots::System)
    }

    pub(super) fn certificates(&self) -> RootCerts {
        match &self.0 {
            Roots::Bundled => RootCerts::WebPki,
            Roots::Pem(certificates) => RootCerts::Specific(Arc::clone(certificates)),
            #[cfg(feature = "system-roots")]
            Roots::System => RootCerts::PlatformVerifier,
        }
    }
}

impl fmt::Debug for TlsRoots {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Roots::Bundled => f.write_str("TlsRoots(bundled)"),
            Roots::Pem(certificates) => write!(f, "TlsRoots({} in PEM)", certificates.len()),
            #[cfg(feature = "system-roots")]
            Roots::System => f.write_str("TlsRoots(the system's)"),
        }
    }
}
