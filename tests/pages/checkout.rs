//! Where the documentation is.

use std::{
    env, fs,
    io::{self, Write},
    path::{Path, PathBuf},
    sync::Once,
};

/// All tests are skipped for the same reason, which is said once.
static SAID: Once = Once::new();

/// The text of a page; `None` where there is no documentation and none is demanded.
pub(crate) fn text(page: &str) -> Option<String> {
    let path = folder()?.join(page);
    match fs::read_to_string(&path) {
        Ok(text) => Some(text),
        Err(error) => panic!("the page {} cannot be read: {error}", path.display()),
    }
}

/// The folder with `api-reference`; `None` where there is none and none is demanded.
pub(crate) fn folder() -> Option<PathBuf> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    // A relative path counts from the workspace, wherever the test happens to run.
    let given = env::var_os("B24_DOCS").filter(|given| !given.is_empty());
    if let Some(given) = given {
        let folder = workspace.join(&given);
        assert!(
            folder.join("api-reference").is_dir(),
            "B24_DOCS is {}, which has no folder `api-reference`",
            given.display()
        );
        return Some(folder);
    }
    let folder = workspace.join("../shared/docs/ru");
    if folder.join("api-reference").is_dir() {
        return Some(folder);
    }
    let required = env::var("B24_REQUIRE_DOCS").is_ok_and(|value| value == "1");
    assert!(
        !required,
        "B24_REQUIRE_DOCS=1, but there is no documentation to compare with; B24_DOCS names a checkout"
    );
    SAID.call_once(|| {
        // Written directly, since the harness keeps what `eprintln!` says to itself.
        let banner = "\n*** SKIPPED: no documentation found, so nothing was compared with its pages. ***\n\
            *** Set B24_DOCS to a checkout of the Russian one (the folder with `api-reference`). ***\n\n";
        io::stderr().write_all(banner.as_bytes()).unwrap();
    });
    None
}
