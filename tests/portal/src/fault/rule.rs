//! Which requests a fault strikes.

use super::Fault;
use crate::{received::Received, rest};

/// A fault, and which requests it strikes: all REST requests, unless narrowed down. Made by the
/// methods of [`Fault`] of the same names.
///
/// ```
/// use b24_portal::{Fault, Portal};
///
/// let portal = Portal::start()?;
/// portal.inject(Fault::QueryLimit.on("crm.deal.add").first(3));
/// portal.inject(Fault::Unavailable.on_oauth().nth(2));
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    fault: Fault,
    target: Target,
    turns: Turns,
    executed: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Target {
    Rest,
    Method(String),
    OAuth,
}

/// Which of the matching requests; the first one is 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turns {
    Every,
    First(usize),
    Nth(usize),
}

impl Rule {
    /// As [`Fault::on`].
    #[must_use]
    pub fn on(mut self, method: &str) -> Self {
        self.target = Target::Method(method.to_owned());
        self
    }

    /// As [`Fault::on_oauth`].
    #[must_use]
    pub fn on_oauth(mut self) -> Self {
        self.target = Target::OAuth;
        self
    }

    /// As [`Fault::nth`].
    #[must_use]
    pub fn nth(mut self, n: usize) -> Self {
        self.turns = Turns::Nth(n);
        self
    }

    /// As [`Fault::first`].
    #[must_use]
    pub fn first(mut self, n: usize) -> Self {
        self.turns = Turns::First(n);
        self
    }

    /// As [`Fault::executed`].
    #[must_use]
    pub fn executed(mut self, executed: bool) -> Self {
        if self.fault.either_way() {
            self.executed = executed;
        }
        self
    }

    /// What happens to the requests.
    #[must_use]
    pub fn fault(&self) -> Fault {
        self.fault
    }

    /// Whether the method runs although the fault strikes.
    ///
    /// ```
    /// use b24_portal::Fault;
    ///
    /// assert!(Fault::BadGateway.executed(true).runs());
    /// assert!(!Fault::BadGateway.executed(false).runs());
    /// ```
    #[must_use]
    pub fn runs(&self) -> bool {
        self.executed
    }

    pub(super) fn matches(&self, request: &Received) -> bool {
        match &self.target {
            Target::Rest => request.path().starts_with("/rest/"),
            Target::Method(method) => rest::method_in(request.path()).eq_ignore_ascii_case(method),
            Target::OAuth => request.path().starts_with("/oauth/token"),
        }
    }

    /// Whether it is the turn of a matching request, when `before` matching ones came before it.
    pub(super) fn strikes_after(&self, before: usize) -> bool {
        match self.turns {
            Turns::Every => true,
            Turns::First(n) => before < n,
            Turns::Nth(n) => before + 1 == n,
        }
    }

    /// Whether it will strike nothing any more.
    pub(super) fn is_used_up(&self, matched: usize) -> bool {
        match self.turns {
            Turns::Every => false,
            Turns::First(n) | Turns::Nth(n) => matched >= n,
        }
    }
}

impl From<Fault> for Rule {
    fn from(fault: Fault) -> Self {
        Self {
            fault,
            target: Target::Rest,
            turns: Turns::Every,
            executed: fault.runs(),
        }
    }
}
