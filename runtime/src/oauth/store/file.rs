//! Tokens in a file.

use std::ffi::OsString;
use std::fmt;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use super::TokenStore;
use crate::directory;
use crate::error::StoreError;
use crate::oauth::Tokens;

const LOAD: &str = "cannot load the tokens";
const SAVE: &str = "cannot save the tokens";
const LOCK: &str = "cannot lock the tokens";

/// Tokens in a file of their own, which only its owner can read and write.
///
/// A new pair replaces the former one as a whole: who is killed meanwhile leaves either. Processes
/// that share the file renew one after the other, by a lock on a second file beside it, `NAME.lock`,
/// which stays. Both need a file system of this machine.
///
/// ```
/// use b24::{FileStore, TokenStore, Tokens};
///
/// # let directory = std::env::temp_dir().join(format!("b24-doc-{}", std::process::id()));
/// # std::fs::create_dir_all(&directory)?;
/// let store = FileStore::new(directory.join("tokens.json"));
/// assert_eq!(store.load()?, None);
/// store.save(&Tokens::new("example.bitrix24.com", "s1morf609228", "4f9k4jpmg13u")?)?;
/// assert_eq!(store.load()?.unwrap().access_token(), "s1morf609228");
/// # std::fs::remove_dir_all(directory)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct FileStore {
    path: PathBuf,
}

impl FileStore {
    /// A store in this file; its directory has to be there.
    #[must_use]
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    fn failed(&self, what: &'static str, reason: impl fmt::Display) -> StoreError {
        StoreError::new(what, format_args!("{}: {reason}", self.path.display()))
    }

    fn lock_file(&self) -> io::Result<File> {
        own_file()
            .read(true)
            .create(true)
            .truncate(false)
            .open(with_suffix(&self.file(), ".lock"))
    }

    /// The file itself where the path is a link: replacing the link would leave the file behind.
    fn file(&self) -> PathBuf {
        fs::canonicalize(&self.path).unwrap_or_else(|_| self.path.clone())
    }
}

impl TokenStore for FileStore {
    fn load(&self) -> Result<Option<Tokens>, StoreError> {
        match fs::read_to_string(&self.path) {
            Ok(json) => Tokens::from_json(&json)
                .map(Some)
                .map_err(|error| self.failed(LOAD, error)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(self.failed(LOAD, error)),
        }
    }

    fn save(&self, tokens: &Tokens) -> Result<(), StoreError> {
        replace(&self.file(), &tokens.to_json()).map_err(|error| self.failed(SAVE, error))
    }

    fn locked(&self, work: &mut dyn FnMut()) -> Result<(), StoreError> {
        let lock = self.lock_file().map_err(|error| self.failed(LOCK, error))?;
        // The system frees it when the file is closed, by whatever end.
        lock.lock().map_err(|error| self.failed(LOCK, error))?;
        work();
        Ok(())
    }

    fn try_locked(&self, work: &mut dyn FnMut()) -> Result<bool, StoreError> {
        let lock = self.lock_file().map_err(|error| self.failed(LOCK, error))?;
        match lock.try_lock() {
            Ok(()) => work(),
            Err(TryLockError::WouldBlock) => return Ok(false),
            Err(TryLockError::Error(error)) => return Err(self.failed(LOCK, error)),
        }
        Ok(true)
    }
}

/// Writes a file beside it, whole and on the disk, which then takes its name.
fn replace(path: &Path, content: &str) -> io::Result<()> {
    /// Of saves in this process.
    static SAVES: AtomicU64 = AtomicU64::new(0);
    let number = SAVES.fetch_add(1, Ordering::Relaxed);
    let new = with_suffix(path, &format!(".{}-{number}.new", std::process::id()));
    let replaced = write(&new, content).and_then(|()| fs::rename(&new, path));
    if replaced.is_err() {
        let _ = fs::remove_file(&new);
    }
    replaced?;
    directory::sync(path)
}

fn write(path: &Path, content: &str) -> io::Result<()> {
    // Left by a process that was killed and had the same number.
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = own_file().create_new(true).open(path)?;
    file.write_all(content.as_bytes())?;
    file.sync_all()
}

/// To write, and for its owner alone from the beginning.
fn own_file() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    name.into()
}
