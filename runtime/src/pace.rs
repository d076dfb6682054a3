//! When the next request may be sent, so that the portal need not refuse it.

mod account;
mod bucket;
mod ledger;
mod permit;
mod queue;
mod shared;
mod sync;
#[cfg(test)]
mod tests;

pub(crate) use ledger::Runs;
pub(crate) use permit::{Patience, Permit};

use std::fmt;
use std::path::PathBuf;
use std::sync::{Arc, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use crate::clock::Clock;
use crate::error::{ConfigError, PaceError, PaceReason};
use crate::time::Time;
use bucket::Rate;
use ledger::Ledger;
use queue::Queue;
use sync::Mutex;

/// How fast a client calls its portal: one for each portal, shared by all that call it.
///
/// A portal of Bitrix24 limits two things, and refuses who passes the limit. A client keeps both
/// limits by waiting before it sends:
///
/// - **How many requests** come from one address. The portal counts them up, and down again so many
///   times a second; above a limit it takes none. The client counts along. Who comes first goes first, of
///   those that wait for the rate; a call whose method rests joins them once that is over. Where the
///   portal refuses all the same, somebody else calls it from the same address: the client then sends at
///   half its rate, at an eighth at least, and returns to the whole within minutes.
/// - **How much computing time** a method uses up within ten minutes, for each application or webhook
///   (`operating` in an answer's [`Time`]). The client keeps the latest that the portal told, expects
///   that the next run costs as much as the last ones did, and rests the method before it would pass
///   the limit, until the portal forgets. Then one call goes first, to see how much was forgotten.
///   Other methods go on.
///
/// Clones count together. Programs that call one portal from one machine count together through a
/// file ([`shared_through`](Self::shared_through)).
///
/// Source: [limits](https://apidocs.bitrix24.com/limits.html).
///
/// ```
/// use std::time::Duration;
///
/// use b24::{Client, Pace};
///
/// let portal = b24_portal::Portal::start()?;
///
/// // On the Enterprise plan, with 420 seconds for each method.
/// let pace = Pace::enterprise().operating_limit(Duration::from_secs(420));
/// let client = Client::builder().webhook(portal.webhook()).pace(pace).build()?;
///
/// client.call_raw("user.current", &())?;
/// if let Some(operating) = client.pace().operating("user.current") {
///     println!("{:?} of computing time in ten minutes", operating.used());
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Pace {
    queue: Arc<Queue>,
    ledger: Arc<Mutex<Ledger>>,
}

/// The computing time that a method has used up, as the portal last told; see [`Pace::operating`].
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

    /// When the portal forgets the oldest part of it, by the portal's clock.
    #[must_use]
    pub fn resets_at(&self) -> Option<SystemTime> {
        self.resets_at
    }
}

impl Pace {
    /// What portals of most plans take: 50 requests at once, and 2 a second from then on.
    ///
    /// ```
    /// use b24::Pace;
    ///
    /// assert_eq!(format!("{:?}", Pace::default()), format!("{:?}", Pace::standard()));
    /// ```
    #[must_use]
    pub fn standard() -> Self {
        Self::of(Rate::STANDARD)
    }

    /// What portals of the Enterprise plan take: 250 requests at once, and 5 a second from then on.
    #[must_use]
    pub fn enterprise() -> Self {
        Self::of(Rate::ENTERPRISE)
    }

    /// As many requests as the program makes, for a portal of one's own that limits nobody.
    ///
    /// Once the portal refuses one for there were too many, it gets no more than
    /// [`standard`](Self::standard) for some minutes.
    #[must_use]
    pub fn unlimited() -> Self {
        Self::of(Rate::UNLIMITED)
    }

    /// So many requests at once, and so many a second from then on.
    ///
    /// # Errors
    /// [`ConfigError`] if that is no rate: no requests at all, or fewer than one a day.
    ///
    /// ```
    /// use b24::Pace;
    ///
    /// assert!(Pace::custom(1, 0.2).is_ok()); // one every five seconds
    /// assert!(Pace::custom(0, 2.0).is_err());
    /// assert!(Pace::custom(50, 0.0).is_err());
    /// ```
    pub fn custom(burst: u32, per_second: f64) -> Result<Self, ConfigError> {
        Rate::new(burst, per_second).map(Self::of).ok_or_else(|| {
            let problem = format!("{burst} requests at once and {per_second} a second is no rate");
            ConfigError::new("pace", problem)
        })
    }

    fn of(rate: Rate) -> Self {
        Self {
            queue: Arc::new(Queue::new(rate)),
            ledger: Arc::new(Mutex::new(Ledger::new(ledger::USUAL_LIMIT))),
        }
    }

    /// The same, where a method may use up so much computing time within ten minutes; 480 seconds
    /// unless set.
    ///
    /// Where the portal refuses earlier, the client finds out, and for a day believes what it saw.
    #[must_use]
    pub fn operating_limit(self, limit: Duration) -> Self {
        Self {
            ledger: Arc::new(Mutex::new(Ledger::new(limit))),
            ..self
        }
    }

