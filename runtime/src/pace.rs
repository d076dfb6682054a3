//! When the next request may be sent, so that the portal need not refuse it.

mod permit;

pub(crate) use permit::{Patience, Permit};

use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use crate::clock::Clock;
use crate::error::{ConfigError, PaceError};
use crate::time::Time;

/// How fast a client calls its portal. Cheap to clone; clones keep one pace together.
#[derive(Debug, Clone, Default)]
pub struct Pace {}

/// The computing time that a method has used up, as the portal last told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Operating {
    used: Duration,
    resets_at: Option<SystemTime>,
}

impl Operating {
    /// How much of it within the last ten minutes.
    #[must_use]
    pub fn used(&self) -> Duration {
        self.used
    }

    /// When the portal forgets the oldest part of it.
    #[must_use]
    pub fn resets_at(&self) -> Option<SystemTime> {
        self.resets_at
    }
}

#[allow(
    clippy::unused_self,
    clippy::needless_pass_by_value,
    clippy::unnecessary_wraps
)] // a skeleton
impl Pace {
    /// What portals of most plans allow: 50 requests at once, and 2 a second from then on.
    #[must_use]
    pub fn standard() -> Self {
        Self::default()
    }

    /// What portals of the Enterprise plan allow: 250 requests at once, and 5 a second from then on.
    #[must_use]
    pub fn enterprise() -> Self {
        Self::default()
    }

    /// As fast as the program calls, for a portal of one's own that limits nobody.
    #[must_use]
    pub fn unlimited() -> Self {
        Self::default()
    }

    /// So many requests at once, and so many a second from then on.
    ///
    /// # Errors
    /// [`ConfigError`] if either is nothing at all.
    pub fn custom(burst: u32, per_second: f64) -> Result<Self, ConfigError> {
        let _ = (burst, per_second);
        Ok(Self::default())
    }

    /// The same, where a method may use up so much computing time within ten minutes.
    #[must_use]
    pub fn operating_limit(self, limit: Duration) -> Self {
        let _ = limit;
        self
    }

    /// The same, kept together with all processes of this machine that share through the same file.
    ///
    /// # Errors
    /// [`ConfigError`] if the file cannot be used.
    pub fn shared_through(self, file: impl Into<PathBuf>) -> Result<Self, ConfigError> {
        let _ = file.into();
        Ok(self)
    }

    /// The computing time that a method has used up, as the portal last told.
    #[must_use]
    pub fn operating(&self, method: &str) -> Option<Operating> {
        let _ = method;
        None
    }

    /// Waits for the turn of a call.
    pub(crate) fn take<'a>(
        &'a self,
        clock: &'a dyn Clock,
        method: &'a str,
        patience: Patience,
    ) -> Result<Permit<'a>, PaceError> {
        let _ = (patience.at_once, patience.deadline);
        Ok(Permit {
            pace: self,
            clock,
            method,
            waited: Duration::ZERO,
        })
    }

    /// Notes what the portal told about a method that ran as a part of another call.
    pub(crate) fn record(&self, clock: &dyn Clock, method: &str, time: &Time) {
        let _ = (clock, method, time);
    }
}
