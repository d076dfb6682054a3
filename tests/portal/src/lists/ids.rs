//! Which rows a list has.

use std::{collections::BTreeSet, ops::RangeInclusive};

/// The numbers of a list's rows, in runs: a million of them take no more room than ten.
///
/// ```
/// use b24_portal::Ids;
///
/// let all = Ids::from(5); // 1, 2, 3, 4, 5
/// let some = Ids::from(4..=9);
/// assert_eq!(all.and(&some).iter().collect::<Vec<_>>(), [4, 5]);
///
/// // A portal where most rows have been deleted: 10, 20, 30 …
/// let sparse = Ids::every(10, 1_000_000);
/// assert_eq!(sparse.len(), 1_000_000);
/// assert!(sparse.contains(9_999_990) && !sparse.contains(9_999_991));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ids {
    /// Upwards; no two overlap.
    runs: Vec<Run>,
}

/// `first`, `first + step`, …: never empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    first: u64,
    step: u64,
    count: u64,
}

impl Run {
    fn last(self) -> u64 {
        self.first + self.step * (self.count - 1)
    }

    /// How many are below `bound`.
    fn below(self, bound: u64) -> u64 {
        let distance = bound.saturating_sub(self.first);
        distance.div_ceil(self.step).min(self.count)
    }

    /// Some of them: `count` after `skipped` ones.
    fn part(self, skipped: u64, count: u64) -> Option<Self> {
        (count > 0).then(|| Self {
            first: self.first + self.step * skipped,
            step: if count == 1 { 1 } else { self.step },
            count,
        })
    }

    /// Those within the bounds.
    fn within(self, from: u64, to: u64) -> Option<Self> {
        let skipped = self.below(from);
        let kept = self.below(to.saturating_add(1)).saturating_sub(skipped);
        self.part(skipped, kept)
    }

    fn iter(self) -> impl DoubleEndedIterator<Item = u64> {
        (0..self.count).map(move |place| self.first + self.step * place)
    }
}

impl Ids {
    /// `count` numbers with gaps between them: `step`, twice the step, and so on.
    #[must_use]
    pub fn every(step: u64, count: u64) -> Self {
        let step = step.max(1);
        let run = Run {
            first: step,
            step,
            count,
        };
        // No number is beyond 64 bits.
        let count = count.min(u64::MAX / step);
        Self {
            runs: run.part(0, count).into_iter().collect(),
        }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> u64 {
        self.runs.iter().map(|run| run.count).sum()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// Whether this one is among them.
    #[must_use]
    pub fn contains(&self, id: u64) -> bool {
        let after = self.runs.partition_point(|run| run.first <= id);
        let run = after.checked_sub(1).and_then(|place| self.runs.get(place));
        run.is_some_and(|run| run.within(id, id).is_some())
    }

    /// Upwards, or downwards with `rev`.
    #[must_use]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = u64> {
        self.runs.iter().flat_map(|run| run.iter())
    }

    /// Those that are in both.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        let mut both = Self::default();
        for run in &self.runs {
            for part in other.between(run.first, run.last()).runs {
                if part.step == run.step
                    && part.count > 1
                    && (part.first - run.first).is_multiple_of(run.step)
                {
                    both.runs.push(part);
                } else {
                    let single = part.iter().filter(|id| run.within(*id, *id).is_some());
                    both.runs.extend(single.map(only));
                }
            }
        }
        both
    }

    /// The highest one.
    pub(crate) fn last(&self) -> Option<u64> {
        self.runs.last().map(|run| run.last())
    }

    /// Those within the bounds.
    pub(crate) fn between(&self, from: u64, to: u64) -> Self {
        let from_run = self.runs.partition_point(|run| run.last() < from);
        let runs = self.runs[from_run..].iter();
        Self {
            runs: runs
                .take_while(|run| run.first <= to)
                .filter_map(|run| run.within(from, to))
                .collect(),
        }
    }

