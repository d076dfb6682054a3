//! Tokens in a file that processes share, and some of them are killed.
#![allow(clippy::unwrap_used)] // also outside of the test functions

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use b24::{FileStore, TokenStore, Tokens};

/// A directory that goes with the test.
struct Directory(PathBuf);

impl Directory {
    fn new(test: &str) -> Self {
        let path = std::env::temp_dir().join(format!("b24-{test}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn file(&self) -> PathBuf {
        self.0.join("tokens.json")
    }

    fn store(&self) -> FileStore {
        FileStore::new(self.file())
    }

    fn start(&self, work: &str, times: &str) -> Child {
        Command::new(env!("CARGO_BIN_EXE_token_user"))
            .args([work, self.file().to_str().unwrap(), times])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap()
    }

    /// Whether the lock can be had at this moment.
    fn is_free(&self) -> bool {
        let lock = File::options().write(true).open(self.0.join("tokens.json.lock"));
        lock.unwrap().try_lock().is_ok()
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn numbered(number: &str) -> Tokens {
    Tokens::new("example.bitrix24.com", "access", number).unwrap()
}

fn wait_for_line(child: &mut Child, wanted: &str) {
    let mut line = String::new();
    let mut output = BufReader::new(child.stdout.as_mut().unwrap());
    output.read_line(&mut line).unwrap();
    assert_eq!(line.trim_end(), wanted);
}

#[test]
fn processes_spend_each_refresh_token_once() {
    let directory = Directory::new("count");
    directory.store().save(&numbered("0")).unwrap();
    let children: Vec<Child> = (0..4).map(|_| directory.start("count", "25")).collect();
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    let tokens = directory.store().load().unwrap().unwrap();
    assert_eq!(tokens.refresh_token(), Some("100"));
}

#[test]
fn a_process_that_is_killed_leaves_no_lock() {
    let directory = Directory::new("hold");
    let mut child = directory.start("hold", "");
    wait_for_line(&mut child, "locked");
    assert!(!directory.is_free());
    child.kill().unwrap();
    child.wait().unwrap();
    let mut done = false;
    directory.store().locked(&mut || done = true).unwrap();
    assert!(done);
}

#[test]
fn a_process_that_is_killed_leaves_a_whole_pair() {
    let directory = Directory::new("save");
    for _ in 0..10 {
        let mut child = directory.start("save", "");
        wait_for_line(&mut child, "saved");
        child.kill().unwrap();
        child.wait().unwrap();
        let tokens = directory.store().load().unwrap().unwrap();
        assert_eq!(Some(tokens.access_token()), tokens.refresh_token());
    }
}

#[cfg(unix)]
#[test]
fn nobody_else_reads_the_tokens() {
    use std::os::unix::fs::PermissionsExt as _;

    let directory = Directory::new("mode");
    let mode = |name: &str| {
        let file = fs::metadata(directory.0.join(name)).unwrap();
        file.permissions().mode() & 0o777
    };
    // A former file that all can read does not make the new one so.
    fs::write(directory.file(), "").unwrap();
    fs::set_permissions(directory.file(), fs::Permissions::from_mode(0o644)).unwrap();
    let store = directory.store();
    store.locked(&mut || store.save(&numbered("1")).unwrap()).unwrap();
    assert_eq!(mode("tokens.json"), 0o600);
    assert_eq!(mode("tokens.json.lock"), 0o600);
    assert_eq!(
        fs::read_dir(&directory.0).unwrap().count(),
        2,
        "no third file stays"
    );
}

#[cfg(unix)]
#[test]
fn a_link_stays_and_its_file_is_replaced() {
    let directory = Directory::new("link");
    let real = directory.0.join("real.json");
    FileStore::new(&real).save(&numbered("1")).unwrap();
    std::os::unix::fs::symlink(&real, directory.file()).unwrap();
    directory.store().save(&numbered("2")).unwrap();
    assert_eq!(FileStore::new(&real).load().unwrap(), Some(numbered("2")));
    assert!(directory.file().is_symlink());
}

#[test]
fn a_file_that_holds_no_tokens_is_named_and_not_shown() {
    let directory = Directory::new("damaged");
    for content in ["", "{", "[]", r#"{"refresh_token":"s3cret-refresh"}"#, "s3cret"] {
        fs::write(directory.file(), content).unwrap();
        let error = directory.store().load().unwrap_err().to_string();
        assert!(error.starts_with("cannot load the tokens: "), "{error}");
        assert!(error.contains("tokens.json"), "{error}");
        assert!(!error.contains("s3cret"), "{error}");
    }
}

#[test]
fn a_directory_that_is_not_there_is_named() {
    let directory = Directory::new("missing");
    let store = FileStore::new(directory.0.join("none/tokens.json"));
    assert_eq!(store.load().unwrap(), None);
    let error = store.save(&numbered("1")).unwrap_err().to_string();
    assert!(error.starts_with("cannot save the tokens: "), "{error}");
    let mut done = false;
    let error = store.locked(&mut || done = true).unwrap_err().to_string();
    assert!(error.starts_with("cannot lock the tokens: "), "{error}");
    assert!(!done);
}
