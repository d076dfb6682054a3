//! What a test sees and does of the application and its tokens.

use super::Portal;
use crate::{oauth, oauth::Application};

impl Portal {
    /// The application of the portal: what a program needs to ask for tokens. The authorization
    /// server is the portal itself.
    ///
    /// ```
    /// let portal = b24_portal::Portal::start()?;
    /// let application = portal.application();
    /// let token_request = format!(
    ///     "grant_type=authorization_code&client_id={}&client_secret={}&code={}",
    ///     application.client_id, application.client_secret, portal.authorize(),
    /// );
    /// // … to be posted as a form:
    /// let address = format!("{}/oauth/token/", portal.url());
    /// # let _ = (token_request, address);
    /// # Ok::<(), std::io::Error>(())
    /// ```
    #[must_use]
    pub fn application(&self) -> Application {
        self.sandbox().settings.application.clone()
    }

    /// A code as the portal gives it to an application that a person has let in. It works once,
    /// within 30 seconds.
    #[must_use]
    pub fn authorize(&self) -> String {
        let mut sandbox = self.sandbox();
        let now = sandbox.settings.clock.now();
        sandbox.grants.code(now)
    }

    /// A new pair of tokens, as JSON: what the authorization server answers. The access token
    /// lives an hour, the refresh token 180 days.
    ///
    /// ```
    /// let portal = b24_portal::Portal::start()?;
    /// let tokens: serde_json::Value = serde_json::from_str(&portal.tokens())?;
    /// assert_eq!(tokens["expires_in"], 3600);
    /// assert_eq!(tokens["client_endpoint"], format!("{}/rest/", portal.url()));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    #[must_use]
    pub fn tokens(&self) -> String {
        oauth::first_tokens(&mut self.sandbox())
    }

    /// Makes every access token `expired_token` at once, that of [`token`](Self::token) too.
    /// Refresh tokens go on working.
    pub fn expire_tokens(&self) {
        self.sandbox().grants.expire();
    }

    /// How many times a refresh token was exchanged for a new pair. All requests for tokens, the
    /// refused ones too, are [`executions`](Self::executions) of `oauth/token`, under which
    /// name their answers can be scripted as well.
    #[must_use]
    pub fn renewals(&self) -> usize {
        self.sandbox().grants.renewals()
    }

    /// Removes the application: its access tokens are `ERROR_OAUTH`, its refresh tokens
    /// `NOT_INSTALLED`. Webhooks go on working.
    pub fn uninstall(&self) {
        self.sandbox().grants.removed = true;
    }
}
