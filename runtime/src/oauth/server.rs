//! The server that gives tokens.

use crate::error::ConfigError;
use crate::portal;

/// The server that exchanges a code for tokens, and a refresh token for new ones.
///
/// There are two, each for the portals of some countries. Unless an
/// [`Application`](crate::Application) is told which, the one that came with the tokens is asked,
/// otherwise the one of the portal's zone. Source:
/// [the protocol](https://apidocs.bitrix24.com/settings/oauth/index.html).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AuthorizationServer {
    /// `oauth.bitrix.info`.
    World,
    /// `oauth.bitrix24.tech`, for portals of the zones am, az, by, ge, kg, kz, ru and uz.
    Region,
    /// The address of another, such as one made for a test: `https`, or `http` on this machine.
    Custom(String),
}

const REGION: [&str; 8] = ["am", "az", "by", "ge", "kg", "kz", "ru", "uz"];

impl AuthorizationServer {
    /// Scheme and authority.
    pub(super) fn origin(&self) -> &str {
        match self {
            Self::World => "https://oauth.bitrix.info",
            Self::Region => "https://oauth.bitrix24.tech",
            Self::Custom(origin) => origin,
        }
    }

    /// The same server, its address checked: the application's secret goes there.
    pub(super) fn checked(self) -> Result<Self, ConfigError> {
        match self {
            Self::Custom(address) => portal::bare_origin("authorization server", &address).map(Self::Custom),
            known => Ok(known),
        }
    }

    /// One of the two servers, by an address that came with tokens. Whoever sends an application a
    /// request can name any address there, so no other is trusted with the application's secret.
    pub(super) fn trusted(endpoint: &str) -> Option<Self> {
        [Self::World, Self::Region].into_iter().find(|server| {
            let path = endpoint.strip_prefix(server.origin());
            path.is_some_and(|path| path.is_empty() || path.starts_with('/'))
        })
    }

    /// The server for the portal of this origin.
    pub(super) fn of_portal(origin: &str) -> Self {
        let uri = origin.parse::<http::Uri>().ok();
        let host = uri.as_ref().and_then(http::Uri::host).unwrap_or_default();
        let zone = host.rsplit('.').next().unwrap_or_default();
        if REGION.iter().any(|known| known.eq_ignore_ascii_case(zone)) {
            Self::Region
        } else {
            Self::World
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_portal_is_served_by_the_server_of_its_zone() {
        use AuthorizationServer::{Region, World};
        for (portal, server) in [
            ("https://example.bitrix24.com", World),
            ("https://example.bitrix24.com.br", World),
            ("https://example.bitrix24.ru", Region),
            ("https://EXAMPLE.BITRIX24.KZ", Region),
            ("https://b24.acme.by:8443", Region),
            ("https://rural", World),
            ("http://127.0.0.1:8080", World),
        ] {
            assert_eq!(AuthorizationServer::of_portal(portal), server, "{portal}");
        }
    }

    #[test]
    fn an_address_that_came_with_tokens_is_one_of_the_two_or_none() {
        let trusted = AuthorizationServer::trusted;
        assert_eq!(
            trusted("https://oauth.bitrix.info/rest/"),
            Some(AuthorizationServer::World)
        );
        assert_eq!(
            trusted("https://oauth.bitrix24.tech/rest/"),
            Some(AuthorizationServer::Region)
        );
        for foreign in [
            "",
            "oauth.bitrix.info",
            "http://oauth.bitrix.info/rest/",
            "https://oauth.bitrix.info.example.com/rest/",
            "https://oauth.bitrix.info@example.com/rest/",
            "https://oauth.bitrix.info:444/rest/",
            "https://example.com/?https://oauth.bitrix.info/rest/",
        ] {
            assert_eq!(trusted(foreign), None, "{foreign}");
        }
    }
}
