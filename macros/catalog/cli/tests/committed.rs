//! The committed facts are those of the documentation, where there is a checkout of it.

#![allow(clippy::unwrap_used, clippy::panic)] // in a test, a failure is a panic

use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::{env, fs, io};

use b24_catalog::read;
use b24_cli::checkout::Checkout;
use b24_cli::corrections;
use b24_cli::files::files;
use b24_cli::import::{Import, import};
use b24_cli::report::report;
use b24_cli::write;

/// Where the Russian documentation is, or should be.
fn folder() -> PathBuf {
    // A relative path counts from the workspace, wherever the test happens to run.
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
    workspace.join(given().unwrap_or_else(|| "../shared/docs/ru".into()))
}

fn given() -> Option<OsString> {
    env::var_os("B24_DOCS").filter(|given| !given.is_empty())
}

/// `None` where there is no documentation and none is demanded.
fn checkout() -> Option<Checkout> {
    match Checkout::open(folder()) {
        Ok(checkout) => Some(checkout),
        Err(error) => {
            let required = env::var("B24_REQUIRE_DOCS").is_ok_and(|value| value == "1");
            assert!(
                given().is_none() && !required,
                "{error}; B24_DOCS names a checkout of the documentation"
            );
            // Written directly, since the harness keeps what `eprintln!` says to itself.
            let banner = "\n*** SKIPPED: no documentation found, so the catalog was not compared with it. ***\n\
                *** Set B24_DOCS to a checkout of the Russian one (the folder with `api-reference`). ***\n\n";
            io::stderr().write_all(banner.as_bytes()).unwrap();
            None
        }
    }
}

fn catalog() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// What the documentation says, read once for all tests.
fn imported() -> Option<&'static Import> {
    static IMPORTED: OnceLock<Option<Import>> = OnceLock::new();
    IMPORTED.get_or_init(|| Some(read_whole(&checkout()?))).as_ref()
}

fn read_whole(checkout: &Checkout) -> Import {
    let corrections = fs::read_to_string(catalog().join("corrections.txt")).unwrap();
    let corrections = corrections::read(&corrections).unwrap_or_else(|fault| panic!("{fault}"));
    import(checkout, &corrections).unwrap()
}

#[test]
fn the_committed_facts_are_those_of_the_documentation() {
    let Some(import) = imported() else { return };
    assert!(
        import.is_whole(),
        "there are pages that could not be read:\n{}",
        report(import)
    );
    assert_eq!(import.unused, [], "corrections that correct nothing");
    let catalog = catalog();
    let files = files(&import.methods);
    for (path, text) in &files {
        let committed = fs::read_to_string(catalog.join(path)).unwrap_or_default();
        let differs = committed
            .lines()
            .zip(text.lines())
            .position(|(old, new)| old != new);
        assert!(
            committed == *text,
            "{path} is not what `b24 import` writes; they differ in line {}. Run it and read the difference:\n\
             cargo run -p b24-cli -- import <checkout>",
            differs.map_or(committed.lines().count().min(text.lines().count()), |line| line) + 1
        );
    }
    for entry in fs::read_dir(catalog.join("data")).unwrap() {
        let path = format!("data/{}", entry.unwrap().file_name().to_string_lossy());
        assert!(
            files.contains_key(&path),
            "{path} is left over: no page is of this scope any more"
        );
    }
}

#[test]
fn what_is_written_is_read_as_it_was() {
    let Some(import) = imported() else { return };
    for method in &import.methods {
        let text = write::method(method);
        let again = read::method(&text).unwrap_or_else(|fault| panic!("{}: {fault}\n{text}", method.name));
        assert!(*method == again, "{text}\nis read as\n{}", write::method(&again));
    }
}

/// The same pages in English, if a sample of them lies beside the Russian ones. Of the Russian ones no
/// others are read either, for a page may tell of another one's parameters.
#[test]
fn both_languages_yield_the_same_facts() {
    if imported().is_none() {
        return;
    }
    let Ok(english) = Checkout::open(folder().join("../en-sample")) else {
        return;
    };
    let sample = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ru-sample");
    for path in english.pages().unwrap() {
        let (from, to) = (folder().join(&path), sample.join(&path));
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(from, to).unwrap();
    }
    let russian = read_whole(&Checkout::open(sample).unwrap());
    let mut differences = Vec::new();
    for method in read_whole(&english).methods {
        let Some(same) = russian.methods.iter().find(|russian| russian.page == method.page) else {
            differences.push(format!("{}: only in English", method.page));
            continue;
        };
        let (one, other) = (write::method(same), write::method(&method));
        if one != other {
            let lines = one.lines().zip(other.lines()).find(|(one, other)| one != other);
            let (one, other) = lines.unwrap_or(("more lines", "or fewer"));
            differences.push(format!("{}: {} | {}", method.name, one.trim(), other.trim()));
        }
    }
    assert_eq!(differences, [""; 0], "{differences:#?}");
}
