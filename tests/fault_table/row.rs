//! What a row of the tables says.

use b24::{DecodeProblem, Error, Outcome, TransportErrorKind};
use b24_portal::{Fault, Portal, Rule};
use std::time::Duration;

use crate::calls::Call;

/// One thing that goes wrong, and what comes of it.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) trouble: Trouble,
    /// The error of a call that is given up, and what it says of the call's execution.
    pub(crate) error: Option<(Kind, Outcome)>,
    /// Each when the first attempt meets the trouble, and when every attempt does.
    pub(crate) read: [Cell; 2],
    pub(crate) write: [Cell; 2],
    pub(crate) keyed: [Cell; 2],
    /// How many seconds the call may take on the clock, likewise.
    pub(crate) within: [u64; 2],
}

/// What comes of a call, and how often the portal executed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cell {
    Got(usize),
    Lost(usize),
}

impl Row {
    pub(crate) fn cell(&self, call: Call, turn: Turn) -> Cell {
        let cells = match call {
            Call::Read => self.read,
            Call::Write => self.write,
            Call::Keyed => self.keyed,
        };
        cells[turn as usize]
    }

    pub(crate) fn within(&self, turn: Turn) -> Duration {
        Duration::from_secs(self.within[turn as usize])
    }
}

/// A row whose trouble costs an answer.
pub(crate) const fn row(
    trouble: Trouble,
    (kind, outcome): (Kind, Outcome),
    [read, write, keyed]: [[Cell; 2]; 3],
    within: [u64; 2],
) -> Row {
    Row {
        trouble,
        error: Some((kind, outcome)),
        read,
        write,
        keyed,
        within,
    }
}

/// A row whose trouble costs nothing.
pub(crate) const fn harmless(fault: Fault) -> Row {
    let cells = [Cell::Got(1), Cell::Got(1)];
    Row {
        trouble: Trouble::Of(fault),
        error: None,
        read: cells,
        write: cells,
        keyed: cells,
        within: [0, 0],
    }
}

/// Which attempts of the call meet it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    First,
    Every,
}

impl Turn {
    pub(crate) const BOTH: [Self; 2] = [Self::First, Self::Every];
}

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// A fault that has one way.
    Of(Fault),
    /// A fault that strikes before the method has run.
    Before(Fault),
    /// The same one after it has run.
    After(Fault),
    /// Nobody listens at the portal's port.
    Refused,
}

impl Trouble {
    /// Lets it happen to calls of the method.
    pub(crate) fn strike(self, portal: &Portal, turn: Turn, method: &str) {
        if let Some(rule) = self.rule() {
            portal.inject(turned(rule.on(method), turn));
            return;
        }
        match turn {
            // Until the pause after the first attempt.
            Turn::First => portal.close_for(Duration::from_millis(1)),
            Turn::Every => portal.refuse_connections(),
        }
        .unwrap();
    }

    /// Lets it happen to requests for tokens.
    pub(crate) fn strike_oauth(self, portal: &Portal, turn: Turn) {
        let rule = self.rule().expect("the two servers share a port");
        portal.inject(turned(rule.on_oauth(), turn));
    }

    fn rule(self) -> Option<Rule> {
        match self {
            Self::Of(fault) => Some(fault.into()),
            Self::Before(fault) => Some(fault.executed(false)),
            Self::After(fault) => Some(fault.executed(true)),
            Self::Refused => None,
        }
    }

    pub(crate) fn fault(self) -> Option<Fault> {
        self.rule().map(|rule| rule.fault())
    }

    /// Whether the client has to wait, in earnest, until an attempt has taken too long.
    pub(crate) fn is_slow(self) -> bool {
        matches!(self.fault(), Some(Fault::Silence | Fault::Stall | Fault::Drip))
    }
}

fn turned(rule: Rule, turn: Turn) -> Rule {
    match turn {
        Turn::First => rule.nth(1),
        Turn::Every => rule,
    }
}

/// The kind of an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Api,
    Auth,
    /// The answer is empty, no JSON, or no answer of the REST API.
    Empty,
    NotJson,
    NoResult,
    NoTokens,
    Mismatch,
    Transport(TransportErrorKind),
    /// Something on this side.
    Own,
}

impl Kind {
    pub(crate) fn of(error: &Error) -> Self {
        match error {
            Error::Api(_) => Self::Api,
            Error::Auth(_) => Self::Auth,
            Error::Transport(error) => Self::Transport(error.kind()),
            Error::Decode(error) => match error.problem() {
                DecodeProblem::Empty => Self::Empty,
                DecodeProblem::NotJson { .. } => Self::NotJson,
                DecodeProblem::NoResult => Self::NoResult,
                DecodeProblem::NoTokens { .. } => Self::NoTokens,
                _ => Self::Mismatch,
            },
            _ => Self::Own,
        }
    }
}
