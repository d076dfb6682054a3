//! The one application of a portal.

use std::fmt;

/// Of a local application.
pub(crate) const CLIENT_ID: &str = "local.sandbox000000.00000000";
const CLIENT_SECRET: &str = "sandboxsecret0000";

/// The local application of a sandbox portal, whose are all its tokens. Made by
/// [`Portal::application`](crate::Portal::application).
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Application {
    /// `client_id`
    pub client_id: String,
    /// `client_secret`
    pub client_secret: String,
    /// Where the portal sends people who have authorized it.
    pub redirect_uri: String,
}

impl Application {
    pub(crate) fn new(redirect_uri: String) -> Self {
        Self {
            client_id: CLIENT_ID.to_owned(),
            client_secret: CLIENT_SECRET.to_owned(),
            redirect_uri,
        }
    }
}

impl Default for Application {
    fn default() -> Self {
        Self::new("https://app.example/oauth".to_owned())
    }
}

/// Without the secret.
impl fmt::Debug for Application {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Application")
            .field("client_id", &self.client_id)
            .field("redirect_uri", &self.redirect_uri)
            .finish_non_exhaustive()
    }
}
