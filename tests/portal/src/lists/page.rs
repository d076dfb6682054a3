//! The rules of paging: which rows a page has, and what the answer tells about the others.

use super::shape::Family;

/// Rows of a page.
pub(super) const SIZE: u64 = 50;

/// A page of so many rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Page {
    pub(super) offset: u64,
    pub(super) next: Option<u64>,
    pub(super) total: Option<u64>,
}

impl Page {
    /// The page that is asked for with `start`: below zero the first one, uncounted.
    pub(super) fn of(family: Family, start: i64, total: u64) -> Self {
        let Ok(start) = u64::try_from(start) else {
            return Self {
                offset: 0,
                next: None,
                total: match family {
                    Family::Controller => None,
                    Family::Classic => Some(0),
                    // A total is told only beside rows.
                    Family::Exact => (total > 0).then_some(0),
                },
            };
        };
        let floored = start / SIZE * SIZE;
        let offset = match family {
            Family::Classic if floored >= total => 0,
            Family::Classic | Family::Controller => floored,
            Family::Exact => start,
        };
        let end = offset.saturating_add(SIZE);
        let is_empty = offset >= total;
        Self {
            offset,
            next: (end < total).then_some(end),
            total: (family != Family::Exact || !is_empty).then_some(total),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(family: Family, start: i64) -> (u64, Option<u64>, Option<u64>) {
        let page = Page::of(family, start, 120);
        (page.offset, page.next, page.total)
    }

    #[test]
    fn each_family_has_its_own_rules() {
        for (start, classic, controller, exact) in [
            (0, (0, Some(50)), (0, Some(50)), (0, Some(50))),
            (10, (0, Some(50)), (0, Some(50)), (10, Some(60))),
            (50, (50, Some(100)), (50, Some(100)), (50, Some(100))),
            (75, (50, Some(100)), (50, Some(100)), (75, None)),
            (100, (100, None), (100, None), (100, None)),
            (119, (100, None), (100, None), (119, None)),
            (150, (0, Some(50)), (150, None), (150, None)),
        ] {
            let told = Some(120);
            assert_eq!(page(Family::Classic, start), (classic.0, classic.1, told));
            assert_eq!(
                page(Family::Controller, start),
                (controller.0, controller.1, told)
            );
            let told = told.filter(|_| start < 120);
            assert_eq!(page(Family::Exact, start), (exact.0, exact.1, told));
        }
        for start in [-1, -50, i64::MIN] {
            assert_eq!(page(Family::Classic, start), (0, None, Some(0)));
            assert_eq!(page(Family::Controller, start), (0, None, None));
            assert_eq!(page(Family::Exact, start), (0, None, Some(0)));
        }
    }

    #[test]
    fn a_list_without_rows_has_one_page() {
        let empty = |family| Page::of(family, 0, 0).total;
        assert_eq!(empty(Family::Classic), Some(0));
        assert_eq!(empty(Family::Controller), Some(0));
        assert_eq!(empty(Family::Exact), None);
        assert_eq!(Page::of(Family::Classic, 50, 0).next, None);
    }
}
