//! The rules in force, and how often each has matched.

use super::Rule;
use crate::received::Received;

/// In the order in which they were injected.
#[derive(Debug, Default)]
pub(crate) struct Rules {
    counted: Vec<Counted>,
    struck: usize,
}

#[derive(Debug)]
struct Counted {
    rule: Rule,
    matched: usize,
}

impl Rules {
    pub(crate) fn add(&mut self, rule: Rule) {
        self.counted.push(Counted { rule, matched: 0 });
    }

    pub(crate) fn clear(&mut self) {
        self.counted.clear();
    }

    /// How many requests were struck.
    pub(crate) fn struck(&self) -> usize {
        self.struck
    }

    /// Counts the request, and gives the first rule whose turn it is. Rules that have had all
    /// their turns are forgotten, so that a long test may inject without end.
    pub(crate) fn next(&mut self, request: &Received) -> Option<Rule> {
        let mut struck = None;
        self.counted.retain_mut(|counted| {
            if counted.rule.matches(request) {
                if struck.is_none() && counted.rule.strikes_after(counted.matched) {
                    struck = Some(counted.rule.clone());
                }
                counted.matched += 1;
            }
            !counted.rule.is_used_up(counted.matched)
        });
        self.struck += usize::from(struck.is_some());
        struck
    }
}
