//! Where those who fetch ranges of ids take the next one and put what they have found, in the order of the
//! ids.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use crate::list::error::ListProblem;

/// Ids between two others, neither of which belongs to it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Range {
    /// Which one it is.
    number: u64,
    pub(super) behind: u64,
    pub(super) until: u64,
    /// How many rows there may be to an id.
    pub(super) density: f64,
    /// Whether another part of it follows.
    goes_on: bool,
}

impl Range {
    /// Makes a part of it up to this id, and keeps what follows.
    pub(super) fn split_off(&mut self, last: u64) -> Self {
        let part = Self {
            until: if self.until > self.behind {
                last.saturating_add(1)
            } else {
                last.saturating_sub(1)
            },
            goes_on: true,
            ..*self
        };
        self.behind = last;
        part
    }

    /// The last id that belongs to it.
    pub(super) fn last(&self) -> u64 {
        if self.until > self.behind {
            self.until - 1
        } else {
            self.until + 1
        }
    }
}

/// The rows of a range.
#[derive(Debug)]
pub(super) struct Block<T> {
    pub(super) range: Range,
    pub(super) rows: VecDeque<(u64, T)>,
    /// How many requests it took.
    pub(super) requests: u64,
    /// What is wrong behind these rows.
    pub(super) problem: Option<ListProblem>,
}

#[derive(Debug)]
pub(super) struct Shelf<T> {
    kept: Mutex<Kept<T>>,
    changed: Condvar,
    /// How many ranges may be out at once, so that memory is bounded.
    most: u64,
}

#[derive(Debug)]
struct Kept<T> {
    /// The last id that was given out.
    given: u64,
    /// The last id of all.
    end: u64,
    /// How many rows there are to an id.
    density: f64,
    /// How many ranges were given out, and how many blocks were taken.
    ranges: u64,
    taken: u64,
    /// What was found in each range, in parts.
    blocks: BTreeMap<u64, VecDeque<Block<T>>>,
    /// How many still work.
    workers: usize,
    /// No more ranges are given out.
    stopped: bool,
    /// Nobody takes any more blocks.
    abandoned: bool,
    /// One has broken off: its blocks will not come, so nobody waits for those before.
    broken: bool,
}

impl<T> Shelf<T> {
    /// For the ids behind this one up to the end, in either direction.
    pub(super) fn new(behind: u64, end: u64, density: f64, most: usize) -> Self {
        Self {
            kept: Mutex::new(Kept {
                given: behind,
                end,
                density,
                ranges: 0,
                taken: 0,
                blocks: BTreeMap::new(),
                workers: 0,
                stopped: false,
                abandoned: false,
                broken: false,
            }),
            changed: Condvar::new(),
            most: u64::try_from(most).unwrap_or(u64::MAX),
        }
    }

    /// The next range, in which so many rows are expected. `None` where there is none any more, or where it
    /// would have to be waited for and the caller does not.
    pub(super) fn range(&self, rows: usize, waits: bool) -> Option<Range> {
        let mut kept = self.kept();
        while !kept.stopped && kept.given != kept.end {
            if kept.ranges - kept.taken < self.most {
                return Some(kept.give(rows));
            }
            if !waits {
                return None;
            }
            kept = self.changed.wait(kept).unwrap_or_else(PoisonError::into_inner);
        }
        None
    }

    /// Puts what was found. A part of a range waits until all before it was taken, and what follows upon a
    /// part until that was.
    pub(super) fn put(&self, block: Block<T>) {
        let Range { number, goes_on, .. } = block.range;
        let mut kept = self.kept();
        while !kept.abandoned && !kept.broken && kept.holds_up(number, goes_on) {
            kept = self.changed.wait(kept).unwrap_or_else(PoisonError::into_inner);
        }
        kept.learn(&block);
        kept.stopped |= block.problem.is_some();
        kept.blocks.entry(number).or_default().push_back(block);
        self.changed.notify_all();
    }

