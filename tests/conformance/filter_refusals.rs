//! Filters, orders and selections: what is refused before it is sent.

use std::time::Duration;

use b24::{Error, Filter, FilterV3, Order, Problem, Select, b24_method};
use b24_portal::Portal;
use serde::Serialize;

#[b24_method("test.item.list", unlisted, rename_all = "camelCase", effect = read)]
struct ItemList {
    filter: Option<Filter>,
}

fn refusal(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_err().to_string()
}

#[test]
fn a_bad_name_names_itself_and_the_way_out() {
    for (name, advice) in [
        ("", "expected ASCII letters, digits"),
        (" ID", "expected ASCII letters"),
        ("ID ", "expected ASCII letters"),
        ("0", "with a letter or `_` first"),
        ("15", "with a letter or `_` first"),
        ("ID\n", "expected ASCII letters"),
        ("название", "expected ASCII letters"),
        ("a..b", "single `.`"),
        ("a.", "single `.`"),
        (".a", "single `.`"),
        ("filter[ID]", "expected ASCII letters"),
        ("UF_*", "expected ASCII letters"),
        ("$result", "expected ASCII letters"),
        (">ID", "`.greater(...)`"),
        (">=ID", "`.at_least(...)`"),
        ("!ID", "`.not(...)`"),
        ("!=%NAME", "`.not_like(...)`"),
        ("%NAME", "`.contains(...)`"),
        ("><DATE", "`.between(...)`"),
        ("@ID", "`.one_of(...)`"),
        ("logic", "`.any(...)` and `.all(...)`"),
        ("LOGIC", "`.any(...)` and `.all(...)`"),
    ] {
        let words = refusal(&Filter::new().is("TITLE", 1).greater(name, 5));
        let shown = format!("{name:?} is not the name of a field; ");
        assert!(
            words.starts_with(&shown) && words.contains(advice),
            "{name:?}: {words}"
        );
        if name.to_lowercase() != "logic" {
            assert!(refusal(&Order::new().ascending(name)).contains("is not the name of a field"));
            assert!(refusal(&FilterV3::new().equal(name, 1)).contains("is not the name of a field"));
        }
    }
    let long = refusal(&Filter::new().is(&"ы".repeat(10_000), 1));
    assert!(long.len() < 500, "{long}");
}

#[test]
fn what_would_be_lost_or_select_too_much_is_refused() {
    let f = Filter::new;
    for (filter, words) in [
        (
            f().not("ID", 1).not("ID", 2),
            "\"!ID\" is given twice, and only one would count; list the values with `none_of`",
        ),
        (f().is("ID", 1).is("ID", 2), "list the values with `one_of`"),
        (
            f().contains("ID", 1).contains("ID", 1),
            "give each to `all` as a filter of its own",
        ),
        (
            f().one_of("ID", [1]).one_of("ID", [2]),
            "put all values into one list",
        ),
        (
            f().one_of("ID", Vec::<u64>::new()),
            "the value of \"@ID\": the list is empty; leave the condition out, or do not call at all",
        ),
        (f().none_of("ID", Vec::<u64>::new()), "the list is empty"),
        (
            f().one_of("ID", [Some(1), None]),
            "expected a value, and there is none",
        ),
        (
            f().greater("ID", [1, 2]),
            "expected one value, not a list or an object",
        ),
        (f().between("ID", 1, None::<u64>), "expected a value"),
        (
            f().equal("PRICE", f64::NAN),
            "the value of \"=PRICE\": NaN is not a number that JSON has",
        ),
        (
            f().less("PRICE", f32::INFINITY),
            "inf is not a number that JSON has",
        ),
        (
            f().is("ID", Duration::MAX).is("X", u128::MAX),
            "cannot be written as JSON",
        ),
        (f().any([]), "`any` has a member without conditions"),
        (
            f().any([f().is("ID", 1), f()]),
            "`any` has a member without conditions",
        ),
        (f().all([f()]), "`all` has a member without conditions"),
        (f().any([f().is(">ID", 1)]), "\">ID\" is not the name of a field"),
    ] {
        let refused = refusal(&filter);
        assert!(refused.contains(words), "{refused}");
    }
    for (filter, words) in [
        (FilterV3::new().any([]), "`any` has a member without conditions"),
        (
            FilterV3::new().not(FilterV3::new()),
            "`not` has a member without conditions",
        ),
        (
            FilterV3::new().one_of("id", [0; 0]),
            "the value of \"id\": the list is empty",
        ),
        (
            FilterV3::new().any([FilterV3::new().equal("a b", 1)]),
            "\"a b\" is not the name",
        ),
    ] {
        let refused = refusal(&filter);
        assert!(refused.contains(words), "{refused}");
    }
    assert!(
        refusal(&Order::new().ascending("ID").descending("ID"))
            .contains("\"ID\" is given twice, and only one would count; remove one of both")
    );
}

#[test]
fn everything_that_is_wrong_is_said_at_once() {
    let words = refusal(&Filter::new().is("a b", 1).one_of("ID", [0; 0]).any([]));
    for part in ["\"a b\" is not", "\"@ID\"", "`any` has"] {
        assert!(words.contains(part), "{words}");
    }
}

#[test]
fn a_mistake_is_invalid_and_nothing_is_sent() {
    let portal = Portal::start().unwrap();
    let client = b24::Client::webhook(portal.webhook()).unwrap();
    let list = ItemList::new().filter(Filter::new().is("=id", 5));
    let Err(Error::Invalid(invalid)) = list.call(&client) else {
        panic!("a malformed key was sent");
    };
    let Problem::NotSerializable { reason } = invalid.violations()[0].problem() else {
        panic!("{invalid}");
    };
    assert_eq!(
        reason,
        "\"=id\" is not the name of a field; leave the operator to the method: `.equal(...)`"
    );
    assert!(portal.requests().is_empty());
}

#[test]
fn a_star_stands_at_the_end_of_a_selected_name_only() {
    for name in ["", "**", "*ID", "ID,TITLE", "-ID", "a*b", "1*"] {
        let words = refusal(&Select::new(["ID", name]));
        assert!(words.starts_with(&format!("{name:?} is not the name")), "{words}");
        assert!(words.contains("as in `UF_*`"), "{words}");
    }
}
