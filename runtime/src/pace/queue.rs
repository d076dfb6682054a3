//! Who waits for the portal's bucket, in the order in which they came.

use std::path::{Path, PathBuf};
use std::sync::PoisonError;
use std::time::Duration;

use super::bucket::{Bucket, Rate};
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
    /// `None` until the first time is told. Where there is a file, what was last seen in it.
    bucket: Mutex<Option<Bucket>>,
    file: Option<StateFile>,
}

/// The right to send one request now.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sending {
    pub(super) waited: Duration,
    /// The storms of refusals before it.
    pub(super) storms: u64,
}

impl Queue {
    pub(super) fn new(rate: Rate) -> Self {
        Self {
            rate,
            bucket: Mutex::new(None),
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
        let mut turn = self.with(clock, |bucket, now| bucket.reserve(&self.rate, now, at_most()))?;
        let mut waited = Duration::ZERO;
        while !turn.wait.is_zero() {
            // It may be put off while this sleeps, and then perhaps for too long.
            if at_most().is_some_and(|most| turn.wait > most) {
                self.hand_back(clock);
                return Err(turn.wait);
            }
            clock.sleep(turn.wait);
            waited += turn.wait;
            turn = self.with(clock, |bucket, now| bucket.again(turn, now));
        }
        Ok(Sending {
            waited,
            storms: turn.storms,
        })
    }

    /// A turn is not used by whom it was given to.
    pub(super) fn hand_back(&self, clock: &dyn Clock) {
        self.with(clock, |bucket, _| bucket.hand_back(&self.rate));
    }

    /// The portal refused what was sent after so many storms.
    pub(super) fn refused(&self, clock: &dyn Clock, storms: u64) {
        self.with(clock, |bucket, now| bucket.refused(&self.rate, now, storms));
    }

    /// Works on the bucket as it is, and keeps what becomes of it.
    fn with<R>(&self, clock: &dyn Clock, work: impl FnOnce(&mut Bucket, Duration) -> R) -> R {
        let mut kept = self.bucket.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(file) = &self.file else {
            let now = clock.now();
            return work(kept.get_or_insert_with(|| Bucket::new(now)), now);
        };
        // Where the file cannot be used any more, this process goes on alone.
        let mut file = file.lock().ok();
        let now = clock.unix(); // once nobody else can write: none of them has seen a later time
        if let Some(told) = file.as_mut().and_then(Locked::read) {
            *kept = Some(told);
        }
        let bucket = kept.get_or_insert_with(|| Bucket::new(now));
        let done = work(bucket, now);
        if let Some(file) = &mut file {
            file.write(bucket);
        }
        done
    }
}
