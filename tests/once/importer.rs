//! A process that imports contacts, and ends itself where `main.rs` tells it to.

// The test reads what it prints, and sees how it ends.
#![allow(clippy::print_stdout, clippy::unwrap_used)]

use std::fs::OpenOptions;
use std::io::Write as _;
use std::process;
use std::sync::Mutex;
use std::time::Duration;

use b24::{Client, Clock, FileJournal, Id, Journal, Mark, Pace, StoreError, SystemClock, b24_method};
use serde_json::{Value, json};

/// As documented, as far as the test needs it.
#[allow(deprecated)] // the portal counts contacts that are made with it
#[b24_method("crm.contact.add", returns = Id)]
struct ContactAdd {
    #[b24(required)]
    fields: Value,
}

/// The machine's time, which waiting turns on.
#[derive(Debug, Default)]
struct Hurried(Mutex<Duration>);

impl Clock for Hurried {
    fn now(&self) -> Duration {
        SystemClock.now() + *self.0.lock().unwrap()
    }
    fn unix(&self) -> Duration {
        SystemClock.unix() + *self.0.lock().unwrap()
    }
    fn sleep(&self, duration: Duration) {
        *self.0.lock().unwrap() += duration;
    }
}

/// Ends the process at a step: before a note, in the middle of its first line, or after it.
struct Deadly {
    journal: FileJournal,
    path: String,
    steps_left: u64,
}

impl Deadly {
    fn step(&mut self, torn: bool) {
        if self.steps_left == 0 {
            if torn {
                let mut file = OpenOptions::new().append(true).open(&self.path).unwrap();
                file.write_all(b"done \"p-").unwrap();
            }
            process::abort();
        }
        self.steps_left -= 1;
    }
}

impl Journal for Deadly {
    fn mark(&mut self, key: &str) -> Result<Option<Mark>, StoreError> {
        self.journal.mark(key)
    }
    fn note(&mut self, marks: &[(&str, Mark)]) -> Result<(), StoreError> {
        self.step(false);
        self.step(true);
        self.journal.note(marks)?;
        self.step(false);
        Ok(())
    }
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let mut next = || arguments.next().unwrap();
    let (webhook, path) = (next(), next());
    let number = |text: String| text.parse::<u64>().unwrap();
    let (count, steps_left) = (number(next()), number(next()));
    let builder = Client::builder().webhook(&webhook).pace(Pace::unlimited());
    let client = builder.clock(Hurried::default()).build().unwrap();
    let journal = Deadly {
        journal: FileJournal::open(&path).unwrap(),
        path,
        steps_left,
    };
    let calls = (0..count).map(|number| {
        let key = format!("p-{number}");
        let call = ContactAdd::new(json!({"NAME": "Ada", "ORIGIN_ID": key}));
        (key, call)
    });
    let results = client.send_once(journal, calls, |key, _| Ok(was_made(key)));
    let failed = results.filter(|(_, result)| result.is_err()).count();
    println!("! {failed}");
}

/// The test knows.
fn was_made(key: &str) -> bool {
    println!("? {key}");
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer).unwrap();
    answer.trim() == "yes"
}
