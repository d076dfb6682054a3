//! What a test does to the address of a portal.

use std::{
    io,
    sync::{Arc, PoisonError},
};

use super::{Portal, serve};
use crate::{http::Door, redirect::Redirect};

impl Portal {
    /// Renames the portal: it listens at another address too, which is returned and has no slash
    /// at the end, and answers everything at its former ones with status 302 and the new place.
    /// What it knows it keeps: webhooks, tokens, chats. [`url`](Self::url) and
    /// [`webhook`](Self::webhook) tell the first address.
    ///
    /// ```
    /// let portal = b24_portal::Portal::start()?;
    /// let new = portal.rename()?;
    /// assert_ne!(new, portal.url());
    /// # Ok::<(), std::io::Error>(())
    /// ```
    ///
    /// # Errors
    /// Where the system grants no other loopback port or no thread.
    pub fn rename(&self) -> io::Result<String> {
        let server = serve(&self.sandbox)?;
        let url = format!("http://{}", server.door().address());
        self.move_to(&url);
        let mut renamed = self.renamed.lock().unwrap_or_else(PoisonError::into_inner);
        renamed.push(server);
        Ok(url)
    }

    /// Of all addresses.
    pub(super) fn doors(&self) -> Vec<Arc<Door>> {
        let renamed = self.renamed.lock().unwrap_or_else(PoisonError::into_inner);
        let servers = std::iter::once(&self.server).chain(renamed.iter());
        servers.map(|server| Arc::clone(server.door())).collect()
    }

    /// From now on everything is answered with status 302, and the place at `url` where the same
    /// path and query are: another portal's address, or anything that a client should not
    /// follow. The authorization server stays.
    pub fn move_to(&self, url: &str) {
        self.move_with_status(302, url);
    }

    /// As [`move_to`](Self::move_to), with another status: 301, 303, 307, 308.
    pub fn move_with_status(&self, status: u16, url: &str) {
        let url = url.trim_end_matches('/').to_owned();
        self.sandbox().redirect = Redirect::Moved { status, url };
    }

    /// From now on everything is answered with status 302 and the place of one and the same page,
    /// that page too, as a portal on premise does whose licence has ended.
    pub fn expire_licence(&self) {
        self.sandbox().redirect = Redirect::Unlicensed;
    }

    /// Ends what [`rename`](Self::rename), [`move_to`](Self::move_to) or
    /// [`expire_licence`](Self::expire_licence) began.
    pub fn stop_redirecting(&self) {
        self.sandbox().redirect = Redirect::None;
    }
}
