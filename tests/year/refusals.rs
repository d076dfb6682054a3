//! Whether the client keeps the limits: the portal may refuse once what the client could not know of,
//! and no more.

use std::time::Duration;

use b24_portal::Portal;

/// For how long a portal counts the computing time of a run whose answer was lost.
const COUNTED: Duration = Duration::from_mins(10);

/// Counts the refusals, and what excuses them.
#[derive(Debug, Default)]
pub(crate) struct Refusals {
    seen: usize,
    /// How many of these were refused to the client.
    pub(crate) own: usize,
    /// Somebody else has filled the bucket.
    crowded: bool,
    /// Until when a method may have used up more computing time than the client was told.
    unsure: Vec<(&'static str, Duration)>,
}

impl Refusals {
    /// Somebody else has called until the portal refused.
    pub(crate) fn crowd(&mut self, portal: &Portal) {
        self.seen = portal.refusals();
        self.crowded = true;
    }

    /// A call is over; `rough` if its answers may have been lost.
    pub(crate) fn after(&mut self, portal: &Portal, method: &'static str, rough: bool, now: Duration) {
        let refused = portal.refusals() - self.seen;
        self.seen += refused;
        self.own += refused;
        let crowded = std::mem::take(&mut self.crowded);
        self.unsure.retain(|(_, until)| *until > now);
        if rough {
            self.unsure.push((method, now + COUNTED));
            return;
        }
        let mut excuses = usize::from(crowded);
        if refused > excuses && self.unsure.iter().any(|(unsure, _)| *unsure == method) {
            self.unsure.retain(|(unsure, _)| *unsure != method);
            excuses += 1;
        }
        assert!(
            refused <= excuses,
            "{method}: {refused} refusals, of which {excuses} excused"
        );
    }
}
