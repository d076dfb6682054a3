//! The journal's file.

use std::fs;
use std::time::Duration;

use b24::{FileJournal, Journal as _, Mark};

use crate::Directory;

const UNKNOWN: Mark = Mark::Unknown {
    since: Duration::from_secs(1_700_000_000),
};

#[test]
fn marks_outlive_the_journal_whatever_the_keys() {
    let directory = Directory::new("marks");
    let keys = [
        "",
        " ",
        "a b",
        "\"",
        "\\",
        "\n",
        "ж",
        "done \"x\"",
        "\u{2028}",
        "🦀",
    ];
    let all = |mark| keys.map(|key| (key, mark));
    for mark in [
        UNKNOWN,
        Mark::Failed,
        Mark::Done,
        UNKNOWN,
        Mark::Done,
        Mark::Failed,
    ] {
        FileJournal::open(directory.journal())
            .unwrap()
            .note(&all(mark))
            .unwrap();
        let mut journal = FileJournal::open(directory.journal()).unwrap();
        for key in keys {
            assert_eq!(journal.mark(key).unwrap(), Some(mark), "{key:?}");
        }
        assert_eq!(journal.mark("another").unwrap(), None);
    }
}

/// Whatever is left of the last line, what stood before it is kept, and what comes after it is whole.
#[test]
fn a_torn_line_is_dropped() {
    let directory = Directory::new("torn");
    let path = directory.journal();
    FileJournal::open(&path)
        .unwrap()
        .note(&[("a", Mark::Done)])
        .unwrap();
    let whole = fs::read(&path).unwrap();
    FileJournal::open(&path)
        .unwrap()
        .note(&[("жb", UNKNOWN)])
        .unwrap();
    let longer = fs::read(&path).unwrap();
    for length in 0..longer.len() {
        fs::write(&path, &longer[..length]).unwrap();
        let mut journal = FileJournal::open(&path).unwrap();
        let expected = (length >= whole.len()).then_some(Mark::Done);
        assert_eq!(journal.mark("a").unwrap(), expected, "{length}");
        assert_eq!(journal.mark("жb").unwrap(), None, "{length}");
        journal.note(&[("c", Mark::Failed)]).unwrap();
        drop(journal);
        let mut journal = FileJournal::open(&path).unwrap();
        assert_eq!(journal.mark("c").unwrap(), Some(Mark::Failed), "{length}");
    }
}

#[test]
fn what_is_no_journal_is_left_alone() {
    let directory = Directory::new("foreign");
    for content in [
        "name;phone\nAda;1\n",
        "name",
        "b24-journal 2\n",
        "b24-journal 1\ndone\n",
        "b24-journal 1\n\0\0\n",
    ] {
        fs::write(directory.journal(), content).unwrap();
        let error = FileJournal::open(directory.journal()).unwrap_err().to_string();
        assert!(error.contains("import.journal"), "{error}");
        assert_eq!(fs::read_to_string(directory.journal()).unwrap(), content);
    }
}

#[test]
fn a_journal_is_used_by_one_at_a_time() {
    let directory = Directory::new("lock");
    let first = FileJournal::open(directory.journal()).unwrap();
    let error = FileJournal::open(directory.journal()).unwrap_err().to_string();
    assert!(error.contains("another journal uses it"), "{error}");
    drop(first);
    FileJournal::open(directory.journal()).unwrap();
}