    /// The next block, once it is there. `None` where all were taken, or where it will not come.
    pub(super) fn take(&self) -> Option<Block<T>> {
        let mut kept = self.kept();
        loop {
            let next = kept.taken;
            if let Some(block) = kept.blocks.get_mut(&next).and_then(VecDeque::pop_front) {
                if !block.range.goes_on {
                    kept.blocks.remove(&next);
                    kept.taken += 1;
                }
                self.changed.notify_all();
                return Some(block);
            }
            if kept.workers == 0 {
                return None;
            }
            kept = self.changed.wait(kept).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// One more fetches.
    pub(super) fn enter(&self) {
        self.kept().workers += 1;
    }

    /// One fetches no more; where it broke off, nobody does, for its range is missing.
    pub(super) fn leave(&self, broke_off: bool) {
        let mut kept = self.kept();
        kept.workers -= 1;
        kept.stopped |= broke_off;
        kept.broken |= broke_off;
        self.changed.notify_all();
    }

    /// Nobody takes any more blocks.
    pub(super) fn abandon(&self) {
        let mut kept = self.kept();
        kept.stopped = true;
        kept.abandoned = true;
        self.changed.notify_all();
    }

    pub(super) fn is_abandoned(&self) -> bool {
        self.kept().abandoned
    }

    fn kept(&self) -> MutexGuard<'_, Kept<T>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T> Kept<T> {
    /// Whether a block has to wait for others to be taken.
    fn holds_up(&self, number: u64, goes_on: bool) -> bool {
        let parts = self.blocks.get(&number).is_some_and(|parts| !parts.is_empty());
        parts || (goes_on && self.taken < number)
    }

    #[allow(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss
    )]
    fn give(&mut self, rows: usize) -> Range {
        // A float that is too large, or none, becomes the nearest integer.
        let width = (rows as f64 / self.density).max(1.0) as u64;
        let behind = self.given;
        let number = self.ranges;
        self.ranges += 1;
        self.given = if self.end > behind {
            behind.saturating_add(width).min(self.end)
        } else {
            behind.saturating_sub(width).max(self.end)
        };
        let until = if self.end > behind {
            self.given.saturating_add(1)
        } else {
            self.given.saturating_sub(1)
        };
        Range {
            number,
            behind,
            until,
            density: self.density,
            goes_on: false,
        }
    }

    #[allow(clippy::cast_precision_loss)]
    fn learn(&mut self, block: &Block<T>) {
        let width = block
            .range
            .until
            .abs_diff(block.range.behind)
            .saturating_sub(1)
            .max(1);
        let density = block.rows.len() as f64 / width as f64;
        // Where there are no rows, the next range is twice as wide.
        self.density = f64::midpoint(self.density, density);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(range: Range, rows: u64) -> Block<()> {
        Block {
            range,
            rows: (0..rows).map(|id| (id, ())).collect(),
            requests: 1,
            problem: None,
        }
    }

    fn shelf(behind: u64, end: u64) -> Shelf<()> {
        let shelf = Shelf::new(behind, end, 0.5, 2);
        shelf.enter();
        shelf
    }

    #[test]
    fn ranges_touch_and_reach_the_end_upwards_and_downwards() {
        for (behind, end, expected) in [
            (10, 250, [(10, 111), (110, 211), (210, 251)]),
            (250, 10, [(250, 149), (150, 49), (50, 9)]),
        ] {
            let shelf = shelf(behind, end);
            for (behind, until) in expected {
                let range = shelf.range(50, false).unwrap();
                assert_eq!((range.behind, range.until), (behind, until));
                shelf.put(block(range, 50));
                assert_eq!(shelf.take().unwrap().range, range);
            }
            assert_eq!(shelf.range(50, true), None);
        }
    }

    #[test]
    fn no_more_are_out_than_may_be() {
        let shelf = shelf(0, 1_000);
        let first = shelf.range(50, false).unwrap();
        let second = shelf.range(50, false).unwrap();
        assert_eq!(shelf.range(50, false), None);
        shelf.put(block(second, 50));
        assert_eq!(shelf.range(50, false), None, "the second waits for the first");
        shelf.put(block(first, 50));
        assert_eq!(shelf.take().unwrap().range, first);
        assert!(shelf.range(50, false).is_some());
        assert_eq!(shelf.take().unwrap().range, second);
    }

    #[test]
    fn where_rows_are_rare_ranges_are_wide() {
        let shelf = shelf(0, 1_000_000);
        let mut widths = Vec::new();
        for _ in 0..3 {
            let range = shelf.range(50, false).unwrap();
            widths.push(range.until - range.behind - 1);
            shelf.put(block(range, 0));
            shelf.take();
        }
        assert_eq!(widths, [100, 200, 400]);
    }

    #[test]
    fn what_does_not_come_is_not_waited_for() {
        let shelf = shelf(0, 1_000);
        shelf.range(50, true);
        shelf.leave(true);
        assert!(shelf.take().is_none());
        assert_eq!(shelf.range(50, true), None);
    }
}
