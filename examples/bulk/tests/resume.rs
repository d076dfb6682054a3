//! Whatever ends an export or an import, the next run completes it: no row is missing, none comes twice.

#![allow(clippy::unwrap_used, clippy::panic)] // in a test, a failure is a panic

use std::cell::Cell;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use b24::{Client, FileJournal, Pace};
use b24_examples_bulk::{Export, ExportError, Format, ListName, export_list, import, sample};
use b24_portal::{Portal, Rows};
use serde_json::Value;

/// A directory that goes with the test.
struct Directory(PathBuf);

impl Directory {
    fn new(test: &str) -> Self {
        let path = std::env::temp_dir().join(format!("b24-bulk-{test}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn client(portal: &Portal) -> Client {
    let builder = Client::builder().webhook(portal.webhook());
    builder.pace(Pace::unlimited()).build().unwrap()
}

/// Ctrl-C after so many rows.
fn after(rows: u64) -> impl Fn() -> bool {
    let left = Cell::new(rows);
    move || {
        left.set(left.get().saturating_sub(1));
        left.get() == 0
    }
}

fn run(
    portal: &Portal,
    list: &str,
    path: &Path,
    format: Format,
    interrupted: &dyn Fn() -> bool,
) -> Result<u64, ExportError> {
    let list: ListName = list.parse().unwrap();
    let export = Export::open(path, format, list.as_str(), false)?;
    export_list(&client(portal), list, 2, export, &|_| (), interrupted)
}

/// A killed process leaves rows, and a part of one, that its cursor does not know of.
fn tear(path: &Path) {
    let mut file = OpenOptions::new().append(true).open(path).unwrap();
    file.write_all(b"{\"ID\":\"7\"}\n{\"ID").unwrap();
}

/// Runs until the export is done; returns how often it was ended.
fn run_to_the_end(portal: &Portal, list: &str, path: &Path, format: Format, rows: u64) -> u64 {
    for ended in 0.. {
        match run(portal, list, path, format, &after(1_300)) {
            Ok(exported) => {
                assert_eq!(exported, rows);
                return ended;
            }
            Err(ExportError::Interrupted { rows }) => assert_eq!(rows, (ended + 1) * 1_300),
            Err(other) => panic!("{other}"),
        }
        tear(path);
    }
    0
}

fn lines(rows: &Rows) -> String {
    let ids = 1..=5_000;
    let texts = ids.filter_map(|id| rows.row(id));
    let rows = texts.map(|text| serde_json::from_str::<Value>(&text).unwrap());
    let lines: Vec<_> = rows.map(|row| row.to_string()).collect();
    lines.join("\n") + "\n"
}

#[test]
fn an_export_that_is_ended_again_and_again_has_every_row_once() {
    for list in [
        "crm.deal.list",
        "crm.item.list",
        "tasks.task.list",
        "user.get",
        "sale.order.list",
    ] {
        let directory = Directory::new(list);
        let portal = Portal::start().unwrap();
        let rows = portal.fill(list, 4_000);
        let path = directory.file("rows.jsonl");
        assert_eq!(run_to_the_end(&portal, list, &path, Format::Jsonl, 4_000), 3);
        assert!(fs::read_to_string(&path).unwrap() == lines(&rows), "{list}");
        assert_eq!(
            fs::read_dir(&directory.0).unwrap().count(),
            1,
            "the cursor is gone"
        );
    }
}

#[test]
fn a_csv_goes_on_with_its_columns() {
    let directory = Directory::new("csv");
    let portal = Portal::start().unwrap();
    portal.fill("crm.deal.list", 4_000);
    let (whole, resumed) = (directory.file("whole.csv"), directory.file("resumed.csv"));
    run(&portal, "crm.deal.list", &whole, Format::Csv, &|| false).unwrap();
    assert_eq!(
        run_to_the_end(&portal, "crm.deal.list", &resumed, Format::Csv, 4_000),
        3
    );

    assert!(fs::read(&whole).unwrap() == fs::read(&resumed).unwrap());
    let mut reader = csv::Reader::from_path(&whole).unwrap();
    let id = reader
        .headers()
        .unwrap()
        .iter()
        .position(|name| name == "ID")
        .unwrap();
    let ids = reader
        .records()
        .map(|row| row.unwrap()[id].parse::<u64>().unwrap());
    assert!(ids.eq(1..=4_000));
}

#[test]
fn a_cursor_of_another_export_is_refused() {
    let directory = Directory::new("other");
    let portal = Portal::start().unwrap();
    portal.fill("crm.deal.list", 100);
    portal.fill("user.get", 100);
    let path = directory.file("rows");
    let ended = run(&portal, "crm.deal.list", &path, Format::Jsonl, &after(10));
    assert!(matches!(ended, Err(ExportError::Interrupted { rows: 10 })));
    let before = fs::read(&path).unwrap();
    for (list, format) in [("user.get", Format::Jsonl), ("crm.deal.list", Format::Csv)] {
        let refused = run(&portal, list, &path, format, &|| false);
        assert!(matches!(refused, Err(ExportError::OtherCursor(_))), "{refused:?}");
    }
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_file_that_is_there_already_is_written_over_only_by_force() {
    let directory = Directory::new("there");
    let portal = Portal::start().unwrap();
    let rows = portal.fill("crm.deal.list", 100);
    let path = directory.file("rows");
    fs::write(&path, "a year's work\n").unwrap();
    let refused = run(&portal, "crm.deal.list", &path, Format::Jsonl, &|| false).unwrap_err();
    assert!(matches!(refused, ExportError::Exists(_)), "{refused:?}");
    assert!(refused.to_string().ends_with("write over it with --force"));
    assert_eq!(fs::read(&path).unwrap(), b"a year's work\n");
    assert_eq!(fs::read_dir(&directory.0).unwrap().count(), 1, "no cursor");

    // What is begun so goes on without force, also where it has not come to its first note of the cursor.
    drop(Export::open(&path, Format::Jsonl, "crm.deal.list", true).unwrap());
    tear(&path);
    run(&portal, "crm.deal.list", &path, Format::Jsonl, &|| false).unwrap();
    assert!(fs::read_to_string(&path).unwrap() == lines(&rows));
}

#[test]
fn a_file_that_has_lost_rows_is_not_gone_on_with() {
    let directory = Directory::new("lost");
    let portal = Portal::start().unwrap();
    portal.fill("crm.deal.list", 100);
    let path = directory.file("rows");
    run(&portal, "crm.deal.list", &path, Format::Jsonl, &after(10)).unwrap_err();
    fs::write(&path, "").unwrap();
    let refused = run(&portal, "crm.deal.list", &path, Format::Jsonl, &|| false);
    assert!(matches!(refused, Err(ExportError::LostRows(_))), "{refused:?}");
}

#[test]
fn an_import_that_is_ended_again_and_again_makes_each_contact_once() {
    let directory = Directory::new("import");
    let portal = Portal::start().unwrap();
    let people = sample(400);
    for run in 1_u64.. {
        let journal = FileJournal::open(directory.file("journal")).unwrap();
        let imported = import(&client(&portal), people.as_bytes(), journal, &after(130 * run)).unwrap();
        assert!(imported.made <= 130);
        if !imported.interrupted {
            assert_eq!(run, 4);
            assert_eq!((imported.made + imported.before, imported.failed), (400, 1));
            assert_eq!(imported.failures[0].row, "row 402");
            break;
        }
    }
    assert_eq!(portal.contact_count(), 400);
    assert!(portal.duplicate_contacts("ORIGIN_ID").is_empty());
    let first = &portal.contacts()[0].fields;
    assert_eq!(first["LAST_NAME"], "Sample, 1");
    assert_eq!(first["PHONE"][0]["VALUE"], "+15550000001");
}
