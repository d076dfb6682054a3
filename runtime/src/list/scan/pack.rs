//! How many pages go in the next request.

use std::time::Duration;

use crate::batch::Size;
use crate::time::Time;

/// As many as the portal can be expected to give in time; few at first, for nobody knows yet how long a
/// page takes.
#[derive(Debug, Clone)]
pub(super) struct Pack {
    by_time: Size,
    most: usize,
}

/// How many times more there may be after each request that went well.
const GROWTH: usize = 10;

impl Default for Pack {
    fn default() -> Self {
        Self {
            by_time: Size::default(),
            most: 1,
        }
    }
}

impl Pack {
    pub(super) fn pages(&self) -> usize {
        self.by_time.commands().min(self.most)
    }

    /// So many pages took this time.
    pub(super) fn learn(&mut self, pages: usize, time: &Time) {
        let took = time.duration().or(time.processing()).unwrap_or(Duration::ZERO);
        self.by_time.learn(pages, took);
        // In a range of ids there may be too few of them.
        if pages.saturating_mul(2) > self.most {
            self.most = pages.saturating_mul(GROWTH);
        }
    }

    /// So many were too many.
    pub(super) fn failed(&mut self, pages: usize) {
        self.most = pages.div_ceil(4).max(2);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn took(seconds: u64) -> Time {
        serde_json::from_str(&format!(r#"{{"duration":{seconds}}}"#)).unwrap()
    }

    #[test]
    fn there_are_more_once_a_few_went_well() {
        let mut pack = Pack::default();
        let mut sizes = Vec::new();
        for _ in 0..4 {
            sizes.push(pack.pages());
            pack.learn(pack.pages(), &took(0));
        }
        assert_eq!(sizes, [1, 10, 50, 50]);
    }

    #[test]
    fn slow_pages_go_in_smaller_requests() {
        let mut pack = Pack::default();
        pack.learn(1, &took(4));
        assert_eq!(pack.pages(), 10);
        pack.learn(10, &took(80));
        assert_eq!(pack.pages(), 5);
    }

    #[test]
    fn after_a_failure_there_are_fewer() {
        let mut pack = Pack::default();
        pack.learn(1, &took(0));
        pack.learn(10, &took(0));
        assert_eq!(pack.pages(), 50);
        pack.failed(50);
        assert_eq!(pack.pages(), 13);
        pack.learn(1, &took(0)); // the page by itself
        assert_eq!(pack.pages(), 13);
    }
}
