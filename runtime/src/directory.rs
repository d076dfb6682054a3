//! The directory of a file that has to outlive the machine's power.

use std::fs::File;
use std::io;
use std::path::Path;

/// Waits until the file's name is on the disk, as its content may be already.
pub(crate) fn sync(file: &Path) -> io::Result<()> {
    let directory = file.parent().filter(|parent| !parent.as_os_str().is_empty());
    // Elsewhere a directory cannot be opened as a file.
    if cfg!(unix) {
        File::open(directory.unwrap_or(Path::new(".")))?.sync_all()?;
    }
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_bare_name_is_one_in_the_working_directory() {
        assert!(sync(Path::new("Cargo.toml")).is_ok());
        assert!(sync(Path::new("src/lib.rs")).is_ok());
        assert!(sync(Path::new("no such directory/file")).is_err());
    }
}