    /// The same rate, counted together with that of all processes that share through the same file,
    /// for the portal counts by address, not by program. One file for each portal.
    ///
    /// The file is a line of text, made where there is none; it may be removed while no program uses
    /// it. A process that is killed leaves nothing locked. Where the file cannot be used, or another process
    /// keeps it for a second, each counts for itself until it can be used again; a call that has less time
    /// waits for less.
    ///
    /// # Errors
    /// [`ConfigError`] if the file cannot be made or used, or holds something else: that is left alone.
    ///
    /// ```
    /// use b24::Pace;
    ///
    /// # let directory = std::env::temp_dir().join(format!("b24-pace-doc-{}", std::process::id()));
    /// # std::fs::create_dir_all(&directory)?;
    /// let pace = Pace::standard().shared_through(directory.join("example.bitrix24.com.pace"))?;
    ///
    /// std::fs::write(directory.join("letter.txt"), "Dear Anna, ...")?;
    /// let error = Pace::standard().shared_through(directory.join("letter.txt")).unwrap_err();
    /// assert!(error.to_string().ends_with("letter.txt: it holds something else, which is left alone"));
    /// # std::fs::remove_dir_all(&directory)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn shared_through(self, file: impl Into<PathBuf>) -> Result<Self, ConfigError> {
        let path = file.into();
        let queue = self.queue.shared(path.clone()).map_err(|error| {
            ConfigError::new("the file of the pace", format!("{}: {error}", path.display()))
        })?;
        Ok(Self {
            queue: Arc::new(queue),
            ..self
        })
    }

    /// The same for another webhook or application that calls the same portal from here: the requests
    /// are counted together, the computing time is not.
    #[must_use]
    pub fn with_own_ledger(&self) -> Self {
        let limit = self.ledger().configured();
        self.clone().operating_limit(limit)
    }

    /// The computing time that a method has used up, as the portal last told; `None` where it has not
    /// for some time, or does not count.
    ///
    /// ```
    /// let pace = b24::Pace::standard();
    /// assert_eq!(pace.operating("crm.deal.list"), None); // not called yet
    /// ```
    #[must_use]
    pub fn operating(&self, method: &str) -> Option<Operating> {
        self.ledger().operating(method)
    }

    /// Waits for the turn of a call, and of the runs that are within it, if it is a batch.
    pub(crate) fn take<'a>(
        &'a self,
        clock: &'a dyn Clock,
        method: &'a str,
        within: &'a [Runs<'a>],
        patience: Patience,
    ) -> Result<Permit<'a>, PaceError> {
        let mut waited = Duration::ZERO;
        loop {
            let taken = self.take_once(clock, method, within, patience, &mut waited);
            let (reason, wait) = match taken {
                Ok(permit) => return Ok(permit),
                Err(refused) => refused,
            };
            let too_long = patience.at_most(clock).is_some_and(|most| wait > most);
            if reason == PaceReason::Rate || too_long {
                return Err(PaceError::new(method, reason, wait, patience.at_once));
            }
            clock.sleep(wait);
            waited += wait;
        }
    }

    /// The same for a method that need not rest; otherwise tells for how long it has to. The rate is waited
    /// for, if there is time.
    fn take_once<'a>(
        &'a self,
        clock: &'a dyn Clock,
        method: &'a str,
        within: &'a [Runs<'a>],
        patience: Patience,
        waited: &mut Duration,
    ) -> Result<Permit<'a>, (PaceReason, Duration)> {
        let rests = |wait| (PaceReason::Operating, wait);
        let entered = self.ledger().enter(method, within, clock.now());
        entered.map_err(rests)?;
        // From here on the run counts, until this is dropped.
        let mut permit = Permit {
            pace: self,
            clock,
            method,
            within,
            waited: Duration::ZERO,
            refusals: None,
            storms: 0,
            sent: Duration::ZERO,
            spare: Duration::ZERO,
        };
        let sending = self.queue.wait(clock, || patience.at_most(clock));
        let sending = sending.map_err(|wait| (PaceReason::Rate, wait))?;
        *waited += sending.waited;
        // While this one waited, the portal may have refused the method.
        let sent = self.ledger().send(method, within, clock.now());
        let refusals = sent.map_err(|wait| {
            self.queue.hand_back(clock);
            rests(wait)
        })?;
        permit.refusals = Some(refusals);
        permit.waited = *waited;
        permit.storms = sending.storms;
        permit.sent = clock.now();
        permit.spare = sending.spare;
        Ok(permit)
    }

    /// How many of so many further runs of the method fit into its computing time; each waits for its own
    /// turn all the same, unless it is a part of another call.
    pub(crate) fn room(&self, clock: &dyn Clock, method: &str, most: u32) -> u32 {
        self.ledger().room(method, most, clock.now())
    }

    /// Notes what the portal told about a method that ran as a part of another call.
    pub(crate) fn record(&self, clock: &dyn Clock, method: &str, time: &Time) {
        self.note(clock, method, time, None);
    }

    /// The portal refused a run within a batch, for its method has used up its computing time.
    pub(crate) fn operating_limited(&self, clock: &dyn Clock, method: &str) {
        let now = clock.now();
        let mut ledger = self.ledger();
        let refusals = ledger.refusals(method, now);
        ledger.refused(method, refusals, now);
    }

    fn ledger(&self) -> MutexGuard<'_, Ledger> {
        self.ledger.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for Pace {
    fn default() -> Self {
        Self::standard()
    }
}

impl fmt::Debug for Pace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pace")
            .field("rate", self.queue.rate())
            .field("shared_through", &self.queue.path())
            .field("operating_limit", &self.ledger().configured())
            .finish_non_exhaustive()
    }
}
