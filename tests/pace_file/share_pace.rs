//! A program that shares a pace with others through a file: `share_pace FILE BURST TRIES` asks for so
//! many turns that come soon, and prints how many it got; a line of its input starts it. Where TRIES
//! is `forever` it tells of each turn that it gets. `share_pace FILE hold` takes the file for itself and
//! keeps it.

#![allow(clippy::print_stdout)] // the test reads it

#[allow(dead_code)] // a part of it is enough here
#[path = "../../runtime/src/pace/bucket.rs"]
mod bucket;
#[allow(dead_code)]
#[path = "../../runtime/src/pace/queue.rs"]
mod queue;
#[allow(dead_code)]
#[path = "../../runtime/src/pace/shared.rs"]
mod shared;
mod sync {
    pub(super) use std::sync::Mutex;
}
mod clock {
    pub(crate) use b24::Clock;
}

use std::error::Error;
use std::path::PathBuf;
use std::time::Duration;
use std::{env, io};

use b24::SystemClock;
use bucket::Rate;
use queue::Queue;
use shared::StateFile;

/// No turn comes back while a test runs, nor in the time that one may wait for the file.
const PER_SECOND: f64 = 0.0001;
const PATIENCE: Duration = Duration::from_mins(1);

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.as_slice() {
        [file, hold] if hold == "hold" => {
            let file = StateFile::open(PathBuf::from(file))?;
            let locked = file.try_lock()?.ok_or("another has it")?;
            println!("locked");
            io::stdin().read_line(&mut String::new())?;
            drop(locked);
        }
        [file, burst, tries] => {
            let rate = Rate::new(burst.parse()?, PER_SECOND).ok_or("no rate")?;
            let queue = Queue::new(rate).shared(PathBuf::from(file))?;
            let turn = || queue.wait(&SystemClock, || Some(PATIENCE)).is_ok();
            io::stdin().read_line(&mut String::new())?;
            if tries == "forever" {
                loop {
                    if turn() {
                        println!("turn");
                    }
                }
            }
            let tries: u32 = tries.parse()?;
            println!("{}", (0..tries).filter(|_| turn()).count());
        }
        _ => return Err("share_pace FILE BURST TRIES, or share_pace FILE hold".into()),
    }
    Ok(())
}