    /// Some of them: `count` at most, after `skipped` ones.
    pub(crate) fn part(&self, mut skipped: u64, count: u64) -> Self {
        let mut part = Self::default();
        let mut left = count;
        for run in &self.runs {
            let passed = skipped.min(run.count);
            skipped -= passed;
            let taken = left.min(run.count - passed);
            left -= taken;
            part.runs.extend(run.part(passed, taken));
            if left == 0 {
                break;
            }
        }
        part
    }

    /// `count` of them at most after `offset` ones, in this order.
    pub(crate) fn window(&self, down: bool, offset: u64, count: u64) -> Vec<u64> {
        if down {
            let above = self.len().saturating_sub(offset);
            let below = above.saturating_sub(count);
            self.part(below, above - below).iter().rev().collect()
        } else {
            self.part(offset, count).iter().collect()
        }
    }

    /// Adds `count` numbers from `first` on, which must lie above all that are here.
    pub(crate) fn append(&mut self, first: u64, count: u64) {
        match self.runs.last_mut() {
            Some(last) if last.step == 1 && last.first + last.count == first => last.count += count,
            _ => self.runs.extend(
                Run {
                    first,
                    step: 1,
                    count,
                }
                .part(0, count),
            ),
        }
    }

    pub(crate) fn remove(&mut self, range: &RangeInclusive<u64>) {
        let (from, to) = (*range.start(), *range.end());
        if from > to {
            return;
        }
        let above = to.checked_add(1).map(|above| self.between(above, u64::MAX));
        let below = from.checked_sub(1).map(|below| self.between(0, below));
        self.runs = [below, above]
            .into_iter()
            .flatten()
            .flat_map(|ids| ids.runs)
            .collect();
    }
}

fn only(id: u64) -> Run {
    Run {
        first: id,
        step: 1,
        count: 1,
    }
}

/// That many, from 1 on.
impl From<u64> for Ids {
    fn from(count: u64) -> Self {
        Self::every(1, count)
    }
}

impl From<RangeInclusive<u64>> for Ids {
    fn from(range: RangeInclusive<u64>) -> Self {
        let (from, to) = range.into_inner();
        let mut ids = Self::default();
        let further = to.checked_sub(from);
        ids.append(from, further.map_or(0, |further| further.saturating_add(1)));
        ids
    }
}

/// In any order, and however often.
impl FromIterator<u64> for Ids {
    fn from_iter<I: IntoIterator<Item = u64>>(ids: I) -> Self {
        let mut set = Self::default();
        for id in ids.into_iter().collect::<BTreeSet<u64>>() {
            set.append(id, 1);
        }
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(ids: &Ids) -> Vec<u64> {
        ids.iter().collect()
    }

    #[test]
    fn what_is_removed_is_gone_and_nothing_else() {
        for ids in [
            Ids::from(40),
            Ids::every(3, 13),
            [2, 3, 9, 30].into_iter().collect(),
        ] {
            for range in [
                1..=40,
                0..=0,
                5..=5,
                6..=6,
                3..=17,
                30..=99,
                RangeInclusive::new(9, 8),
            ] {
                let mut rest = ids.clone();
                rest.remove(&range);
                let expected: Vec<u64> = ids.iter().filter(|id| !range.contains(id)).collect();
                assert_eq!(list(&rest), expected, "{range:?}");
                assert_eq!(rest.len(), expected.len() as u64);
                assert!((0..50).all(|id| rest.contains(id) == expected.contains(&id)));
                assert_eq!(list(&ids.and(&rest)), expected);
                assert_eq!(list(&rest.and(&ids)), expected);
            }
        }
    }

    #[test]
    fn parts_are_counted_off() {
        let mut ids = Ids::every(3, 10);
        ids.remove(&(8..=13));
        ids.append(31, 5);
        let all = list(&ids);
        for skipped in 0..15 {
            for count in 0..15 {
                let expected: Vec<u64> = all.iter().copied().skip(skipped).take(count).collect();
                assert_eq!(list(&ids.part(skipped as u64, count as u64)), expected);
            }
        }
    }
}
