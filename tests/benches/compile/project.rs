//! Projects of a user's, written below the target directory and handed to cargo.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The workspace of b24.
pub(crate) fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The directory of the project `name`; it may be there from the last time.
pub(crate) fn directory(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// Writes a project, with dependencies of the versions that the workspace is locked to.
pub(crate) fn write<'a>(directory: &Path, files: impl IntoIterator<Item = (&'a str, String)>) {
    for (path, content) in files {
        let path = directory.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        // A file that stays the same is no reason to build its crate anew.
        if fs::read_to_string(&path).ok().as_ref() != Some(&content) {
            fs::write(path, content).unwrap();
        }
    }
    fs::copy(workspace().join("Cargo.lock"), directory.join("Cargo.lock")).unwrap();
}

/// `cargo` in that directory; whose target directory it shares is for the caller to say.
pub(crate) fn cargo(directory: &Path) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.current_dir(directory).env("CARGO_TERM_COLOR", "never");
    command
}

/// Runs a command that must succeed.
pub(crate) fn run(command: &mut Command) -> Output {
    let output = command.output().unwrap();
    let words = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?} failed:\n{words}");
    output
}
