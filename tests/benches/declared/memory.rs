//! The most memory that a compiler had while something ran.

use std::fs;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

/// What `run` gives, and the most MiB of a compiler of that crate, where the system tells.
pub(crate) fn watched<T>(krate: &str, run: impl FnOnce() -> T) -> (T, Option<u64>) {
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        let watch = scope.spawn(|| {
            let mut most = None;
            while !done.load(Ordering::Relaxed) {
                most = most.max(compilers(krate).max());
                thread::sleep(Duration::from_millis(20));
            }
            most
        });
        let result = run();
        done.store(true, Ordering::Relaxed);
        (result, watch.join().unwrap())
    })
}

/// The most MiB so far of each compiler of the crate that runs now, by proc(5).
fn compilers(krate: &str) -> impl Iterator<Item = u64> {
    let name = format!("--crate-name\0{krate}\0");
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    processes.filter_map(move |process| {
        let command = fs::read_to_string(process.path().join("cmdline")).ok()?;
        let status = command
            .contains(&name)
            .then(|| fs::read_to_string(process.path().join("status")));
        let status = status?.ok()?;
        let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
        let kibibytes: u64 = most.trim().strip_suffix(" kB")?.parse().ok()?;
        Some(kibibytes / 1024)
    })
}
