//! The workspace in another place.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::project;

/// The workspace as someone gets it who clones it: without what git does not know.
pub(crate) fn clean(name: &str) -> PathBuf {
    let (workspace, copy) = (project::workspace(), project::directory(name));
    remove(&copy);
    let mut git = Command::new("git");
    let files = project::run(git.args(["ls-files", "-z"]).current_dir(&workspace)).stdout;
    for file in String::from_utf8(files).unwrap().split_terminator('\0') {
        let (from, to) = (workspace.join(file), copy.join(file));
        // Deleted, and not yet so for git.
        if from.exists() {
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::copy(from, to).unwrap();
        }
    }
    copy
}

pub(crate) fn remove(directory: &Path) {
    if directory.exists() {
        fs::remove_dir_all(directory).unwrap();
    }
}
