//! `Idempotency-Key`: a call repeated with the same key gets the first one's answer, and does not
//! run.

use std::{
    collections::{BTreeMap, VecDeque},
    time::Duration,
};

use super::{Caller, Failure, failures};
use crate::{received::Received, reply::Reply};

pub(super) const IDEMPOTENCY_KEY: &str = "Idempotency-Key";

/// How long an answer is kept.
const KEPT: Duration = Duration::from_hours(24);

/// The last parts of names of methods that change nothing: for them the header counts nothing.
const READING: [&str; 4] = ["get", "list", "tail", "aggregate"];

/// A key of one caller for one method.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    account: &'static str,
    user: i64,
    method: String,
    text: String,
}

impl Key {
    /// The request's key, if it has one and it counts.
    pub(super) fn of(request: &Received, caller: &Caller, method: &str) -> Result<Option<Self>, Failure> {
        let Some(text) = request.header(IDEMPOTENCY_KEY) else {
            return Ok(None);
        };
        let last = method.rsplit('.').next().unwrap_or_default();
        if READING.contains(&last) {
            return Ok(None);
        }
        let printable = text.bytes().all(|byte| (b' '..=b'~').contains(&byte));
        if !printable || !(1..=255).contains(&text.len()) {
            return Err(failures::invalid_key());
        }
        Ok(Some(Self {
            account: caller.account,
            user: caller.user,
            method: method.to_owned(),
            text: text.to_owned(),
        }))
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }
}

/// The answers of calls with a key.
#[derive(Debug, Default)]
pub(crate) struct Saved {
    answers: BTreeMap<Key, Answered>,
    /// The keys, oldest first: what is over is forgotten from the front.
    order: VecDeque<(Duration, Key)>,
}

#[derive(Debug)]
struct Answered {
    body: Vec<u8>,
    reply: Reply,
}

impl Saved {
    /// The kept answer to this key, marked as such; a failure where it belongs to another body.
    pub(super) fn replay(&mut self, key: &Key, body: &[u8], now: Duration) -> Result<Option<Reply>, Failure> {
        self.forget(now);
        match self.answers.get(key) {
            None => Ok(None),
            Some(answered) if answered.body == body => {
                let reply = answered.reply.clone();
                Ok(Some(reply.with_header("Idempotent-Replayed", "true")))
            }
            Some(_) => Err(failures::reused_key()),
        }
    }

    /// Keeps a success; after anything else the method is to run again.
    pub(super) fn keep(&mut self, key: Key, body: &[u8], reply: &Reply, now: Duration) {
        if !matches!(reply, Reply::Http(response) if response.status == 200) {
            return;
        }
        let answered = Answered {
            body: body.to_vec(),
            reply: reply.clone(),
        };
        self.answers.insert(key.clone(), answered);
        self.order.push_back((now, key));
    }

    fn forget(&mut self, now: Duration) {
        while let Some((kept, key)) = self.order.front()
            && now.saturating_sub(*kept) >= KEPT
        {
            self.answers.remove(key);
            self.order.pop_front();
        }
    }
}
