//! What a portal answers to walks through lists: a page after the other, and many in a batch.

use std::sync::atomic::{AtomicUsize, Ordering};

use b24::retry::Retry;
use b24::{Client, List, ListError, Pace, Position, Progress, Scan, b24_method};
use serde_json::Value;

use super::canned::{CODE, Portal, Turned, WEBHOOK, Watch, answer};
use super::declared::Thing;
use super::input::Input;
use super::{meter, shown};

const SECRETS: &[&str] = &[CODE];

/// Requests of a walk once the portal repeats its last answer: the walk sees it as a page, in a batch, and as
/// a page again.
const STALLED: usize = 4;

#[b24_method("test.rows", unlisted, effect = read, returns = Vec<Value>, list(id = "ID"))]
struct Rows;

#[b24_method("test.things", unlisted, effect = read, list(rows = "items", id = "id", item = Thing))]
struct Things;

#[b24_method("test.numbered", unlisted, effect = read, list(page = "PAGE", item = Value))]
struct Numbered;

#[b24_method("test.counted", unlisted, effect = read, list(rows = "rows", offset = "OFFSET", item = Value))]
struct Counted;

#[b24_method("main.eventlog.list", api = 3, at = "items", returns = Vec<Value>)]
struct Log;

#[b24_method("main.eventlog.tail", api = 3, at = "items", returns = Vec<Value>)]
struct Tail;

/// Which walk; then the answers, a line each, of which the last one is repeated.
pub(super) fn run(data: &[u8]) {
    let mut input = Input(data);
    let walk = input.choice(10);
    let answers: Vec<Vec<u8>> = input.0.split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    let most = answers.len() + 2 * STALLED;
    let repeated = answers.last().map_or(0, Vec::len) * 2 * STALLED;

    let given = AtomicUsize::new(0);
    let portal = Portal::new(move |_| {
        let number = given.fetch_add(1, Ordering::Relaxed);
        assert!(number < most, "the walk has no end");
        answer(200, "application/json", &answers[number.min(answers.len() - 1)])
    });
    let builder = Client::builder().webhook(WEBHOOK).transport(portal.clone());
    let builder = builder.clock(Turned::new()).observer(Watch(SECRETS));
    let builder = builder.retry(Retry::never()).pace(Pace::unlimited());
    let client = builder.build().unwrap();
    meter::bounded(data.len() + repeated + most * 4_096, || match walk {
        0 => pages(&client, &Rows::new()),
        1 => pages(&client, &Things::new()),
        2 => pages(&client, &Numbered::new()),
        3 => pages(&client, &Counted::new()),
        4 => pages(&client, &Log::new()),
        5 => pages(&client, &Tail::new()),
        6 => in_order(&scan(&client, &Rows::new(), false), false),
        7 => in_order(&scan(&client, &Rows::new(), true), true),
        8 => drop(scan(&client, &Things::new(), false)),
        _ => in_order(&scan(&client, &Log::new(), false), false),
    });
    assert!(portal.asked() > 0);
}

fn pages<M: List>(client: &Client, list: &M) {
    let walk = |from| client.pages(list).from(from).on_page(told);
    if let (_, Some(error)) = walked(walk(Position::default())) {
        let _ = walked(walk(error.position()));
    }
}

/// The rows of a walk, and of one that goes on where it ended.
fn scan<M: Scan>(client: &Client, list: &M, descending: bool) -> Vec<M::Item> {
    let walk = |from| {
        let scan = client.scan(list);
        let scan = if descending { scan.descending() } else { scan };
        scan.from(from).on_page(told)
    };
    let (mut rows, error) = walked(walk(Position::default()));
    if let Some(error) = error {
        rows.extend(walked(walk(error.position())).0);
    }
    rows
}

fn told(progress: &Progress) {
    shown::text(&format!("{progress:?}"), SECRETS);
}

/// An error tells where to go on and no secret, and nothing comes behind it.
fn walked<T>(mut walk: impl Iterator<Item = Result<T, ListError>>) -> (Vec<T>, Option<ListError>) {
    let mut rows = Vec::new();
    for row in walk.by_ref() {
        match row {
            Ok(row) => rows.push(row),
            Err(error) => {
                shown::error(&error, SECRETS);
                let kept = error.position().to_string();
                assert_eq!(kept.parse(), Ok(error.position()));
                assert!(!error.advice().to_string().is_empty());
                assert!(walk.next().is_none(), "an error ends the walk");
                return (rows, Some(error));
            }
        }
    }
    (rows, None)
}

/// Each row comes once, and in the order of the ids.
fn in_order(rows: &[Value], descending: bool) {
    let id = |row: &Value| {
        let id = row.get("ID").or(row.get("id"))?;
        id.as_u64().or_else(|| id.as_str()?.parse().ok())
    };
    let mut ids: Vec<u64> = rows.iter().filter_map(id).collect();
    if descending {
        ids.reverse();
    }
    assert!(ids.is_sorted_by(|one, next| one < next), "{ids:?}");
}
