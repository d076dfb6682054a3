//! Measures two ways of doing one thing, in turns, so that whatever else the machine does befalls
//! both.

use std::time::{Duration, Instant};

/// How long the two take, each as a median, and how much longer the second takes.
///
/// Each turn runs both `times` over, the first one first and the second one first by turns.
pub(crate) fn compare(
    name: &str,
    baseline: &str,
    turns: usize,
    times: u32,
    mut first: impl FnMut(),
    mut second: impl FnMut(),
) {
    let mut figures: Vec<(Duration, Duration)> = Vec::with_capacity(turns);
    for turn in 0..turns + turns / 10 {
        let figure = if turn % 2 == 0 {
            let first = timed(times, &mut first);
            (first, timed(times, &mut second))
        } else {
            let second = timed(times, &mut second);
            (timed(times, &mut first), second)
        };
        // The first tenth warms up: caches, connections, the processor's clock.
        if turn >= turns / 10 {
            figures.push(figure);
        }
    }
    let first = median(figures.iter().map(|(first, _)| first.as_secs_f64()).collect());
    let second = median(figures.iter().map(|(_, second)| second.as_secs_f64()).collect());
    let paired = median(
        figures
            .iter()
            .map(|(first, second)| second.as_secs_f64() / first.as_secs_f64())
            .collect(),
    );
    let each = |total: f64| total / f64::from(times) * 1e6;
    println!(
        "{name:<24} {:>10.3} µs; {baseline} {:>10.3} µs; ratio of medians {:.3}, median of ratios {paired:.3}",
        each(second),
        each(first),
        second / first,
    );
}

fn timed(times: u32, run: &mut impl FnMut()) -> Duration {
    let start = Instant::now();
    for _ in 0..times {
        run();
    }
    start.elapsed()
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}
