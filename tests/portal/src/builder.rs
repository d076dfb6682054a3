//! What can be chosen before a portal starts.

use std::{io, time::Duration};

use crate::{
    Portal, TurnedClock,
    clock::Clock,
    limits::Rate,
    oauth::Application,
    settings::{Edition, Payer, RateLimit, Settings, Statuses, TimeStyle},
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
    /// A self-hosted portal: no `operating` and `operating_reset_at` in `time` unless
    /// [`batch_pays`](Self::batch_pays), no `X-Bitrix-Rest-Time` header, and no limits but those
    /// that are set.
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
    /// `INVALID_CREDENTIALS` and `insufficient_scope`, 400 for `INVALID_REQUEST`, 503 for
    /// `OVERLOAD_LIMIT`.
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

    /// Where the portal sends people who have let its application in;
    /// `https://app.example/oauth` unless told otherwise.
    #[must_use]
    pub fn redirect_uri(mut self, address: &str) -> Self {
        self.settings.application = Application::new(address.to_owned());
        self
    }

    /// A refresh token can be used again after it was exchanged. Unless told so it cannot, which
    /// shows what an application loses that does not keep the new one.
    #[must_use]
    pub fn lenient_rotation(mut self) -> Self {
        self.settings.reusable_refresh = true;
        self
    }

    /// The authorization server sends errors without `error_description`, as real ones do at
    /// times.
    #[must_use]
    pub fn bare_oauth_errors(mut self) -> Self {
        self.settings.bare_oauth_errors = true;
        self
    }

    /// The limit of the tariff Enterprise: 250 requests at once, and 5 a second after them.
    #[must_use]
    pub fn enterprise(mut self) -> Self {
        self.settings.rate = RateLimit::Set(Rate::ENTERPRISE);
        self
    }

    /// So many requests at once, and so many a second after them; the others are refused with
    /// `QUERY_LIMIT_EXCEEDED`. Unless told so it is 50 and 2, as in the cloud. A rate that is
    /// not positive means that no more come after the first ones.
    ///
    /// ```
    /// let portal = b24_portal::Portal::builder().rate_limit(10, 0.5).start()?;
    /// # Ok::<(), std::io::Error>(())
    /// ```
    #[must_use]
    pub fn rate_limit(mut self, burst: u32, per_second: f64) -> Self {
        self.settings.rate = RateLimit::Set(Rate::new(burst, per_second));
        self
    }

    /// Any number of requests, for tests about something else.
    #[must_use]
    pub fn unlimited(mut self) -> Self {
        self.settings.rate = RateLimit::Unlimited;
        self
    }

    /// How long a method may run in ten minutes for one application or webhook before it is
    /// refused with `OPERATION_TIME_LIMIT`; 480 seconds unless told otherwise.
    /// [`Portal::cost`] says how long a run takes.
    #[must_use]
    pub fn operating_limit(mut self, limit: Duration) -> Self {
        self.settings.operating_limit = Some(limit);
        self
    }

    /// The running time of a batch's commands counts for `batch` as a whole, as on portals of one's
    /// own, and `time` tells one figure for all of them. Unless told so it counts for the methods
    /// of the commands, as in the cloud, and `batch` itself takes none.
    ///
    /// ```
    /// let portal = b24_portal::Portal::builder().on_premise().batch_pays().start()?;
    /// # Ok::<(), std::io::Error>(())
    /// ```
    #[must_use]
    pub fn batch_pays(mut self) -> Self {
        self.settings.payer = Payer::Batch;
        self
    }

    /// How long a batch may take by the running times that [`Portal::cost`] and
    /// [`Rows::cost_per_row`](crate::Rows::cost_per_row) set; a minute unless told otherwise. A batch that would take longer is cut off: it is answered with 504 and a
    /// page, though the commands before have run. Calls of single methods are never cut off.
    #[must_use]
    pub fn batch_limit(mut self, limit: Duration) -> Self {
        self.settings.batch_limit = limit;
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
