//! The state of a bucket in a file, for all processes of one machine.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::bucket::{Bucket, SLOWEST};

/// The first words of the file: what it is, and how it is written.
const NAME: &str = "b24-pace";
const VERSION: &str = "1";

/// No file of this kind is longer.
const LONGEST: u64 = 512;

/// One line of text: a name, numbers, and a mark that it is whole.
#[derive(Debug)]
pub(super) struct StateFile {
    path: PathBuf,
}

/// The file while no other process can use it. The lock ends with this, or with the process.
#[derive(Debug)]
pub(super) struct Locked {
    file: File,
}

impl StateFile {
    /// Makes the file if there is none. What holds anything else is left alone.
    pub(super) fn open(path: PathBuf) -> io::Result<Self> {
        let this = Self { path };
        let file = this.file()?;
        // Another process may keep it, which then says what it is; some systems let nobody else read.
        let busy = match file.try_lock() {
            Ok(()) => false,
            Err(TryLockError::WouldBlock) => true,
            Err(TryLockError::Error(error)) => return Err(error),
        };
        let mut text = Vec::new();
        let read = file.take(LONGEST + 1).read_to_end(&mut text);
        if !busy {
            read?;
        }
        // A machine that lost its power may leave a file of zeros.
        let ours = text.starts_with(NAME.as_bytes()) || text.iter().all(|byte| *byte == 0);
        if ours {
            Ok(this)
        } else {
            let other = "it holds something else, which is left alone";
            Err(io::Error::new(io::ErrorKind::InvalidData, other))
        }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// `None` while another process keeps it.
    pub(super) fn try_lock(&self) -> io::Result<Option<Locked>> {
        let file = self.file()?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Locked { file })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    /// Opened each time, so that nobody goes on with a file that was removed.
    fn file(&self) -> io::Result<File> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        options.open(&self.path)
    }
}

impl Locked {
    /// `None` where there is nothing yet, or nothing whole.
    pub(super) fn read(&mut self) -> Option<Bucket> {
        let mut text = String::new();
        Read::by_ref(&mut self.file)
            .take(LONGEST)
            .read_to_string(&mut text)
            .ok()?;
        parse(&text)
    }

    /// As good as it goes: where the disk is full, others are not told.
    pub(super) fn write(&mut self, bucket: &Bucket) {
        // All at once and of one length, so that nothing of an older text is left behind it, and a
        // process that is killed leaves the one or the other.
        let line = format!("{:<width$}\n", print(bucket), width = 160);
        let begun = self.file.seek(SeekFrom::Start(0));
        let _ = begun.and_then(|_| self.file.write_all(line.as_bytes()));
    }
}

fn print(bucket: &Bucket) -> String {
    format!(
        "{NAME} {VERSION} at={} drained={} empty={} speed={} storms={} end",
        bucket.at.as_nanos(),
        bucket.drained.as_nanos(),
        bucket.empty.as_nanos(),
        bucket.speed,
        bucket.storms
    )
}

fn parse(text: &str) -> Option<Bucket> {
    let mut words = text.split_ascii_whitespace();
    if words.next()? != NAME || words.next()? != VERSION {
        return None;
    }
    let mut next = |name: &str| words.next()?.strip_prefix(name);
    let bucket = Bucket {
        at: nanos(next("at=")?)?,
        drained: nanos(next("drained=")?)?,
        empty: nanos(next("empty=")?)?,
        speed: next("speed=")?.parse().ok()?,
        storms: next("storms=")?.parse().ok()?,
    };
    next("end")?;
    (SLOWEST..=1.0).contains(&bucket.speed).then_some(bucket)
}

fn nanos(text: &str) -> Option<Duration> {
    text.parse().ok().map(Duration::from_nanos)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let mut bucket = Bucket::new(Duration::new(1_771_928_379, 123_456_789));
        bucket.speed = 0.1 + 0.2;
        bucket.storms = 7;
        assert_eq!(parse(&print(&bucket)), Some(bucket.clone()));
        assert!(print(&bucket).len() < 160);
    }

    #[test]
    fn damage_is_nothing() {
        let whole = print(&Bucket::new(Duration::from_secs(5)));
        for length in 0..whole.len() {
            assert_eq!(parse(&whole[..length]), None, "{}", &whole[..length]);
        }
        for (right, wrong) in [
            ("speed=1", "speed=0"),
            ("speed=1", "speed=NaN"),
            ("speed=1", "speed=2"),
            ("at=", "at=-"),
            ("empty=", "empty=9999999999"),
            ("b24-pace 1", "b24-pace 2"),
        ] {
            let damaged = whole.replace(right, wrong);
            assert_ne!(damaged, whole);
            assert_eq!(parse(&damaged), None, "{damaged}");
        }
    }
}
