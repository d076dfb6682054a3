//! What kind of portal the sandbox plays.

use crate::clock::Clock;

/// Chosen once, before the start.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    pub(crate) edition: Edition,
    pub(crate) time: TimeStyle,
    pub(crate) statuses: Statuses,
    /// Refuse webhooks over plain HTTP, as every real portal does.
    pub(crate) https_only: bool,
    pub(crate) clock: Clock,
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

/// Which statuses to send where the server and its documentation disagree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Statuses {
    Observed,
    Documented,
}

impl Settings {
    pub(crate) fn is_cloud(&self) -> bool {
        self.edition == Edition::Cloud
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
            kept_requests: None,
        }
    }
}
