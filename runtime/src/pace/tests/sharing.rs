//! Several programs through one file; here each is a pace of its own.

use std::fs::{self, File};
use std::path::PathBuf;
use std::time::Duration;

use super::timeline::Timeline;
use super::{FOREVER, Turned, refusal, seconds, waits};
use crate::clock::Clock;
use crate::pace::{Pace, Patience};

/// A directory that is removed again.
struct Directory(PathBuf);

impl Directory {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("b24-pace-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn file(&self) -> PathBuf {
        self.0.join("portal.pace")
    }

    fn pace(&self) -> Pace {
        Pace::custom(3, 2.0).unwrap().shared_through(self.file()).unwrap()
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn programs_count_together() {
    let (directory, clock) = (Directory::new("together"), Turned::default());
    let (one, other) = (directory.pace(), directory.pace());
    assert_eq!(refusal(&one, &clock), None);
    assert_eq!(refusal(&other, &clock), None);
    assert_eq!(refusal(&one, &clock), None);
    assert_eq!(refusal(&other, &clock).unwrap().wait(), seconds(0.5));
    assert_eq!(waits(&one, &clock), seconds(0.5));
    assert_eq!(
        refusal(&directory.pace(), &clock).unwrap().wait(),
        seconds(0.5),
        "one that comes later"
    );
}

#[test]
fn a_refusal_of_one_slows_the_others() {
    let (directory, clock) = (Directory::new("refusal"), Turned::default());
    let (one, other) = (directory.pace(), directory.pace());
    one.take(&clock, "crm.deal.list", &[], FOREVER)
        .unwrap()
        .rate_limited();
    let wait = refusal(&other, &clock).unwrap().wait().as_secs_f64();
    assert!((0.99..1.0).contains(&wait), "{wait}");
}

#[test]
fn many_threads_of_two_programs_keep_the_rate() {
    let directory = Directory::new("threads");
    let paces = [directory.pace(), directory.pace()];
    let mut sent = Timeline::run(16, |clock, number| {
        drop(
            paces[number % 2]
                .take(clock, "crm.deal.list", &[], FOREVER)
                .unwrap(),
        );
        clock.now()
    });
    sent.sort();
    // Who finds the file in use tries again a little later.
    let soon = seconds(0.1);
    for (number, sent) in (0..).zip(sent) {
        let due = Duration::from_millis(500) * u32::saturating_sub(number, 2);
        assert!((due..due + soon).contains(&sent), "{number}: {sent:?}");
    }
}

#[test]
fn a_file_that_another_process_keeps_holds_nobody_up_for_long() {
    let (directory, clock) = (Directory::new("kept"), Turned::default());
    let (hurried, patient, one, other) = (
        directory.pace(),
        directory.pace(),
        directory.pace(),
        directory.pace(),
    );
    let kept = File::options().write(true).open(directory.file()).unwrap();
    kept.lock().unwrap();

    assert_eq!(refusal(&hurried, &clock), None);
    assert!(clock.now() <= seconds(0.01), "{:?}", clock.now());
    assert!((seconds(0.9)..=seconds(1.0)).contains(&waits(&patient, &clock)));
    let begin = clock.now();
    let patience = Patience {
        at_once: false,
        deadline: Some(begin + seconds(0.2)),
    };
    let permit = one.take(&clock, "crm.deal.list", &[], patience).unwrap();
    let waited = permit.waited();
    assert!(waited <= seconds(0.1), "{waited:?}");
    assert_eq!(clock.now(), begin + waited);

    // It goes on alone, and at the rate.
    assert_eq!(waits(&one, &clock), Duration::ZERO);
    assert_eq!(waits(&one, &clock), Duration::ZERO);
    permit.rate_limited();
    let alone = refusal(&one, &clock).unwrap().wait();
    drop(directory.pace()); // one that begins now

    drop(kept);
    let told = refusal(&other, &clock);
    assert_eq!(told, None, "what was done alone is not told yet");
    let again = refusal(&one, &clock).unwrap().wait();
    assert_eq!(again, alone);
    assert_eq!(refusal(&other, &clock).unwrap().wait(), again, "now it is");
}

#[test]
fn a_damaged_file_does_not_forget_what_this_process_knows() {
    let (directory, clock) = (Directory::new("damaged"), Turned::default());
    let pace = directory.pace();
    for damage in ["", "b24-pace 1 at=", "\0\0\0\0", "Dear Anna,", "\u{fffd}"] {
        waits(&pace, &clock);
        fs::write(directory.file(), damage).unwrap();
        waits(&pace, &clock);
        clock.turn(seconds(10.0));
    }
    for _ in 0..3 {
        waits(&pace, &clock);
    }
    fs::remove_file(directory.file()).unwrap();
    assert!(refusal(&pace, &clock).is_some());
    let text = fs::read_to_string(directory.file()).unwrap();
    assert!(text.starts_with("b24-pace 1 "), "written anew: {text}");
}

#[test]
fn what_a_machine_without_power_left_behind_is_started_anew() {
    let (directory, clock) = (Directory::new("power"), Turned::default());
    for left in ["", "\0\0\0\0", "b24-pace 1 at=5 drained="] {
        fs::write(directory.file(), left).unwrap();
        assert_eq!(refusal(&directory.pace(), &clock), None);
        fs::remove_file(directory.file()).unwrap();
    }
}

#[test]
fn a_file_of_something_else_is_left_alone() {
    let directory = Directory::new("letter");
    fs::write(directory.file(), "Dear Anna,").unwrap();
    assert!(Pace::standard().shared_through(directory.file()).is_err());
    assert_eq!(fs::read_to_string(directory.file()).unwrap(), "Dear Anna,");
    assert!(
        Pace::standard().shared_through(&directory.0).is_err(),
        "a directory"
    );
}

#[test]
fn without_its_directory_each_process_counts_for_itself() {
    let (directory, clock) = (Directory::new("gone"), Turned::default());
    let pace = directory.pace();
    waits(&pace, &clock);
    fs::remove_dir_all(&directory.0).unwrap();
    waits(&pace, &clock);
    waits(&pace, &clock);
    assert_eq!(refusal(&pace, &clock).unwrap().wait(), seconds(0.5));
}

#[test]
fn a_clock_that_is_set_back_costs_nobody_more_than_the_wait() {
    let (directory, clock) = (Directory::new("back"), Turned::default());
    let pace = directory.pace();
    clock.set(seconds(1e9));
    for _ in 0..3 {
        waits(&pace, &clock);
    }
    clock.set(seconds(1e9 - 86_400.0));
    assert_eq!(waits(&pace, &clock), seconds(0.5));
    clock.set(seconds(1e9 + 86_400.0));
    assert_eq!(waits(&pace, &clock), Duration::ZERO);
}
