//! What a walk sets itself cannot be set, and nothing is sent.

use b24::{Error, List, ListError};
use b24_portal::Portal;
use serde_json::json;

use crate::methods::DealList;
use crate::{start, walked};

fn deals() -> DealList {
    DealList::new()
}

/// What is wrong with the only parameter that is.
fn path(error: Option<&ListError>) -> &str {
    match error.and_then(ListError::error) {
        Some(Error::Invalid(invalid)) => invalid.violations()[0].path(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_a_scan_sets_is_refused_by_its_name() {
    let (portal, client) = start(Portal::builder());
    for (method, name) in [
        (deals().start(50), "start"),
        (deals().order(json!({"TITLE": "ASC"})), "ORDER"),
        (
            deals().filter(json!({"STAGE_ID": "NEW", ">ID": 5})),
            "FILTER[>ID]",
        ),
        (deals().filter(json!({"<=id": 5})), "FILTER[<=id]"),
        (deals().filter(json!({"!><ID": [5, 6]})), "FILTER[!><ID]"),
        (deals().filter(json!(["ID"])), "FILTER"),
    ] {
        let (rows, error) = walked(client.scan(&method));
        assert!(rows.is_empty());
        assert_eq!(path(error.as_ref()), name);
    }
    assert_eq!(portal.executions("crm.deal.list"), 0);
}

#[test]
fn what_pages_set_is_refused_by_its_name() {
    let (portal, client) = start(Portal::builder());
    let (_, error) = walked(client.pages(&deals().start(50)));
    let error = error.unwrap();
    assert!(
        error
            .to_string()
            .starts_with("crm.deal.list was not called: `start`: "),
        "{error}"
    );
    assert_eq!(portal.executions("crm.deal.list"), 0);
}

#[test]
fn other_conditions_are_sent_along() {
    let (portal, client) = start(Portal::builder());
    portal.fill("crm.deal.list", 300);
    for (filter, count) in [
        (json!({"CURRENCY_ID": "EUR"}), 300),
        (json!({"CURRENCY_ID": "USD"}), 0),
        (json!({"@ID": [1, 2, 299]}), 3),
        (json!({}), 300),
        (json!([]), 300),
    ] {
        let (rows, error) = walked(client.scan(&deals().filter(filter.clone())));
        assert!(error.is_none(), "{error:?}");
        assert_eq!(rows.len(), count, "{filter}");
    }
}

#[test]
fn the_direction_may_be_said_before_and_after_the_position() {
    let (portal, client) = start(Portal::builder());
    portal.fill("crm.deal.list", 300);
    let position = "id<6".parse().unwrap();
    for scan in [
        client.scan(&deals()).descending().from(position),
        client.scan(&deals()).from(position).descending(),
    ] {
        assert_eq!(walked(scan).0, [5, 4, 3, 2, 1]);
    }
}

#[test]
fn a_position_of_another_kind_is_refused() {
    let (_portal, client) = start(Portal::builder());
    for (position, upwards) in [
        ("row=50", true),
        ("id<5", true),
        ("id>5", false),
        ("page=2", true),
    ] {
        let scan = client.scan(&deals());
        let scan = if upwards { scan } else { scan.descending() };
        let (_, error) = walked(scan.from(position.parse().unwrap()));
        assert_eq!(path(error.as_ref()), "");
        // It is not lost for whoever keeps the position of an error.
        assert_eq!(error.unwrap().position().to_string(), position);
    }
    let (_, error) = walked(client.scan(&deals()).from("id>5".parse().unwrap()).descending());
    assert_eq!(error.unwrap().position().to_string(), "id>5");
    let (_, error) = walked(client.pages(&deals()).from("id>5".parse().unwrap()));
    assert_eq!(path(error.as_ref()), "");
    assert_eq!(<DealList as List>::LISTING.rows, None);
}
