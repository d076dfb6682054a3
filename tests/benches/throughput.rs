//! How many calls a second 1, 8 and 64 threads make through one client, against the same requests written
//! by hand on the same agent of ureq. The server on loopback has no limits, and shares this machine.

#![allow(clippy::unwrap_used, clippy::print_stdout)] // a program for a person to look at

mod answer;
mod plain;
mod server;

use std::thread;
use std::time::{Duration, Instant};

use b24::{Client, Limits, Pace, UreqTransport};
use plain::PlainAnswer;
use ureq::Agent;

/// How long each side runs in a turn, after so much that opens the connections, and how many turns there are.
const TURN: Duration = Duration::from_millis(200);
const WARM_UP: Duration = Duration::from_millis(50);
const TURNS: usize = 41;

fn main() {
    println!("calls a second on loopback; at least 0.95 of the baseline is the aim");
    let address = server::serve();
    let limits = Limits::default();
    for threads in [1, 8, 64] {
        let webhook = format!("http://{address}/rest/1/sandboxcode0000/");
        let (declared, plain) = plain::chats(60);
        let url = format!("{webhook}imbot.chat.add");
        let mut ratios = Vec::new();
        let mut rates = Vec::new();
        for turn in 0..TURNS {
            // Where a connection lies, and on which processor its server runs, is not to decide.
            let agent = Agent::config_builder()
                .http_status_as_error(false)
                .max_redirects(0)
                .max_response_header_size(limits.header_size)
                .timeout_resolve(Some(limits.connect))
                .timeout_connect(Some(limits.connect))
                .timeout_global(Some(limits.attempt))
                .max_idle_connections(threads)
                .max_idle_connections_per_host(threads)
                .build()
                .new_agent();
            let client = Client::builder()
                .webhook(&webhook)
                .transport(UreqTransport::new(agent.clone()))
                .pace(Pace::unlimited())
                .build()
                .unwrap();
            let bare = || {
                let mut answer = agent
                    .post(&url)
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/json")
                    .header("User-Agent", "by-hand/1.0")
                    .send(&serde_json::to_vec(&plain).unwrap())
                    .unwrap();
                let content = answer.body_mut().with_config().limit(limits.answer_size);
                let answer: PlainAnswer = serde_json::from_slice(&content.read_to_vec().unwrap()).unwrap();
                assert_eq!(answer.result, 2725);
                std::hint::black_box(answer.time);
            };
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
