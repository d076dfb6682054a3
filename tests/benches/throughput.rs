//! How many calls a second 1, 8 and 64 threads make through one client, against the same requests written
//! by hand on the same agent of ureq. The server on loopback has no limits, and shares this machine.

#![allow(clippy::unwrap_used, clippy::print_stdout)] // a program for a person to look at

mod answer;
mod bare;
mod plain;
mod server;

use std::thread;
use std::time::{Duration, Instant};

/// How long each side runs in a turn, after so much that opens the connections, and how many turns there are.
const TURN: Duration = Duration::from_millis(200);
const WARM_UP: Duration = Duration::from_millis(50);
const TURNS: usize = 41;

fn main() {
    println!("calls a second on loopback; at least 0.95 of the baseline is the aim");
    let address = server::serve();
    for threads in [1, 8, 64] {
        let webhook = format!("http://{address}/rest/1/sandboxcode0000/");
        let (declared, plain) = plain::chats(60);
        let url = format!("{webhook}imbot.chat.add");
        let mut ratios = Vec::new();
        let mut rates = Vec::new();
        for turn in 0..TURNS {
            // Where a connection lies, and on which processor its server runs, is not to decide.
            let agent = bare::agent(threads);
            let client = bare::client(&webhook, &agent);
            let bare = || bare::call(&agent, &url, &plain);
            let ours = || assert_eq!(declared.call(&client).unwrap().result, 2725);
            rate(threads, WARM_UP, &bare);
            let (bare, ours) = if turn % 2 == 0 {
                let bare = rate(threads, TURN, &bare);
                (bare, rate(threads, TURN, &ours))
            } else {
                let ours = rate(threads, TURN, &ours);
                (rate(threads, TURN, &bare), ours)
            };
            ratios.push(ours / bare);
            rates.push(ours);
        }
        ratios.sort_by(f64::total_cmp);
        rates.sort_by(f64::total_cmp);
        println!(
            "{threads:>2} threads {:>9.0} calls/s; median of ratios {:.3}",
            rates[TURNS / 2],
            ratios[TURNS / 2]
        );
    }
}

/// How many runs a second so many threads make.
#[allow(clippy::cast_precision_loss)] // there are few enough
fn rate(threads: usize, time: Duration, run: &(impl Fn() + Sync)) -> f64 {
    let start = Instant::now();
    let runs: usize = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|_| {
                scope.spawn(|| {
                    let mut runs = 0;
                    while start.elapsed() < time {
                        run();
                        runs += 1;
                    }
                    runs
                })
            })
            .collect();
        workers.into_iter().map(|worker| worker.join().unwrap()).sum()
    });
    runs as f64 / start.elapsed().as_secs_f64()
}
