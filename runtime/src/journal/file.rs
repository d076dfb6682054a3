//! A journal in a file.

use std::collections::{HashMap, HashSet};
use std::fmt::{self, Write as _};
use std::fs::{File, OpenOptions, TryLockError};
use std::hash::{BuildHasher, RandomState};
use std::io::{self, BufRead as _, BufReader, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::{Journal, Mark};
use crate::directory;
use crate::error::StoreError;

/// The first line of the file: what it is, and how it is written.
const HEAD: &str = "b24-journal 1";

const OPEN: &str = "cannot open the journal";
const NOTE: &str = "cannot write the journal";

/// A journal in a file of its own, a line for each mark, to which lines are only ever added.
///
/// Who is killed while a line is written leaves a part of it, which is dropped when the file is opened
/// again. One journal uses the file at a time; the lock ends with it, or with the process. It needs a file
/// system of this machine.
///
/// In memory it keeps digests in place of the keys: 20 to 40 bytes for each item that is done, and up to 80
/// for another; half as much again while the table of them grows.
///
/// ```
/// use b24::{FileJournal, Journal as _, Mark};
///
/// # let directory = std::env::temp_dir().join(format!("b24-journal-doc-{}", std::process::id()));
/// # std::fs::create_dir_all(&directory)?;
/// let path = directory.join("import.journal");
/// FileJournal::open(&path)?.note(&[("row-1", Mark::Done)])?;
///
/// let mut journal = FileJournal::open(&path)?;
/// assert_eq!(journal.mark("row-1")?, Some(Mark::Done));
/// assert!(FileJournal::open(&path).is_err(), "it is in use");
/// # std::fs::remove_dir_all(directory)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct FileJournal {
    path: PathBuf,
    file: File,
    marks: Marks,
}

impl FileJournal {
    /// Opens the journal, or begins one; its directory has to be there.
    ///
    /// # Errors
    /// If the file cannot be read and written, is in use, or is no journal.
    pub fn open(path: impl Into<PathBuf>) -> Result<Self, StoreError> {
        let path = path.into();
        let opened = open(&path);
        let (file, marks) = opened.map_err(|reason| failed(OPEN, &path, reason))?;
        Ok(Self { path, file, marks })
    }
}

impl Journal for FileJournal {
    fn mark(&mut self, key: &str) -> Result<Option<Mark>, StoreError> {
        Ok(self.marks.get(key))
    }

    fn note(&mut self, marks: &[(&str, Mark)]) -> Result<(), StoreError> {
        let lines: String = marks.iter().map(|(key, mark)| line(key, *mark)).collect();
        let is_sent_next = marks.iter().any(|(_, mark)| matches!(mark, Mark::Unknown { .. }));
        let written = append(&mut self.file, &lines, is_sent_next);
        written.map_err(|reason| failed(NOTE, &self.path, reason))?;
        for (key, mark) in marks {
            self.marks.set(key, *mark);
        }
        Ok(())
    }
}

impl Drop for FileJournal {
    fn drop(&mut self) {
        // A process that is just being started may hold a copy of the file, and with it the lock.
        let _ = self.file.unlock();
    }
}

impl fmt::Debug for FileJournal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FileJournal")
            .field("path", &self.path)
            .finish_non_exhaustive()
    }
}

fn failed(what: &'static str, path: &Path, reason: impl fmt::Display) -> StoreError {
    StoreError::new(what, format_args!("{}: {reason}", path.display()))
}

fn open(path: &Path) -> io::Result<(File, Marks)> {
    let mut file = OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(path)?;
    file.try_lock().map_err(|error| match error {
        TryLockError::WouldBlock => io::Error::other("another journal uses it"),
        TryLockError::Error(error) => error,
    })?;
    let (marks, whole) = read(&file)?;
    if file.metadata()?.len() > whole {
        file.set_len(whole)?;
    }
    file.seek(SeekFrom::Start(whole))?;
    if whole == 0 {
        append(&mut file, &format!("{HEAD}\n"), true)?;
    }
    // Whoever began it may have ended before it could do that.
    directory::sync(&path.canonicalize()?)?;
    Ok((file, marks))
}

/// The marks, and where the last whole line ends.
fn read(file: &File) -> io::Result<(Marks, u64)> {
    let invalid = |text: String| io::Error::new(io::ErrorKind::InvalidData, text);
    let mut reader = BufReader::new(file);
    let mut marks = Marks::default();
    let (mut whole, mut line) = (0, Vec::new());
    for number in 1_u64.. {
        line.clear();
        let length = reader.read_until(b'\n', &mut line)?;
        let Some(text) = line.strip_suffix(b"\n") else {
            // What is torn before the first line ended may be anybody's.
            if number == 1 && !HEAD.as_bytes().starts_with(&line) {
                return Err(invalid("it holds something else, which is left alone".to_owned()));
            }
            break;
        };
        let text = std::str::from_utf8(text).unwrap_or_default();
        match (number, parse(text)) {
            (1, _) if text == HEAD => {}
            (1, _) => return Err(invalid("it holds something else, which is left alone".to_owned())),
            (_, Some((key, mark))) => marks.set(&key, mark),
            (_, None) => return Err(invalid(format!("line {number} is damaged"))),
        }
        whole += u64::try_from(length).unwrap_or_default();
    }
    Ok((marks, whole))
}

fn append(file: &mut File, lines: &str, sync: bool) -> io::Result<()> {
    let end = file.stream_position()?;
    let written = file.write_all(lines.as_bytes());
    if written.is_err() {
        // No later line may join the part of one.
        file.set_len(end)?;
        file.seek(SeekFrom::Start(end))?;
    }
    written?;
    if sync { file.sync_data() } else { Ok(()) }
}

fn line(key: &str, mark: Mark) -> String {
    let mut line = match mark {
        Mark::Done => "done ".to_owned(),
        Mark::Failed => "failed ".to_owned(),
        Mark::Unknown { since } => format!("unknown {} ", since.as_secs()),
    };
    let key = serde_json::Value::from(key);
    let _ = writeln!(line, "{key}"); // into a text: cannot fail
    line
}

fn parse(line: &str) -> Option<(String, Mark)> {
    let (word, rest) = line.split_once(' ')?;
    let (mark, key) = match word {
        "done" => (Mark::Done, rest),
        "failed" => (Mark::Failed, rest),
        "unknown" => {
            let (since, key) = rest.split_once(' ')?;
            let since = Duration::from_secs(since.parse().ok()?);
            (Mark::Unknown { since }, key)
        }
        _ => return None,
    };
    Some((serde_json::from_str(key).ok()?, mark))
}

/// What is known of all items, by digests of their keys: 128 bits, that nobody can foresee.
#[derive(Default)]
struct Marks {
    digests: [RandomState; 2],
    /// Nearly all, in the end.
    done: HashSet<u128>,
    others: HashMap<u128, Mark>,
}

impl Marks {
    fn digest(&self, key: &str) -> u128 {
        let [high, low] = self
            .digests
            .each_ref()
            .map(|state| u128::from(state.hash_one(key)));
        high << 64 | low
    }

    fn get(&self, key: &str) -> Option<Mark> {
        let key = self.digest(key);
        let done = self.done.contains(&key).then_some(Mark::Done);
        done.or_else(|| self.others.get(&key).copied())
    }

    fn set(&mut self, key: &str, mark: Mark) {
        let key = self.digest(key);
        if mark == Mark::Done {
            self.others.remove(&key);
            self.done.insert(key);
        } else {
            self.done.remove(&key);
            self.others.insert(key, mark);
        }
    }
}
