//! Who waits for the portal's bucket, in the order in which they came.

use std::iter;
use std::path::{Path, PathBuf};
use std::sync::PoisonError;
use std::time::Duration;

use super::bucket::{Bucket, Rate, late};
use super::shared::{Locked, StateFile};
use super::sync::Mutex;
use crate::clock::Clock;

/// One bucket, and everybody who calls through it.
///
/// A turn is given away under the lock, so whoever asks first goes first, and knows for how long it
/// has to wait; the waiting itself holds no lock.
#[derive(Debug)]
pub(super) struct Queue {
    rate: Rate,
    kept: Mutex<Kept>,
    file: Option<StateFile>,
}

/// What this process knows.
#[derive(Debug)]
struct Kept {
    /// `None` until the first time is told. Where there is a file, what was last seen in it.
    bucket: Option<Bucket>,
    /// Whether the file could not be used the last time.
    alone: bool,
}

/// For how long a call waits for the file, where another process keeps it: others need it for much less.
const MOST: Duration = Duration::from_secs(1);
const LEAST: Duration = Duration::from_millis(5);

/// How soon it tries again; twice as long each time.
const SOONEST: Duration = Duration::from_millis(1);
const LATEST: Duration = Duration::from_millis(50);

/// The right to send one request now.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sending {
    pub(super) waited: Duration,
    /// The storms of refusals before it.
    pub(super) storms: u64,
    /// How late the portal may receive it.
    pub(super) spare: Duration,
}

impl Queue {
    pub(super) fn new(rate: Rate) -> Self {
        Self {
            rate,
            kept: Mutex::new(Kept {
                bucket: None,
                alone: false,
            }),
            file: None,
        }
    }

    /// The same, with all who use the same file.
    pub(super) fn shared(&self, path: PathBuf) -> std::io::Result<Self> {
        Ok(Self {
            file: Some(StateFile::open(path)?),
            ..Self::new(self.rate)
        })
    }

    pub(super) fn rate(&self) -> &Rate {
        &self.rate
    }

    /// The file, if there is one.
    pub(super) fn path(&self) -> Option<&Path> {
        self.file.as_ref().map(StateFile::path)
    }

    /// Waits for the next turn; `at_most` is how long that may take from now on. Where it would take
    /// longer, no turn is taken, and the wait is told.
    pub(super) fn wait(
        &self,
        clock: &dyn Clock,
        at_most: impl Fn() -> Option<Duration>,
    ) -> Result<Sending, Duration> {
        let mut waited = Duration::ZERO;
        let reserve = |bucket: &mut Bucket, now| bucket.reserve(&self.rate, now, at_most());
        let mut turn = self.with(clock, at_most(), &mut waited, reserve)?;
        while !turn.wait.is_zero() {
            // It may be put off while this sleeps, and then perhaps for too long.
            if at_most().is_some_and(|most| turn.wait > most) {
                self.hand_back(clock);
                return Err(turn.wait);
            }
            clock.sleep(turn.wait);
            waited += turn.wait;
            turn = self.with(clock, at_most(), &mut waited, |bucket, now| {
                bucket.again(turn, now)
            });
        }
        Ok(Sending {
            waited,
            storms: turn.storms,
            spare: turn.spare,
        })
    }

    /// A turn is not used by whom it was given to.
    pub(super) fn hand_back(&self, clock: &dyn Clock) {
        self.note(clock, |bucket, _| bucket.hand_back(&self.rate));
    }

    /// The portal received a request within this time.
    pub(super) fn received(&self, clock: &dyn Clock, within: Duration, spare: Duration) {
        if !late(within, spare).is_zero() {
            self.note(clock, |bucket, _| bucket.received(within, spare));
        }
    }

    /// The portal refused what was sent after so many storms.
    pub(super) fn refused(&self, clock: &dyn Clock, storms: u64) {
        self.note(clock, |bucket, now| bucket.refused(&self.rate, now, storms));
    }

    /// Notes what happened, for which no call waits.
    fn note(&self, clock: &dyn Clock, work: impl FnOnce(&mut Bucket, Duration)) {
        self.with(clock, Some(Duration::ZERO), &mut Duration::default(), work);
    }

    /// Works on the bucket as it is, and keeps what becomes of it. Whoever waits for so long `at_most` in all
    /// waits a part of it for the file.
    fn with<R>(
        &self,
        clock: &dyn Clock,
        at_most: Option<Duration>,
        waited: &mut Duration,
        work: impl FnOnce(&mut Bucket, Duration) -> R,
    ) -> R {
        let mut pauses = pauses(at_most.map_or(MOST, |most| (most / 2).clamp(LEAST, MOST)));
        loop {
            let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
            let Some(file) = &self.file else {
                let now = clock.now();
                return work(kept.bucket.get_or_insert_with(|| Bucket::new(now)), now);
            };
            let tried = file.try_lock();
            // Once nobody could have it in time, nobody waits for it any more.
            if matches!(tried, Ok(None))
                && !kept.alone
                && let Some(pause) = pauses.next()
            {
                drop(kept); // another may have more luck, or less time
                clock.sleep(pause);
                *waited += pause;
                continue;
            }
            // Where the file cannot be used, this process goes on alone until it can.
            let mut file = tried.ok().flatten();
            let now = clock.unix(); // once nobody else can write: none of them has seen a later time
            if let Some(told) = file.as_mut().and_then(Locked::read) {
                kept.take_over(told, now);
            }
            kept.alone = file.is_none();
            let bucket = kept.bucket.get_or_insert_with(|| Bucket::new(now));
            let done = work(bucket, now);
            if let Some(file) = &mut file {
                file.write(bucket);
            }
            return done;
        }
    }
}

impl Kept {
    /// What others have told, and what was done alone since.
    fn take_over(&mut self, mut told: Bucket, now: Duration) {
        if self.alone
            && let Some(own) = self.bucket.take()
        {
            told.join(own, now);
        }
        self.bucket = Some(told);
    }
}

/// So long in all.
fn pauses(mut left: Duration) -> impl Iterator<Item = Duration> {
    let mut next = SOONEST;
    iter::from_fn(move || {
        let pause = next.min(left);
        left = left.saturating_sub(pause);
        next = next.saturating_mul(2).min(LATEST);
        (!pause.is_zero()).then_some(pause)
    })
}
