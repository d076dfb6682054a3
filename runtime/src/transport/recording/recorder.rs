//! A transport that writes down what goes through another one.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use super::question::Question;
use super::{answer, question};
use crate::error::{TransportError, TransportErrorKind};
use crate::transport::json::indented;
use crate::transport::redact::Redaction;
use crate::transport::{Limits, Transport};

/// Writes each exchange that goes through another transport into a directory: one file of JSON each,
/// numbered and named by its method, as in `0007-crm.deal.add.json`.
///
/// A file shows the request and the answer, with `***` in place of secrets: the webhook's code, tokens
/// old and new, the parameters that the declaration marks `secret`, and whatever bears the name of a
/// secret, in addresses, headers and bodies. All else is there, personal data too: the files are for the
/// owner's eyes alone. [`Replay`](crate::Replay) answers from them.
///
/// A file is made before its request is sent: where none can be made, nothing is sent. One that stays
/// empty is that of an exchange whose answer could not be written.
///
/// ```
/// use b24::{Client, Recorder, Replay, UreqTransport};
/// use serde_json::json;
///
/// let directory = std::env::temp_dir().join(format!("b24-recording-{}", std::process::id()));
/// let portal = b24_portal::Portal::start()?;
/// let client = Client::builder()
///     .webhook(portal.webhook())
///     .transport(Recorder::new(UreqTransport::default(), &directory)?)
///     .build()?;
/// let asked = json!({"ENTITY_TYPE": "ORDER", "ENTITY_ID": "7"});
/// let chat = client.call_raw("imbot.chat.get", &asked)?.result;
///
/// let written = std::fs::read_to_string(directory.join("0001-imbot.chat.get.json"))?;
/// assert!(written.contains(r#""ENTITY_ID": "7""#) && written.contains("/***/imbot.chat.get"));
///
/// // The same call again, by whatever webhook, without a portal.
/// let client = Client::builder()
///     .webhook("https://example.bitrix24.com/rest/1/c0de5ecret/")
///     .transport(Replay::open(&directory)?)
///     .build()?;
/// assert_eq!(client.call_raw("imbot.chat.get", &asked)?.result, chat);
/// # std::fs::remove_dir_all(&directory)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Recorder<T> {
    transport: T,
    directory: PathBuf,
    last: AtomicU32,
}

impl<T: Transport> Recorder<T> {
    /// Records what goes through `transport`; the directory is made if there is none, and the numbers
    /// go on after those that are in it.
    ///
    /// # Errors
    /// If the directory can be neither made nor read.
    pub fn new(transport: T, directory: impl Into<PathBuf>) -> io::Result<Self> {
        let directory = directory.into();
        fs::create_dir_all(&directory)?;
        let mut last = 0;
        for entry in fs::read_dir(&directory)? {
            last = last.max(number(&entry?.path()).unwrap_or(0));
        }
        Ok(Self {
            transport,
            directory,
            last: AtomicU32::new(last),
        })
    }

    /// The file for the next exchange.
    fn next(&self, method: &str) -> io::Result<File> {
        let plain = |mark: char| {
            if mark.is_ascii_alphanumeric() || mark == '.' {
                mark
            } else {
                '-'
            }
        };
        let method: String = method.chars().map(plain).take(100).collect();
        loop {
            let number = self.last.fetch_add(1, Ordering::Relaxed).wrapping_add(1);
            let path = self.directory.join(format!("{number:04}-{method}.json"));
            let mut options = OpenOptions::new();
            options.write(true).create_new(true);
            #[cfg(unix)]
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
            match options.open(path) {
                // Another process records into the same directory.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                opened => return opened,
            }
        }
    }
}

/// The number of an exchange, by its file.
pub(super) fn number(path: &Path) -> Option<u32> {
    let name = path.file_name()?.to_str()?.strip_suffix(".json")?;
    name.split('-').next()?.parse().ok()
}

impl<T: Transport> Transport for Recorder<T> {
    fn send(
        &self,
        request: http::Request<Vec<u8>>,
        limits: &Limits,
    ) -> Result<http::Response<Vec<u8>>, TransportError> {
        let mut file = self.next(Question::of(&request).method()).map_err(|error| {
            let detail = format!("it could not be recorded: {error}");
            TransportError::new(TransportErrorKind::Other, false, detail)
        })?;
        let redaction = Redaction::of(&request);
        let mut written = String::from(r#"{"request":{"#);
        question::write(&mut written, &request);
        written.push_str("},");
        let answer = self.transport.send(request, limits);
        answer::write(&mut written, &redaction, &answer);
        written.push('}');
        // The call was made, and its answer is worth more than its record; a replay refuses the file.
        let _ = file.write_all(indented(&written).as_bytes());
        answer
    }

    fn wants_redaction(&self) -> bool {
        true
    }
}
