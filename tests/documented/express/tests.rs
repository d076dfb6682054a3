//! Bodies as the expressions that build them.

#![allow(clippy::unwrap_used)] // in a test, a failure is a panic

use super::{Obstacle, Reason, express, respell};
use b24_catalog::read;
use b24_cli::declare::{Declaration, Options};
use serde_json::{Value, json};

fn declaration(facts: &str) -> Declaration {
    let method = read::method(&format!("a.b.add\n{facts}")).unwrap();
    let name = Some("Add".to_owned());
    Declaration::of(
        &method,
        &Options {
            name,
            ..Options::default()
        },
    )
}

fn of(facts: &str, body: &Value) -> Result<String, Obstacle> {
    express(&declaration(facts), body)
}

/// The only parameter's value, as its setter takes it.
fn value(parameter: &str, value: &Value) -> Result<String, Obstacle> {
    let built = of(&format!("  takes X {parameter}\n"), &json!({"X": value}))?;
    let built = built.strip_prefix("Add::new().x(").unwrap();
    Ok(built.strip_suffix(')').unwrap().to_owned())
}

#[test]
fn values_are_what_setters_take() {
    for (parameter, json, rust) in [
        ("integer", json!(-5), "-5"),
        ("double", json!(5), "5.0"),
        ("text", json!("a \"b\" \\"), r#""a \"b\" \\""#),
        ("boolean", json!(true), "true"),
        ("yes_no", json!("N"), "false"),
        ("one_zero", json!(1), "true"),
        ("list<integer>", json!([1, 2]), "[1, 2]"),
        ("list<text>", json!([]), "Vec::<String>::new()"),
        ("list<yes_no>", json!(["Y"]), "[true]"),
        ("map<text>", json!({"en": "a"}), r#"[("en", "a")]"#),
        (
            "list<list<text>>",
            json!([["a"], []]),
            r#"[vec!["a".to_owned()], vec![]]"#,
        ),
        ("file", json!(["a.gif", "R0lG"]), r#"["a.gif", "R0lG"]"#),
        (
            "any",
            json!({"a": [null, 1.5]}),
            r#"serde_json::json!({"a": [null, 1.5]})"#,
        ),
        ("integer|text", json!(5), "AddIntegerOrText::Integer(5)"),
        (
            "integer|text",
            json!("5"),
            r#"AddIntegerOrText::Text("5".to_owned())"#,
        ),
        ("text\n    values RED MINT", json!("MINT"), "AddX::Mint"),
        ("text\n    values 1 2", json!("2"), "2"),
        (
            "object\n    takes A text",
            json!({"A": "b"}),
            r#"AddX::new().a("b")"#,
        ),
    ] {
        assert_eq!(value(parameter, &json).as_deref(), Ok(rust), "{parameter}");
    }
}

#[test]
fn what_has_no_place_says_why() {
    for (parameter, json, reason) in [
        ("integer", json!("5"), Reason::Kind),
        ("text", json!(5), Reason::Kind),
        ("boolean", json!("Y"), Reason::Kind),
        ("yes_no", json!(true), Reason::Kind),
        ("text", json!(null), Reason::Null),
        ("text\n    values RED", json!("PURPLE"), Reason::Value),
        ("text\n    values 1 2", json!("02"), Reason::Kind),
        ("object\n    takes A text", json!({"B": 1}), Reason::Unknown),
        ("object\n    takes A text required", json!({}), Reason::Missing),
    ] {
        assert_eq!(value(parameter, &json).unwrap_err().reason, reason, "{parameter}");
    }
    let facts = "  takes X object\n    takes LIST list<integer>\n";
    let obstacle = of(facts, &json!({"X": {"LIST": [1, "a"]}})).unwrap_err();
    assert_eq!(obstacle.to_string(), r#"`X.LIST[1]` is of another type: "a""#);
}

#[test]
fn required_values_are_arguments_and_further_ones_a_map() {
    let facts = "  takes A text\n  takes ID integer required\n  open UF_* any\n  open PARENT_* integer\n";
    let body = json!({"PARENT_1": 7, "A": "b", "UF_X": true, "ID": 5, "UF_Y": "z"});
    assert_eq!(
        of(facts, &body).as_deref(),
        Ok(
            r#"Add::new(5).a("b").parents([("PARENT_1", 7)]).custom([("UF_X", serde_json::json!(true)), ("UF_Y", serde_json::json!("z"))])"#
        )
    );
}

#[test]
fn filters_orders_and_selections_are_built_by_their_methods() {
    let facts = "  effect read\n  takes filter object\n  takes order object\n  takes select list<text>\n";
    let body = json!({
        "filter": {">ID": 5, "@S": ["A", 1], "><D": [1, 2], "0": {"logic": "OR", "0": {"A": 1}, "1": {"B": 2}}},
        "order": {"ID": "DESC"},
        "select": ["ID", "UF_*"],
    });
    assert_eq!(
        of(facts, &body).unwrap(),
        concat!(
            r#"Add::new().filter(b24::Filter::new()"#,
            r#".any([b24::Filter::new().is("A", 1), b24::Filter::new().is("B", 2)])"#,
            r#".between("D", 1, 2).greater("ID", 5)"#,
            r#".one_of("S", [serde_json::json!("A"), serde_json::json!(1)]))"#,
            r#".order(b24::Order::new().descending("ID")).select(["ID", "UF_*"])"#,
        )
    );
    let small = of(facts, &json!({"order": {"ID": "asc"}})).unwrap();
    assert!(
        small.ends_with(".order(b24::Order::new().ascending(\"ID\").small())"),
        "{small}"
    );
    for body in [
        json!({"filter": {"%=NAME": "a%"}}),
        json!({"filter": {"@ID": 5}}),
        json!({"order": {"ID": "up"}}),
        json!({"order": {"ID": "asc", "NAME": "DESC"}}),
        json!({"select": [1]}),
    ] {
        assert_eq!(of(facts, &body).unwrap_err().reason, Reason::Listing, "{body}");
    }
}

#[test]
fn conditions_of_rest_3_are_a_list() {
    let method = "a.b.list v3\n  effect read\n  takes filter object|list<any>\n";
    let declaration = Declaration::of(&read::method(method).unwrap(), &Options::default());
    let built = |filter: Value| express(&declaration, &json!({"filter": filter}));
    assert_eq!(
        built(json!([["id", ">", 5], ["id", "in", [1]]])).as_deref(),
        Ok(
            r#"BList::new().filter(b24::FilterV3::new().greater("id", 5).one_of("id", [serde_json::json!(1)]))"#
        )
    );
    assert_eq!(built(json!([["id", 5]])).unwrap_err().reason, Reason::Listing);
}

#[test]
fn a_body_with_other_spellings_renames_the_fields() {
    let facts = "  takes fields object\n    spelled FIELDS\n    takes NAME text\n      spelled Name title\n";
    let mut declaration = declaration(facts);
    let body = json!({"FIELDS": {"title": "a"}});
    assert_eq!(express(&declaration, &body).unwrap_err().reason, Reason::Unknown);
    assert!(respell(&mut declaration, &body));
    assert_eq!(
        express(&declaration, &body).as_deref(),
        Ok(r#"Add::new().fields(AddFields::new().name("a"))"#)
    );
    let text = b24_cli::render::declaration(&declaration);
    assert!(
        text.contains("#[b24(rename = \"FIELDS\")]") && text.contains("#[b24(rename = \"title\")]"),
        "{text}"
    );
    assert!(!respell(&mut declaration, &body));
}
