//! The requests that arrived.

use std::collections::VecDeque;

use crate::received::Received;

/// The latest requests, oldest first: all of them, unless a bound was set.
#[derive(Debug, Default)]
pub(crate) struct Journal {
    requests: VecDeque<Received>,
    bound: Option<usize>,
}

impl Journal {
    pub(crate) fn new(bound: Option<usize>) -> Self {
        Self {
            requests: VecDeque::new(),
            bound,
        }
    }

    pub(crate) fn push(&mut self, request: Received) {
        self.requests.push_back(request);
        if self.bound.is_some_and(|bound| self.requests.len() > bound) {
            self.requests.pop_front();
        }
    }

    pub(crate) fn all(&self) -> Vec<Received> {
        self.requests.iter().cloned().collect()
    }

    pub(crate) fn clear(&mut self) {
        self.requests.clear();
    }
}
