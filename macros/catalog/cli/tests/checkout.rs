//! A checkout of a few made-up pages, from the disk to the facts.

#![allow(clippy::unwrap_used)] // in a test, a failure is a panic

use std::fs;
use std::path::{Path, PathBuf};

use b24_cli::checkout::Checkout;
use b24_cli::corrections;
use b24_cli::doubt::About;
use b24_cli::files::files;
use b24_cli::import::{Import, import};
use b24_cli::report::report;

/// A folder with these pages, empty before.
fn checkout(name: &str, pages: &[(&str, &str)]) -> Checkout {
    let folder: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    for (path, text) in pages {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    Checkout::open(folder).unwrap()
}

fn read(checkout: &Checkout, corrected: &str) -> Import {
    import(checkout, &corrections::read(corrected).unwrap()).unwrap()
}

const PAGE: &str = "# Do a.b\n> Scope: [`im`](x)\n\nNo parameters.\n";

#[test]
fn pages_become_files() {
    let includes = "# Do c.d\n> Scope: [`im`](x)\n## Parameters\n{% include [x](_includes/table.md) %}\n";
    let table = "#|\n|| **Name**\n`type` | **Description** ||\n|| **id***\n`integer` | x ||\n|#\n";
    let pages = [
        ("api-reference/a.md", PAGE),
        ("api-reference/index.md", "# All about a.b and others\n"),
        ("api-reference/c.md", includes),
        ("api-reference/_includes/table.md", table),
        ("settings/e.md", "# Do e.f\n\nNo parameters.\n"),
        ("other/g.md", "# Do g.h\n"),
    ];
    let import = read(&checkout("files", &pages), "");
    assert_eq!(
        (import.pages, import.methods.len(), import.is_whole()),
        (4, 3, true)
    );
    let files = files(&import.methods);
    assert_eq!(
        files["data/im.txt"],
        "a.b\n  scope im\n  page api-reference/a\n  effect write\n\
         c.d\n  scope im\n  page api-reference/c\n  effect write\n  takes id integer required\n"
    );
    assert_eq!(files["data/none.txt"], "e.f\n  page settings/e\n  effect write\n");
    let report = report(&import);
    assert!(report.contains("settings/e.md:1: there is no scope"), "{report}");
    assert!(report.contains("pages: 4, of methods: 3"), "{report}");
}

#[test]
fn a_method_has_one_page() {
    let pages = [("api-reference/a.md", PAGE), ("api-reference/b.md", PAGE)];
    let import = read(&checkout("twice", &pages), "");
    assert!(!import.is_whole() && import.methods.len() == 1);
    assert_eq!(import.doubts[0].about, About::TwoPages);
}

#[test]
fn an_unreadable_page_needs_a_correction() {
    let pages = [("api-reference/a.md", "# Do a.b\n> Scope: [`im`](x)\n")];
    let checkout = checkout("corrected", &pages);
    assert!(!read(&checkout, "").is_whole());
    let explained = "correct a.b\n  page api-reference/a.md\n  because it says nothing\n  explains NoParameters\n  more\n";
    let import = read(&checkout, explained);
    assert!(import.is_whole() && import.methods[0].parameters.more);
    assert_eq!(import.unused, []);
    let unused = |corrected: &str| read(&checkout, corrected).unused[0].1.clone();
    assert_eq!(
        unused(&explained.replace("a.md", "b.md")),
        "no page api-reference/b.md is of this method"
    );
    let settled = explained.replace("NoParameters", "NoParameters NoType");
    assert_eq!(unused(&settled), "there is no doubt `NoType` any more");
}

#[test]
fn a_folder_without_pages_is_no_checkout() {
    let error = Checkout::open(env!("CARGO_MANIFEST_DIR")).unwrap_err();
    assert!(error.to_string().ends_with("has no folder `api-reference`"));
}
