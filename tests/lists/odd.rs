//! Portals that do not give what was asked for: an error that says where to go on, after the rows so far.

use std::sync::Mutex;

use b24::{ListError, ListProblem, Position, Progress, b24_method};
use b24_portal::{Answer, Portal};

use crate::methods::{DealList, OtherList};
use crate::{start, walked};

/// Rows with these ids.
fn rows(ids: impl IntoIterator<Item = u64>) -> String {
    let rows: Vec<String> = ids.into_iter().map(|id| format!(r#"{{"ID":"{id}"}}"#)).collect();
    format!("[{}]", rows.join(","))
}

/// What comes of a walk by pages that are these: ids, `next`, `total`.
fn pages(pages: &[(std::ops::RangeInclusive<u64>, Option<u64>, u64)]) -> (usize, String, ListProblem) {
    let (portal, client) = start(Portal::builder());
    for (ids, next, total) in pages {
        portal.answer_once("crm.deal.list", Answer::page(rows(ids.clone()), *next, *total));
    }
    outcome(walked(client.pages(&DealList::new())))
}

fn outcome((ids, error): (Vec<u64>, Option<ListError>)) -> (usize, String, ListProblem) {
    let error = error.unwrap();
    assert!(
        error
            .to_string()
            .ends_with(&format!("; to go on: {}", error.position()))
    );
    (ids.len(), error.position().to_string(), error.problem().clone())
}

#[test]
fn a_portal_that_does_not_go_on_is_found() {
    let (count, position, problem) = pages(&[(1..=50, Some(50), 120), (51..=100, Some(50), 120)]);
    assert_eq!((count, position.as_str()), (50, "row=50/120"));
    assert!(matches!(problem, ListProblem::Stalled), "{problem:?}");
    // Beyond the last page some lists begin again.
    let (count, position, problem) = pages(&[(1..=50, Some(50), 50), (1..=50, None, 50)]);
    assert_eq!((count, position.as_str()), (50, "row=50/50"));
    assert!(matches!(problem, ListProblem::Stalled), "{problem:?}");
}

#[test]
fn a_row_that_comes_twice_is_found() {
    let (count, position, problem) = pages(&[(1..=50, Some(50), 90), (50..=89, None, 90)]);
    assert_eq!((count, position.as_str()), (50, "row=50/90"));
    assert!(matches!(problem, ListProblem::Repeated { id: 50 }), "{problem:?}");
}

#[test]
fn a_page_that_is_too_short_is_found() {
    let (count, position, problem) = pages(&[(1..=48, Some(50), 90)]);
    assert_eq!((count, position.as_str()), (48, "start+48/90"));
    assert!(
        matches!(
            problem,
            ListProblem::PageLength {
                rows: 48,
                expected: 50
            }
        ),
        "{problem:?}"
    );
    let (count, position, problem) = pages(&[(1..=50, Some(50), 90), (51..=60, None, 90)]);
    assert_eq!((count, position.as_str()), (60, "row=50+10/90"));
    assert!(
        matches!(
            problem,
            ListProblem::PageLength {
                rows: 10,
                expected: 40
            }
        ),
        "{problem:?}"
    );
}

#[test]
fn a_page_that_was_too_short_is_asked_for_again() {
    let (portal, client) = start(Portal::builder());
    portal.fill("crm.deal.list", 180);
    let short = || Answer::page(rows(51..=98), Some(100), 180);
    for answer in [Answer::page(rows(1..=50), Some(50), 180), short(), short()] {
        portal.answer_once("crm.deal.list", answer);
    }
    let told = Mutex::new(Vec::new());
    let mut position = Position::default();
    let mut walk = || {
        let pages = client.pages(&DealList::new()).from(position);
        let tell = |page: &Progress| told.lock().unwrap().push(page.position.to_string());
        let (ids, error) = walked(pages.on_page(tell));
        position = error.as_ref().map_or(position, ListError::position);
        (ids, error.map(|error| error.to_string()))
    };
    let error = "crm.deal.list: a page has 48 rows in place of 50; to go on: row=50+48/180";
    assert_eq!(walk(), ((1..=98).collect(), Some(error.to_owned())));
    // As long as the page is short, the walk does not go on.
    assert_eq!(walk(), (Vec::new(), Some(error.to_owned())));
    assert_eq!(walk(), ((99..=180).collect(), None));
    let told = told.into_inner().unwrap();
    assert_eq!(
        told,
        [
            "row=50/180",
            "row=50+48/180",
            "row=50+48/180",
            "row=100/180",
            "row=150/180",
            "row=150+30/180"
        ]
    );
}

#[test]
fn a_changed_total_is_found() {
    let (count, position, problem) = pages(&[(1..=50, Some(50), 120), (51..=100, Some(100), 119)]);
    assert_eq!((count, position.as_str()), (50, "start"));
    assert!(
        matches!(
            problem,
            ListProblem::TotalChanged {
                before: 120,
                after: 119
            }
        ),
        "{problem:?}"
    );
}

#[test]
fn rows_that_go_between_two_walks_are_not_lost_without_a_word() {
    let (portal, client) = start(Portal::builder());
    let deals = portal.fill("crm.deal.list", 400);
    let all = DealList::new();
    let mut walk = client.pages(&all);
    assert_eq!(walked(walk.by_ref().take(200)).0.len(), 200);
    let kept = walk.position().to_string();
    assert_eq!(kept, "row=200/400");

    // Who adds some moves none to before the position.
    deals.insert(10);
    let rest = walked(client.pages(&all).from(kept.parse().unwrap()));
    assert!(rest.1.is_none() && rest.0.into_iter().eq(201..=410));

    deals.delete(10..=25);
    let (rows, error) = walked(client.pages(&all).from(kept.parse().unwrap()));
    let error = error.unwrap();
    assert!(matches!(
        error.problem(),
        ListProblem::TotalChanged {
            before: 400,
            after: 394
        }
    ));
    assert_eq!(
        (rows.len(), error.position().to_string()),
        (0, "start".to_owned())
    );
}

/// What comes of a walk by ids whose first pages are these.
fn scan(pages: &[&str]) -> (usize, String, ListProblem) {
    let (portal, client) = start(Portal::builder());
    for page in pages {
        portal.answer_once("acme.row.list", Answer::result(page));
    }
    outcome(walked(client.scan(&OtherList::new()).one_by_one()))
}

#[test]
fn rows_out_of_order_are_found() {
    let (count, position, problem) = scan(&[r#"[{"ID":5},{"ID":"7"},{"ID":6},{"ID":8}]"#]);
    assert_eq!((count, position.as_str()), (2, "id>7"));
    assert!(
        matches!(problem, ListProblem::OutOfOrder { id: 6, after: 7 }),
        "{problem:?}"
    );
    let (count, position, problem) = scan(&[r#"[{"ID":5},{"ID":5}]"#]);
    assert_eq!((count, position.as_str()), (1, "id>5"));
    assert!(matches!(problem, ListProblem::Repeated { id: 5 }), "{problem:?}");
}

#[test]
fn a_portal_that_does_not_filter_is_found() {
    let first = rows(1..=50);
    let (count, position, problem) = scan(&[&first, &first]);
    assert_eq!((count, position.as_str()), (50, "id>50"));
    assert!(matches!(problem, ListProblem::Stalled), "{problem:?}");
}

#[test]
fn a_row_without_its_id_is_found() {
    for row in [r#"{"ID":"x"}"#, r#"{"ID":-1}"#] {
        let (portal, client) = start(Portal::builder());
        portal.answer("acme.row.list", Answer::result(format!("[{row}]")));
        let (_, error) = walked(client.scan(&Untyped::new()));
        let error = error.unwrap();
        assert!(
            matches!(error.problem(), ListProblem::NoId { field: "ID" }),
            "{error:?}"
        );
    }
}

#[test]
fn a_short_page_in_the_middle_loses_nothing() {
    let (portal, client) = start(Portal::builder());
    let all = portal.fill("acme.row.list", 500).ids();
    portal.answer_once("acme.row.list", Answer::result(rows(1..=50)));
    // Somebody may not see some of the rows.
    portal.answer_once("acme.row.list", Answer::result(rows(51..=98)));
    portal.answer_once("acme.row.list", Answer::result(rows(99..=100)));
    let (ids, error) = walked(client.scan(&OtherList::new()).one_by_one());
    assert!(error.is_none(), "{error:?}");
    assert!(ids.iter().copied().eq(all.iter()));
}

#[test]
fn a_row_that_is_not_understood_is_told_with_its_place() {
    let (count, position, problem) = scan(&[r#"[{"ID":5},{"ID":[]}]"#]);
    assert_eq!((count, position.as_str()), (1, "id>5"));
    let ListProblem::Failed(error) = problem else {
        panic!("{problem:?}");
    };
    assert!(error.to_string().contains("result[1].ID"), "{error}");
}

/// Rows of any shape.
#[b24_method("acme.row.list", unlisted, effect = read, list(id = "ID", item = serde_json::Value))]
struct Untyped;

impl crate::Row for serde_json::Value {
    fn id(&self) -> u64 {
        self["ID"].as_u64().unwrap()
    }
}
