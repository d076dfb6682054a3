//! What the program calls.
#![allow(missing_docs)] // private to the test

use b24::{Client, Error, b24_method};
use b24_portal::{Answer, Portal};
use serde_json::{Value, json};
use std::time::Duration;

#[b24_method("user.current", effect = read)]
struct UserCurrent;

#[b24_method("acme.report", unlisted, effect = read)]
struct Report {
    #[b24(required)]
    number: u64,
}

#[b24_method("tasks.task.get", effect = read, api = 3)]
struct TaskGet {
    #[b24(required)]
    id: u64,
}

/// One kind of call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Work {
    /// Reads something small.
    WhoAmI,
    /// Reads something that takes the portal a minute and a half.
    Report,
    /// Reads through REST 3.
    ReadTask,
    /// Changes something, and does so twice if it is sent twice.
    AddDeal,
    /// Likewise; takes the portal a minute.
    Recount,
    /// Changes something through REST 3.
    AddTask,
    /// Likewise; takes the portal most of a minute.
    MoveTask,
}

impl Work {
    pub(crate) const ALL: [Self; 7] = [
        Self::WhoAmI,
        Self::Report,
        Self::ReadTask,
        Self::AddDeal,
        Self::Recount,
        Self::AddTask,
        Self::MoveTask,
    ];

    pub(crate) const LIGHT: [Self; 4] = [Self::WhoAmI, Self::ReadTask, Self::AddDeal, Self::AddTask];

    pub(crate) const HEAVY: [Self; 3] = [Self::Report, Self::Recount, Self::MoveTask];

    /// Teaches the portal what it does not know of itself.
    pub(crate) fn teach(portal: &Portal) {
        for work in Self::ALL {
            portal.cost(work.method(), work.cost());
        }
        // It keeps nothing, so that its memory does not grow with the year.
        for work in Self::ALL.into_iter().filter(|work| *work != Self::WhoAmI) {
            portal.answer(work.method(), Answer::echo());
        }
    }

    pub(crate) fn method(self) -> &'static str {
        match self {
            Self::WhoAmI => "user.current",
            Self::Report => "acme.report",
            Self::ReadTask => "tasks.task.get",
            Self::AddDeal => "crm.deal.add",
            Self::Recount => "acme.stock.recount",
            Self::AddTask => "tasks.task.add",
            Self::MoveTask => "acme.task.move",
        }
    }

    fn cost(self) -> Duration {
        Duration::from_millis(match self {
            Self::Report => 90_000,
            Self::Recount => 60_000,
            Self::MoveTask => 50_000,
            Self::AddTask => 150,
            Self::WhoAmI | Self::ReadTask | Self::AddDeal => 0,
        })
    }

    pub(crate) fn is_read(self) -> bool {
        matches!(self, Self::WhoAmI | Self::Report | Self::ReadTask)
    }

    /// Calls the method; an answer is the one to this call, and to no other.
    pub(crate) fn call(self, client: &Client, number: u64) -> Result<(), Error> {
        let text = number.to_string();
        match self {
            Self::WhoAmI => {
                let user = UserCurrent::new().call(client)?.result;
                assert_eq!(user["ID"], "1");
            }
            Self::Report => {
                let report: Value = Report::new(number).call(client)?.result;
                assert_eq!(report["NUMBER"], number);
            }
            Self::ReadTask => {
                let task: Value = TaskGet::new(number).call(client)?.result;
                assert_eq!(task["id"], number);
            }
            Self::AddDeal | Self::Recount => {
                let answer = client.call_raw(self.method(), &json!({"TITLE": text}))?;
                assert_eq!(answer.result["TITLE"], text.as_str());
            }
            Self::AddTask | Self::MoveTask => {
                let answer = client.call_raw_v3(self.method(), &json!({"title": text}))?;
                assert_eq!(answer.result["title"], text.as_str());
            }
        }
        Ok(())
    }
}
