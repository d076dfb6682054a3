//! Imports that are ended in the midst and started again: each contact is made once.

#![allow(clippy::unwrap_used, clippy::panic)] // in a test, a failure is a panic

#[path = "../portal/tests/dice/mod.rs"]
mod dice;
mod journal;
mod marks;
#[path = "../turned.rs"]
mod turned;

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use b24_portal::{Fault, Portal};
use dice::Dice;

/// A directory that goes with the test.
struct Directory(PathBuf);

impl Directory {
    fn new(test: &str) -> Self {
        let path = std::env::temp_dir().join(format!("b24-once-{test}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn journal(&self) -> PathBuf {
        self.0.join("import.journal")
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn origins(portal: &Portal) -> Vec<String> {
    let contacts = portal.contacts();
    let origins = contacts
        .iter()
        .map(|contact| contact.fields["ORIGIN_ID"].as_str().unwrap().to_owned());
    origins.collect()
}

/// Imports so many contacts, but ends after so many steps; how many failed, or `None` if it did not come to
/// its end.
fn import(portal: &Portal, directory: &Directory, count: u64, steps: u64) -> Option<u64> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_importer"))
        .arg(portal.webhook())
        .arg(directory.journal())
        .args([count.to_string(), steps.to_string()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut failed = None;
    for line in BufReader::new(child.stdout.take().unwrap()).lines() {
        let line = line.unwrap();
        match line.split_once(' ').unwrap() {
            ("?", key) => {
                let made = origins(portal).iter().any(|origin| origin == key);
                // It may have ended itself meanwhile.
                let _ = writeln!(stdin, "{}", if made { "yes" } else { "no" });
            }
            ("!", count) => failed = Some(count.parse().unwrap()),
            other => panic!("{other:?}"),
        }
    }
    child.wait().unwrap();
    failed
}

#[track_caller]
fn assert_all_made_once(portal: &Portal, count: u64) {
    let made = origins(portal);
    let each: BTreeSet<_> = made.iter().cloned().collect();
    assert_eq!(
        made.len(),
        each.len(),
        "{:?}",
        portal.duplicate_contacts("ORIGIN_ID")
    );
    let wanted: BTreeSet<_> = (0..count).map(|number| format!("p-{number}")).collect();
    assert_eq!(each, wanted);
}

const FOREVER: u64 = u64::MAX;

#[test]
fn an_import_that_ends_anywhere_goes_on_without_a_duplicate() {
    // Two requests, each with a note before it and one after it: three steps a note.
    for steps in 0..13 {
        let directory = Directory::new(&format!("anywhere-{steps}"));
        let portal = Portal::builder().unlimited().start().unwrap();
        let first = import(&portal, &directory, 80, steps);
        assert_eq!(first.is_none(), steps < 12, "after {steps} steps");
        assert_eq!(import(&portal, &directory, 80, FOREVER), Some(0));
        assert_all_made_once(&portal, 80);
        let executions = portal.executions("crm.contact.add");
        assert_eq!(import(&portal, &directory, 80, FOREVER), Some(0));
        assert_eq!(
            portal.executions("crm.contact.add"),
            executions,
            "nothing is left to do"
        );
    }
}

#[test]
fn an_import_that_ends_again_and_again_among_faults_goes_on_without_a_duplicate() {
    let mut dice = Dice::new(0x00B1_7812_4000_0021);
    for round in 0..8 {
        let directory = Directory::new(&format!("again-{round}"));
        let portal = Portal::builder().unlimited().start().unwrap();
        for fault in [
            Fault::ResetAfter,
            Fault::ResetBefore,
            Fault::QueryLimit,
            Fault::InternalError,
        ] {
            portal.inject(fault.on("batch").nth(1 + dice.roll(6)));
        }
        let mut runs = 0;
        while import(&portal, &directory, 230, dice.roll(24) as u64) != Some(0) {
            runs += 1;
            assert!(runs < 200, "it never comes to its end");
        }
        assert_all_made_once(&portal, 230);
    }
}
