//! Decoding a scan's answers, against serde's `from_slice` into the same rows from the same bytes, and
//! against untyped JSON.

use std::collections::{BTreeMap, VecDeque};
use std::hint::black_box;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use b24::{Client, Limits, Pace, Transport, TransportError};
use b24_portal::Portal;
use serde::Deserialize;
use serde_json::Value;

use crate::{Deal, DealList};

const BATCHES: u64 = 20;
const TURNS: usize = 15;

/// Answers that were made before.
struct Canned(Mutex<VecDeque<Vec<u8>>>);

impl Transport for Canned {
    fn send(&self, _: http::Request<Vec<u8>>, _: &Limits) -> Result<http::Response<Vec<u8>>, TransportError> {
        let answer = self.0.lock().unwrap().pop_front().unwrap();
        Ok(http::Response::new(answer))
    }
}

const TIME: &str = r#"{"start":1771928379,"finish":1771928379.102187,"duration":0.102186918258667,"processing":0,"date_start":"2026-02-24T13:19:39+01:00","date_finish":"2026-02-24T13:19:40+01:00","operating_reset_at":1771928979,"operating":0}"#;

/// The answers to a scan, in turn: a page, ten in a batch, then fifty in a batch, and the end.
fn answers() -> Vec<Vec<u8>> {
    let portal = Portal::start().unwrap();
    let deals = portal.fill("crm.deal.list", (BATCHES + 1) * 2_500);
    let page = |number: u64| {
        let ids = number * 50 + 1..=number * 50 + 50;
        let rows: Vec<String> = ids.filter_map(|id| deals.row(id)).collect();
        format!("[{}]", rows.join(","))
    };
    let call = |result: &str| format!(r#"{{"result":{result},"total":0,"time":{TIME}}}"#).into_bytes();
    let batch = |first: u64, pages: u64| {
        let each = |write: &dyn Fn(u64) -> String| {
            let parts: Vec<String> = (0..pages)
                .map(|part| format!(r#""c{part}":{}"#, write(part)))
                .collect();
            format!("{{{}}}", parts.join(","))
        };
        let result = each(&|part| page(first + part));
        let times = each(&|_| TIME.to_owned());
        let totals = each(&|_| "0".to_owned());
        let all = format!(
            r#"{{"result":{result},"result_error":[],"result_total":{totals},"result_next":[],"result_time":{times}}}"#
        );
        format!(r#"{{"result":{all},"time":{TIME}}}"#).into_bytes()
    };
    let mut answers = vec![call(&page(0)), batch(1, 10)];
    answers.extend((0..BATCHES).map(|number| batch(11 + number * 50, 50)));
    // Nothing comes behind the last row.
    answers.push(batch(u64::MAX / 100, 1));
    answers
}

#[derive(Deserialize)]
struct Call {
    result: Vec<Deal>,
}

#[derive(Deserialize)]
struct Batch {
    result: Results,
}

#[derive(Deserialize)]
struct Results {
    result: BTreeMap<String, Vec<Deal>>,
}

fn client(answers: &[Vec<u8>]) -> Client {
    Client::builder()
        .webhook("http://127.0.0.1/rest/1/sandboxcode0000/")
        .transport(Canned(Mutex::new(answers.iter().cloned().collect())))
        .pace(Pace::unlimited())
        .build()
        .unwrap()
}

/// Takes each row and lets it go.
fn taken(rows: impl Iterator<Item = Deal>) -> usize {
    let mut count = 0;
    for row in rows {
        black_box(row);
        count += 1;
    }
    count
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let begun = Instant::now();
    let done = work();
    (begun.elapsed(), done)
}

pub(crate) fn against_serde() {
    let answers = answers();
    let bytes: usize = answers.iter().map(Vec::len).sum();
    let mut figures: Vec<[f64; 3]> = Vec::new();
    let mut rows = 0;
    for _ in 0..TURNS {
        let ready = client(&answers);
        let (ours, count) = timed(|| {
            let scan = ready.scan(&DealList::new());
            taken(scan.map(Result::unwrap))
        });
        rows = count;
        let (serde, count) = timed(|| {
            let mut count = 0;
            for (place, answer) in answers.iter().enumerate() {
                if place == 0 {
                    let call: Call = serde_json::from_slice(answer).unwrap();
                    count += taken(call.result.into_iter());
                } else {
                    let batch: Batch = serde_json::from_slice(answer).unwrap();
                    count += taken(batch.result.result.into_values().flatten());
                }
            }
            count
        });
        assert_eq!(rows, count);
        let ready = client(&answers);
        let (raw, ()) = timed(|| {
            for _ in &answers {
                black_box(ready.call_raw("batch", &Value::Null).unwrap());
            }
        });
        figures.push([ours, serde, raw].map(|took| took.as_secs_f64()));
    }
    let median = |of: &dyn Fn(&[f64; 3]) -> f64| {
        let mut sorted: Vec<f64> = figures.iter().map(of).collect();
        sorted.sort_by(f64::total_cmp);
        sorted[sorted.len() / 2]
    };
    let each = |took: f64| took / f64::from(u32::try_from(rows).unwrap()) * 1e6;
    println!(
        "decoding {rows} rows, {} bytes each: scan {:.3} µs a row, serde {:.3}; rate {:.3} of serde's (aim 0.9); untyped {:.3} µs a row",
        bytes / rows,
        each(median(&|[ours, ..]| *ours)),
        each(median(&|[_, serde, _]| *serde)),
        median(&|[ours, serde, _]| serde / ours),
        each(median(&|[.., raw]| *raw)),
    );
}
