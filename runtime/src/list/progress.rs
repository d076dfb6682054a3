//! How far a walk has come.

use std::fmt;

use super::Position;

/// How far a walk through a list has come: what its hook is told after each request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// How many rows have been received, those not handed out yet among them; what threads that scan in
    /// parallel hold is not counted.
    pub rows: u64,
    /// In how many requests.
    pub requests: u64,
    /// How many rows there are in all, where the portal has counted them. A scan that goes on from a position
    /// has the rows behind it counted, as `rows` are; pages are counted from the first one of the list.
    pub total: Option<u64>,
    /// Behind the last row that was received.
    pub position: Position,
}

/// The user's function, if there is one.
#[derive(Default)]
pub(super) struct Hook<'c>(Option<Box<Function<'c>>>);

type Function<'c> = dyn FnMut(&Progress) + Send + 'c;

impl<'c> Hook<'c> {
    pub(super) fn of(function: impl FnMut(&Progress) + Send + 'c) -> Self {
        Self(Some(Box::new(function)))
    }

    pub(super) fn tell(&mut self, progress: &Progress) {
        if let Some(function) = &mut self.0 {
            function(progress);
        }
    }
}

impl fmt::Debug for Hook<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hook({})", self.0.is_some())
    }
}
