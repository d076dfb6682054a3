//! What kind of portal the sandbox plays.

use std::time::Duration;

use crate::{clock::Clock, limits::Rate, oauth::Application};

/// The documentation's example; a portal's own is configured.
const OPERATING_LIMIT: Duration = Duration::from_mins(8);

/// How long the web server waits for an answer.
const BATCH_LIMIT: Duration = Duration::from_mins(1);

/// Chosen once, before the start.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    pub(crate) edition: Edition,
    pub(crate) time: TimeStyle,
    pub(crate) statuses: Statuses,
    /// Refuse webhooks over plain HTTP, as every real portal does.
    pub(crate) https_only: bool,
    pub(crate) clock: Clock,
    pub(crate) rate: RateLimit,
    pub(crate) application: Application,
    /// Whether a refresh token can be used repeatedly.
    pub(crate) reusable_refresh: bool,
    /// Whether the authorization server keeps descriptions to itself.
    pub(crate) bare_oauth_errors: bool,
    /// That of the edition, where nothing is said.
    pub(crate) operating_limit: Option<Duration>,
    pub(crate) payer: Payer,
    /// After how long a batch is cut off.
    pub(crate) batch_limit: Duration,
    /// How many requests are remembered; all, where nothing is said.
    pub(crate) kept_requests: Option<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Edition {
    Cloud,
    OnPremise,
}

/// How `start` and `processing` are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TimeStyle {
    Integers,
    Floats,
}

/// For what the running time of a batch's commands counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Payer {
    #[default]
    Methods,
    Batch,
}

/// Which statuses to send where the server and its documentation disagree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Statuses {
    Observed,
    Documented,
}

/// How many requests are let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RateLimit {
    OfEdition,
    Set(Rate),
    Unlimited,
}

impl Settings {
    pub(crate) fn is_cloud(&self) -> bool {
        self.edition == Edition::Cloud
    }

    /// Whether `time` tells how long methods have run.
    pub(crate) fn shows_operating(&self) -> bool {
        self.is_cloud() || self.payer == Payer::Batch
    }

    pub(crate) fn rate(&self) -> Option<Rate> {
        match self.rate {
            RateLimit::OfEdition => self.is_cloud().then_some(Rate::STANDARD),
            RateLimit::Set(rate) => Some(rate),
            RateLimit::Unlimited => None,
        }
    }

    pub(crate) fn operating_limit(&self) -> Option<Duration> {
        let of_edition = self.is_cloud().then_some(OPERATING_LIMIT);
        self.operating_limit.or(of_edition)
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            edition: Edition::Cloud,
            time: TimeStyle::Integers,
            statuses: Statuses::Observed,
            https_only: false,
            clock: Clock::System,
            rate: RateLimit::OfEdition,
            operating_limit: None,
            payer: Payer::Methods,
            batch_limit: BATCH_LIMIT,
            application: Application::default(),
            reusable_refresh: false,
            bare_oauth_errors: false,
            kept_requests: None,
        }
    }
}
