//! A pace that processes share through a file: `share_pace`.
#![allow(clippy::unwrap_used)] // also outside of the test functions

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

/// A directory that is removed again, with the file in it.
struct Directory(PathBuf);

impl Directory {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("b24-processes-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn start(&self, arguments: &[&str]) -> Child {
        Command::new(env!("CARGO_BIN_EXE_share_pace"))
            .arg(self.0.join("portal.pace"))
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap()
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Lets it begin.
fn go(child: &mut Child) {
    child.stdin.as_mut().unwrap().write_all(b"go\n").unwrap();
}

/// How many turns it got.
fn turns(child: Child) -> u32 {
    let output = child.wait_with_output().unwrap();
    String::from_utf8(output.stdout)
        .unwrap()
        .trim_end()
        .parse()
        .unwrap()
}

/// Waits until it has told so much.
fn read_lines(child: &mut Child, count: usize) {
    let lines = BufReader::new(child.stdout.as_mut().unwrap()).lines();
    let read: io::Result<Vec<String>> = lines.take(count).collect();
    assert_eq!(read.unwrap().len(), count);
}

/// Runs it alone.
fn turns_alone(directory: &Directory, burst: &str, tries: &str) -> u32 {
    let mut child = directory.start(&[burst, tries]);
    go(&mut child);
    turns(child)
}

#[test]
fn processes_that_race_take_each_turn_once() {
    let directory = Directory::new("race");
    let mut children: Vec<Child> = (0..8).map(|_| directory.start(&["300", "100"])).collect();
    children.iter_mut().for_each(go);
    assert_eq!(children.into_iter().map(turns).sum::<u32>(), 300);
    assert_eq!(turns_alone(&directory, "300", "1"), 0, "one that comes later");
}

#[test]
fn a_process_that_is_killed_with_the_file_in_its_hands_stops_nobody() {
    let directory = Directory::new("holder");
    let mut holder = directory.start(&["hold"]);
    read_lines(&mut holder, 1);
    let mut waiting = directory.start(&["5", "10"]);
    go(&mut waiting);
    holder.kill().unwrap();
    holder.wait().unwrap();
    assert_eq!(turns(waiting), 5);
}

#[test]
fn a_process_that_keeps_the_file_stops_nobody() {
    let directory = Directory::new("keeper");
    let mut keeper = directory.start(&["hold"]);
    read_lines(&mut keeper, 1);
    assert_eq!(turns_alone(&directory, "5", "10"), 5, "it counts for itself");
    keeper.kill().unwrap();
    keeper.wait().unwrap();
}

#[test]
fn processes_that_are_killed_while_they_take_turns_give_none_back() {
    let directory = Directory::new("killed");
    for _ in 0..10 {
        let mut child = directory.start(&["1000000", "forever"]);
        go(&mut child);
        read_lines(&mut child, 50);
        child.kill().unwrap();
        child.wait().unwrap();
        // Who takes no more than fifty at once finds them all taken.
        assert_eq!(turns_alone(&directory, "50", "1"), 0);
    }
}
