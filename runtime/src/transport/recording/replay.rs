//! A transport that answers from what was recorded.

use std::collections::{HashMap, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::{fmt, fs, io};

use super::answer::{self, Answer};
use super::message::{self, Members};
use super::question::Question;
use super::recorder;
use crate::error::{TransportError, TransportErrorKind};
use crate::transport::{Limits, Transport};

/// Answers from what a [`Recorder`](crate::Recorder) wrote, and sends nothing.
///
/// A request has the recorded answer if it asks the same: the same method and parameters, whatever the
/// portal and the credentials. What was asked several times is answered in the recorded order, each
/// answer once; a failure is one again. What was not recorded is an error that names the method.
///
/// ```
/// use std::sync::Arc;
/// use b24::{Client, Replay};
///
/// # let directory = std::env::temp_dir().join(format!("b24-replay-{}", std::process::id()));
/// # std::fs::create_dir_all(&directory)?;
/// # std::fs::write(directory.join("0001-server.time.json"), r#"{
/// #     "request": {"method": "POST", "address": "https://x.bitrix24.com/rest/1/***/server.time", "headers": [], "json": {}},
/// #     "answer": {"status": 200, "headers": [], "json": {"result": "2026-02-24T13:19:39+03:00"}}
/// # }"#)?;
/// let replay = Arc::new(Replay::open(&directory)?);
/// let client = Client::builder()
///     .webhook("https://example.bitrix24.com/rest/1/c0de5ecret/")
///     .transport(replay.clone())
///     .build()?;
/// assert_eq!(client.call_raw("server.time", &())?.result, "2026-02-24T13:19:39+03:00");
/// assert_eq!(replay.left(), 0); // each was asked for
///
/// let error = client.call_raw("server.time", &()).unwrap_err();
/// assert!(error.to_string().contains("no recorded answer is left for `server.time`"));
/// # std::fs::remove_dir_all(&directory)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Replay {
    answers: Mutex<HashMap<Question, VecDeque<Answer>>>,
}

impl Replay {
    /// Reads a directory that a [`Recorder`](crate::Recorder) wrote; other files in it do no harm.
    ///
    /// # Errors
    /// If it cannot be read, or one of its files is not whole; the error names that.
    pub fn open(directory: impl AsRef<Path>) -> io::Result<Self> {
        let mut files: Vec<(u32, PathBuf)> = Vec::new();
        for entry in fs::read_dir(directory)? {
            let path = entry?.path();
            files.extend(recorder::number(&path).map(|number| (number, path)));
        }
        files.sort();
        let mut answers: HashMap<Question, VecDeque<Answer>> = HashMap::new();
        for (_, path) in files {
            let (question, answer) = read(&fs::read(&path)?).ok_or_else(|| {
                let problem = format!("{}: it is not a whole exchange", path.display());
                io::Error::new(io::ErrorKind::InvalidData, problem)
            })?;
            answers.entry(question).or_default().push_back(answer);
        }
        Ok(Self {
            answers: Mutex::new(answers),
        })
    }

    /// How many recorded answers nobody has asked for yet.
    #[must_use]
    pub fn left(&self) -> usize {
        // Nothing panics while it is locked.
        let answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        answers.values().map(VecDeque::len).sum()
    }
}

fn read(file: &[u8]) -> Option<(Question, Answer)> {
    let exchange: Members<'_> = serde_json::from_slice(file).ok()?;
    let request = message::members(exchange.get("request")?)?;
    Some((Question::read(&request)?, answer::read(&exchange)?))
}

impl Transport for Replay {
    fn send(&self, request: http::Request<Vec<u8>>, _: &Limits) -> Answer {
        let question = Question::of(&request);
        let mut answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        let known = answers.get_mut(&question);
        let asked = if known.is_some() {
            "is left for"
        } else {
            "was ever for these parameters of"
        };
        known.and_then(VecDeque::pop_front).unwrap_or_else(|| {
            let detail = format!("no recorded answer {asked} `{}`", question.method());
            Err(TransportError::new(TransportErrorKind::Other, false, detail))
        })
    }

    fn wants_redaction(&self) -> bool {
        true // so that secrets are the same `***` as in the recording
    }
}

impl fmt::Debug for Replay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Replay({} left)", self.left())
    }
}
