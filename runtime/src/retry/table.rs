//! The decisions, as data.

use super::Failure;
use crate::error::Outcome;
use crate::method::Effect;

/// What to do after one kind of failure; all of them are in [`RULES`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rule {
    /// What happened.
    pub failure: Failure,
    /// Whether the portal executed the call.
    pub outcome: Outcome,
    /// What follows for a method that changes nothing.
    pub read: Step,
    /// What follows for a method that changes something, or may.
    pub write: Step,
    /// What follows for a write of REST 3, whose every attempt carries one `Idempotency-Key`: once the portal
    /// has executed it, it repeats its answer. After an error of its own it would execute the method anew, so
    /// that goes to the caller.
    ///
    /// Source: [REST 3](https://apidocs.bitrix24.com/api-reference/rest-v3.html).
    pub keyed: Step,
}

/// What follows upon a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Step {
    /// The error goes to the caller.
    GiveUp,
    /// The call is sent again after a pause that grows, as often as [`Retry`](super::Retry) allows.
    Retry,
    /// The call is sent again once the portal takes it, however often it has to ask, until the call's
    /// deadline: it is known not to have been executed.
    Wait,
    /// The call is sent again with a new access token, once.
    Renew,
}

const fn rule(failure: Failure, outcome: Outcome, [read, write, keyed]: [Step; 3]) -> Rule {
    Rule {
        failure,
        outcome,
        read,
        write,
        keyed,
    }
}

/// What a client does after each kind of failure.
///
/// What was not executed may be sent again. What may have been executed is sent again only where that
/// does no harm: a method that only reads, or an `Idempotency-Key`. Whatever a person has to mend is
/// told at once.
///
/// ```
/// use b24::retry::{Failure, RULES, Step};
///
/// let lost = RULES.iter().find(|rule| rule.failure == Failure::NoAnswer).unwrap();
/// assert_eq!([lost.read, lost.write, lost.keyed], [Step::Retry, Step::GiveUp, Step::Retry]);
/// ```
#[rustfmt::skip]
pub static RULES: [Rule; 17] = {
    use Outcome::{Executed, NotExecuted, Unknown};
    use Step::{GiveUp, Renew, Retry, Wait};
    [
        //                                               a read,  a write, with a key
        rule(Failure::NotSent,          NotExecuted, [GiveUp,  GiveUp,  GiveUp]),
        rule(Failure::Store,            NotExecuted, [Retry,   Retry,   Retry]),
        rule(Failure::Unreachable,      NotExecuted, [Retry,   Retry,   Retry]),
        rule(Failure::Untrusted,        NotExecuted, [GiveUp,  GiveUp,  GiveUp]),
        rule(Failure::Misdirected,      NotExecuted, [GiveUp,  GiveUp,  GiveUp]),
        rule(Failure::NoAnswer,         Unknown,     [Retry,   GiveUp,  Retry]),
        rule(Failure::TooLarge,         Unknown,     [Retry,   GiveUp,  Retry]),
        rule(Failure::RateLimited,      NotExecuted, [Wait,    Wait,    Wait]),
        rule(Failure::OperatingLimited, NotExecuted, [Wait,    Wait,    Wait]),
        rule(Failure::Blocked,          NotExecuted, [GiveUp,  GiveUp,  GiveUp]),
        rule(Failure::Expired,          NotExecuted, [Renew,   Renew,   Renew]),
        rule(Failure::Refused,          NotExecuted, [GiveUp,  GiveUp,  GiveUp]),
        rule(Failure::Objected,         Unknown,     [GiveUp,  GiveUp,  GiveUp]),
        rule(Failure::Failed,           Unknown,     [Retry,   GiveUp,  GiveUp]),
        rule(Failure::Gateway,          Unknown,     [Retry,   GiveUp,  Retry]),
        rule(Failure::Garbled,          Unknown,     [Retry,   GiveUp,  Retry]),
        rule(Failure::Misread,          Executed,    [GiveUp,  GiveUp,  GiveUp]),
    ]
};

impl Rule {
    /// The rule for this kind of failure.
    pub(crate) fn of(failure: Failure) -> &'static Self {
        &RULES[failure as usize]
    }

    /// What follows for a call of this effect; `keyed` if its attempts carry one `Idempotency-Key`.
    #[must_use]
    pub fn step(&self, effect: Effect, keyed: bool) -> Step {
        match effect {
            Effect::Read => self.read,
            Effect::Write if keyed => self.keyed,
            Effect::Write => self.write,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_are_in_the_order_of_the_failures() {
        for (index, rule) in RULES.iter().enumerate() {
            assert_eq!(rule.failure as usize, index, "{:?}", rule.failure);
        }
    }

    #[test]
    fn a_write_without_a_key_is_repeated_only_where_it_was_not_executed() {
        for rule in RULES {
            let repeated = rule.write != Step::GiveUp;
            assert!(!repeated || rule.outcome == Outcome::NotExecuted, "{rule:?}");
        }
    }
}
