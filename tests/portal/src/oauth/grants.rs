//! What was handed out: codes, access tokens, refresh tokens.

use std::{
    collections::VecDeque,
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};

use crate::rest::{EXPIRED_TOKEN, TOKEN};

const CODE_LIVES: Duration = Duration::from_secs(30);
pub(super) const ACCESS_LIVES: Duration = Duration::from_hours(1);
const REFRESH_LIVES: Duration = Duration::from_hours(180 * 24);

/// More than an application renews in half a year; older ones are unknown.
const REMEMBERED: usize = 5000;

/// Numbers all that is handed out in this process: no portal knows another one's by chance.
static NUMBER: AtomicU64 = AtomicU64::new(1);

/// A pair as it is handed out.
#[derive(Debug)]
pub(super) struct Pair {
    pub(super) access: String,
    pub(super) refresh: String,
    pub(super) expires: Duration,
}

/// What an access token is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    Valid,
    Expired,
    Unknown,
    /// Of an application that was removed.
    Removed,
}

/// All grants of a portal's application.
#[derive(Debug, Default)]
pub(crate) struct Grants {
    codes: Issued,
    access: Issued,
    refresh: Issued,
    /// Of the token that every portal has from its start.
    first_expired: bool,
    pub(crate) removed: bool,
    renewals: usize,
    /// Whether a refresh token can be used repeatedly.
    reusable: bool,
}

impl Grants {
    pub(crate) fn new(reusable: bool) -> Self {
        Self {
            reusable,
            ..Self::default()
        }
    }

    /// How many pairs were renewed.
    pub(crate) fn renewals(&self) -> usize {
        self.renewals
    }

    pub(crate) fn access(&self, token: &str, now: Duration) -> Access {
        let state = match token {
            TOKEN if self.first_expired => State::Expired,
            TOKEN => State::Valid,
            EXPIRED_TOKEN => State::Expired,
            issued => self.access.state(issued, now),
        };
        match state {
            State::Unknown => Access::Unknown,
            _ if self.removed => Access::Removed,
            State::Expired => Access::Expired,
            State::Valid => Access::Valid,
        }
    }

    /// All access tokens are expired from now on; refresh tokens are not.
    pub(crate) fn expire(&mut self) {
        self.access.expire();
        self.first_expired = true;
    }

    pub(crate) fn code(&mut self, now: Duration) -> String {
        self.codes.issue("sandboxgrant", now + CODE_LIVES)
    }

    /// A code works once.
    pub(super) fn exchange(&mut self, code: &str, now: Duration) -> Result<Pair, State> {
        match self.codes.state(code, now) {
            State::Valid => {
                self.codes.spend(code);
                Ok(self.pair(now))
            }
            state => Err(state),
        }
    }

    pub(super) fn renew(&mut self, refresh: &str, now: Duration) -> Result<Pair, State> {
        match self.refresh.state(refresh, now) {
            State::Valid => {
                if !self.reusable {
                    self.refresh.spend(refresh);
                }
                self.renewals += 1;
                Ok(self.pair(now))
            }
            state => Err(state),
        }
    }

    /// A new pair. The tokens before it live on.
    pub(super) fn pair(&mut self, now: Duration) -> Pair {
        let expires = now + ACCESS_LIVES;
        Pair {
            access: self.access.issue("sandboxaccess", expires),
            refresh: self.refresh.issue("sandboxrefresh", now + REFRESH_LIVES),
            expires,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Valid,
    Expired,
    Unknown,
}

/// What was handed out of one kind, and when it expires; the oldest first.
#[derive(Debug, Default)]
struct Issued(VecDeque<(String, Duration)>);

impl Issued {
    fn issue(&mut self, kind: &str, expires: Duration) -> String {
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let text = format!("{kind}{number:016}");
        self.0.push_back((text.clone(), expires));
        if self.0.len() > REMEMBERED {
            self.0.pop_front();
        }
        text
    }

    fn state(&self, text: &str, now: Duration) -> State {
        // What is in use was mostly handed out last.
        match self.0.iter().rev().find(|(issued, _)| issued == text) {
            Some((_, expires)) if *expires <= now => State::Expired,
            Some(_) => State::Valid,
            None => State::Unknown,
        }
    }

    fn spend(&mut self, text: &str) {
        self.0.retain(|(issued, _)| issued != text);
    }

    fn expire(&mut self) {
        for (_, expires) in &mut self.0 {
            *expires = Duration::ZERO;
        }
    }
}
