//! What a command costs: time on the clock, and time of processors.

use std::process::{Command, Output};
use std::time::Instant;

use super::project;

/// Seconds.
#[derive(Clone, Copy)]
pub(crate) struct Cost {
    pub(crate) wall: f64,
    /// What the command and its children used; suffers less than the clock from what else runs.
    /// Nothing where the system does not tell.
    pub(crate) cpu: Option<f64>,
}

pub(crate) fn of(command: &mut Command) -> (Cost, Output) {
    let (start, before) = (Instant::now(), children());
    let output = project::run(command);
    let cost = Cost {
        wall: start.elapsed().as_secs_f64(),
        cpu: before.and_then(|before| Some(children()? - before)),
    };
    (cost, output)
}

/// What the children that have ended used so far, `cutime` and `cstime` of proc(5).
fn children() -> Option<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // The second field is the program's name, which may hold anything.
    let (_, fields) = stat.rsplit_once(')')?;
    let mut fields = fields.split_whitespace().skip(13);
    let mut ticks = || fields.next()?.parse::<u32>().ok();
    // Linux shows a hundred ticks a second to programs, whatever it uses inside.
    Some(f64::from(ticks()? + ticks()?) / 100.0)
}

/// A figure of several rounds: the one in the middle, and the least.
#[derive(Clone, Copy)]
pub(crate) struct Summary {
    pub(crate) median: f64,
    pub(crate) least: f64,
}

pub(crate) fn summary(figures: impl IntoIterator<Item = f64>) -> Option<Summary> {
    let mut figures: Vec<f64> = figures.into_iter().collect();
    figures.sort_by(f64::total_cmp);
    Some(Summary {
        median: *figures.get(figures.len() / 2)?,
        least: *figures.first()?,
    })
}

/// The rounds to run, unless the environment says otherwise.
pub(crate) fn rounds(usual: usize) -> usize {
    let given = std::env::var("B24_BENCH_ROUNDS").ok();
    given.map_or(usual, |given| {
        given.parse().expect("B24_BENCH_ROUNDS is a number")
    })
}
