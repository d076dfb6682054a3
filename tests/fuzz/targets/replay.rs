//! Recordings that were changed by hand, or are none.

use std::fs;

use b24::retry::Retry;
use b24::{Client, Pace, Replay};

use super::canned::{CODE, Turned, WEBHOOK, Watch};
use super::{meter, recorder, shown};

const SECRETS: &[&str] = &[CODE];

/// The file of one exchange.
pub(super) fn run(data: &[u8]) {
    let directory = recorder::directory("replay");
    fs::write(directory.join("0001-server.time.json"), data).unwrap();
    let replay = match meter::bounded(data.len(), || Replay::open(&directory)) {
        Ok(replay) => replay,
        // It names the file, and shows nothing of it.
        Err(error) => {
            let words = error.to_string();
            return assert!(
                words.ends_with("0001-server.time.json: it is not a whole exchange"),
                "{words}"
            );
        }
    };
    assert_eq!(replay.left(), 1);
    let builder = Client::builder().webhook(WEBHOOK).transport(replay);
    let builder = builder.clock(Turned::new()).observer(Watch(SECRETS));
    let client = builder
        .retry(Retry::never())
        .pace(Pace::unlimited())
        .build()
        .unwrap();
    if let Err(error) = meter::bounded(data.len(), || client.call_raw("server.time", &())) {
        shown::error(&error, SECRETS);
    }
}
