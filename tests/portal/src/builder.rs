//! What can be chosen before a portal starts.

use std::io;

use crate::{
    Portal, TurnedClock,
    clock::Clock,
    settings::{Edition, Settings, Statuses, TimeStyle},
};

/// A portal to be; made with [`Portal::builder`]. Unless told otherwise it behaves as the cloud
/// does today.
///
/// ```
/// let portal = b24_portal::Portal::builder().on_premise().float_time().start()?;
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Builder {
    settings: Settings,
}

impl Builder {
    /// A self-hosted portal: no `operating` and `operating_reset_at` in `time`, no
    /// `X-Bitrix-Rest-Time` header.
    #[must_use]
    pub fn on_premise(mut self) -> Self {
        self.settings.edition = Edition::OnPremise;
        self
    }

    /// `start` and `processing` as floats, as older servers wrote them.
    #[must_use]
    pub fn float_time(mut self) -> Self {
        self.settings.time = TimeStyle::Floats;
        self
    }

    /// The statuses of the documentation where the server sends others: 403 for
    /// `INVALID_CREDENTIALS` and `insufficient_scope`, 400 for `INVALID_REQUEST`.
    #[must_use]
    pub fn documented_statuses(mut self) -> Self {
        self.settings.statuses = Statuses::Documented;
        self
    }

    /// Refuse webhooks with `INVALID_REQUEST`, as real portals do over plain HTTP.
    #[must_use]
    pub fn require_https(mut self) -> Self {
        self.settings.https_only = true;
        self
    }

    /// The time of the portal is that of `clock`, not the system's: in answers, for limits, and
    /// for what expires.
    #[must_use]
    pub fn clock(mut self, clock: &TurnedClock) -> Self {
        self.settings.clock = Clock::Turned(clock.clone());
        self
    }

    /// Remember the latest `count` requests only. Unless told so the portal keeps them all, which
    /// adds up where a test sends millions. What is counted stays counted.
    #[must_use]
    pub fn keep_requests(mut self, count: usize) -> Self {
        self.settings.kept_requests = Some(count);
        self
    }

    /// Starts the portal.
    ///
    /// # Errors
    /// Where the system grants no loopback port or no thread.
    pub fn start(self) -> io::Result<Portal> {
        Portal::launch(self.settings)
    }
}
