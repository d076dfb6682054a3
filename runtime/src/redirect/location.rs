//! What a header `Location` says.

use http::HeaderValue;
use http::uri::{Scheme, Uri};

use crate::portal::is_loopback;

/// The scheme, host and port of an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Origin {
    https: bool,
    /// In small letters, with the port unless it is that of the scheme.
    authority: String,
    /// How much of the authority is the host.
    host: usize,
}

impl Origin {
    pub(super) fn parse(origin: &str) -> Option<Self> {
        Self::of(&origin.parse().ok()?)
    }

    /// `None` where there is no host, another scheme, or a user's name: whoever wrote that means
    /// something else than a portal.
    fn of(uri: &Uri) -> Option<Self> {
        let https = match uri.scheme()? {
            scheme if *scheme == Scheme::HTTPS => true,
            scheme if *scheme == Scheme::HTTP => false,
            _ => return None,
        };
        let given = uri.authority()?;
        let name = given.host().to_ascii_lowercase();
        let host = name.len();
        // A port that is no number is not told from none by `http`.
        let port = &given.as_str().get(host..)?;
        let named = given.as_str().get(..host)?.eq_ignore_ascii_case(given.host());
        if host == 0 || !named || (!port.is_empty() && given.port_u16().is_none()) {
            return None;
        }
        let usual = if https { 443 } else { 80 };
        let authority = match given.port_u16() {
            Some(port) if port != usual => format!("{name}:{port}"),
            _ => name,
        };
        Some(Self {
            https,
            authority,
            host,
        })
    }

    pub(super) fn as_str(&self) -> String {
        let scheme = if self.https { "https" } else { "http" };
        format!("{scheme}://{}", self.authority)
    }

    pub(super) fn authority(&self) -> &str {
        &self.authority
    }

    pub(super) fn host(&self) -> &str {
        &self.authority[..self.host]
    }

    pub(super) fn is_loopback(&self) -> bool {
        is_loopback(self.host())
    }

    /// Whether nobody on the way can read what goes there.
    pub(super) fn is_private(&self) -> bool {
        self.https || self.is_loopback()
    }
}

/// The address that a header names.
pub(super) struct Location {
    pub(super) origin: Origin,
    pub(super) path: String,
    query: Option<String>,
}

impl Location {
    /// Reads it against the origin that sent it; `None` where it is no address.
    pub(super) fn resolve(header: &HeaderValue, base: &Origin) -> Option<Self> {
        let text = header.to_str().ok()?;
        // What browsers take for slashes leads elsewhere than it seems.
        if text.contains('\\') {
            return None;
        }
        let absolute = if text.starts_with("//") {
            format!("{}:{text}", if base.https { "https" } else { "http" })
        } else if text.starts_with('/') {
            format!("{}{text}", base.as_str())
        } else {
            text.to_owned()
        };
        let uri: Uri = absolute.parse().ok()?;
        Some(Self {
            origin: Origin::of(&uri)?,
            path: uri.path().to_owned(),
            query: uri.query().map(str::to_owned),
        })
    }

    /// Whether it has this path and query, a slash at the path's end aside.
    pub(super) fn is_at(&self, wanted: &str) -> bool {
        let (path, query) = match wanted.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (wanted, None),
        };
        self.path.trim_end_matches('/') == path.trim_end_matches('/') && self.query.as_deref() == query
    }
}
