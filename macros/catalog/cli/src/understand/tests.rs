//! Made-up pages: each way to tell of members, and each type of doubt.

use b24_catalog::Need::{Required, Sometimes};

use crate::doubt::About;
use crate::page;
use crate::samples::Samples;
use crate::write;

use super::{Understood, understand};

/// What is read of a method's page, of which this is below the title.
fn read(below: &str) -> Understood {
    let text = format!("# Do a.b\n> Scope: [`im`](x)\n{below}\n");
    understand(
        "a/b.md",
        &page::read(&text),
        &["a.b".to_owned()],
        &Samples::of(&text),
        &(),
    )
    .unwrap()
}

/// A table of parameters.
fn table(rows: &str) -> String {
    format!("#|\n|| **Name**\n`type` | **Description** ||\n{rows}\n|#\n")
}

/// The parameters of such a table, as they are written, and those of the sections behind it.
fn parameters(rows: &str, sections: &str) -> String {
    let understood = read(&format!("## Parameters\n{}{sections}", table(rows)));
    let lines = write::method(&understood.method);
    let parameters = lines.lines().filter(|line| {
        let word = line.split_whitespace().next().unwrap_or_default();
        ["takes", "open", "any_of", "more"].contains(&word)
    });
    parameters
        .map(|line| line.strip_prefix("  ").unwrap_or(line))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn members_are_found_where_the_row_leads_to() {
    let id = table("|| **ID***\n`integer` | x ||");
    let found = "takes fields object\n  takes ID integer required";
    let by_anchor = format!("### Whatever {{#f}}\n{id}");
    assert_eq!(
        parameters("|| **fields**\n[`object`](#f) | x ||", &by_anchor),
        found
    );
    assert_eq!(
        parameters("|| **fields**\n`object` | See [below](#f) ||", &by_anchor),
        found
    );
    let by_title = format!("### Parameter fields\n{id}");
    assert_eq!(parameters("|| **fields**\n`object` | x ||", &by_title), found);
    assert_eq!(
        parameters("|| **fields**\n`object` | [x](#parametr-fields) ||", &by_title),
        found
    );
    let in_the_cell = format!("|| **fields**\n`object` | x\n{id}||");
    assert_eq!(parameters(&in_the_cell, ""), found);
    let dotted = "|| **fields.ID***\n`integer` | x ||";
    assert_eq!(parameters(dotted, ""), found);
    let by_type = format!("### Type field\n{id}");
    assert_eq!(
        parameters("|| **fields**\n[`field[]`](#field) | x ||", &by_type),
        "takes fields list<object>\n  takes ID integer required"
    );
    let in_a_list = "|| **page**\n`object` | The page:\n- `limit` — how many ||";
    assert_eq!(
        parameters(in_a_list, ""),
        "takes page object\n  takes limit any\n  more"
    );
}

#[test]
fn members_have_members() {
    let sections = format!(
        "### Parameter a\n{}### Parameter b\n{}",
        table("|| **b**\n`object[]` | x ||"),
        table("|| **c**\n`string` | x ||")
    );
    assert_eq!(
        parameters("|| **a**\n`object` | x ||", &sections),
        "takes a object\n  takes b list<object>\n    takes c text"
    );
    // A structure that holds itself ends where it begins anew.
    let tree = format!(
        "### Type node\n{}",
        table("|| **children**\n[`node[]`](#node) | x ||")
    );
    assert_eq!(
        parameters("|| **root**\n[`node`](#node) | x ||", &tree),
        "takes root object\n  takes children list<object>"
    );
}

#[test]
fn cases_are_merged() {
    let one = table("|| **id***\n`integer` | x ||\n|| **x***\n`string` | x ||");
    let two = table("|| **code***\n`string` | x ||\n|| **x***\n`string` | x ||");
    let ways = read(&format!(
        "## Parameters\n### 1. By id\n{one}### 2. By code\n{two}"
    ));
    let needs: Vec<_> = ways
        .method
        .parameters
        .list
        .iter()
        .map(|p| (p.name.as_str(), p.need))
        .collect();
    assert_eq!(needs, [("id", Sometimes), ("x", Required), ("code", Sometimes)]);
    let further = format!("## Additional parameters\n{two}");
    assert!(parameters("|| **id**\n`integer` | x ||", &further).contains("takes code text sometimes"));
}

#[test]
fn open_keys_and_groups() {
    assert_eq!(parameters("|| **UF_...**\n`any` | x ||", ""), "open UF_* any");
    let rows = "|| **ID***\n`integer` | Required if `CODE` is not provided ||\n|| **CODE***\n`string` | x ||";
    assert_eq!(
        parameters(rows, ""),
        "takes ID integer sometimes\ntakes CODE text sometimes\nany_of ID CODE"
    );
    let rows = "|| **ID**\n`integer` | x ||\n|| **CODE**\n`string` | x ||";
    let text = "\nPass at least one of the parameters `ID`, `CODE`.\n";
    assert!(parameters(rows, text).ends_with("any_of ID CODE"));
}

/// The types of what is doubted, each once.
fn doubts(below: &str) -> Vec<About> {
    let mut doubts: Vec<About> = read(below).doubts.into_iter().map(|doubt| doubt.about).collect();
    doubts.sort();
    doubts.dedup();
    doubts
}

fn of_row(row: &str) -> Vec<About> {
    doubts(&format!("## Parameters\n{}", table(row)))
}

fn of_example(row: &str, body: &str) -> Vec<About> {
    let curl = format!("```curl\ncurl -d '{body}' https://x.example/rest/a.b\n```\n");
    doubts(&format!("## Parameters\n{}{curl}", table(row)))
}

#[test]
fn a_sound_page_is_not_doubted() {
    assert_eq!(of_example("|| **ID***\n`integer` | x ||", r#"{"ID": 5}"#), []);
    assert_eq!(doubts("## Parameters\n\nWithout parameters."), []);
}

#[test]
fn tables_are_doubted() {
    assert_eq!(doubts("text"), [About::NoParameters]);
    assert_eq!(of_row("|| **a**\n`string` | x"), [About::Syntax]);
    assert_eq!(of_row("|| **some words**\n`string` | x ||"), [About::NoRowName]);
    assert_eq!(of_row("|| **a** | x ||"), [About::NoType]);
    assert_eq!(of_row("|| **a**\n`wonder` | x ||"), [About::UnknownType]);
    assert_eq!(
        of_row("|| **a**\n`date` \\| `file` | x ||"),
        [About::UnknownChoice]
    );
    assert_eq!(
        of_row("|| **a**\n`string` | x ||\n|| **a**\n`string` | x ||"),
        [About::Twice]
    );
    assert_eq!(
        of_row("|| **a**\n`object` | [below](#nowhere) ||"),
        [About::DeadAnchor]
    );
    let section = format!("### Type other\n{}", table("|| **a**\n`string` | x ||"));
    let below = format!("## Parameters\n{}{section}", table("|| **b**\n`string` | x ||"));
    assert_eq!(doubts(&below), [About::Unclaimed]);
}

#[test]
fn sentences_are_doubted() {
    // Needed, by the sentence; not needed, for there is no star.
    assert_eq!(
        of_row("|| **a**\n`string` | The parameter is required ||"),
        [About::Need]
    );
    assert_eq!(
        of_row("|| **a***\n`string` | Optional parameter ||"),
        [About::Need]
    );
    let values = "Possible values:\n- `x` — x\n- `y` — y ||";
    assert_eq!(
        of_row(&format!("|| **a**\n`boolean` | {values}")),
        [About::BooleanValues]
    );
    assert_eq!(
        of_row(&format!("|| **a**\n`integer` | {values}")),
        [About::ValuesKind]
    );
    assert_eq!(
        of_row("|| **a**\n`integer` | Default is `N` ||"),
        [About::DefaultKind]
    );
    assert_eq!(
        of_row("|| **a**\n`integer` | From 1 to 5. Default is 9 ||"),
        [About::DefaultBounds]
    );
}

#[test]
fn examples_are_doubted() {
    let id = "|| **ID***\n`integer` | x ||";
    assert_eq!(of_example(id, r#"{"ID": 5, "x": 1}"#), [About::UnknownKey]);
    assert_eq!(of_example(id, r#"{"id": 5}"#), [About::Spelling]);
    assert_eq!(of_example(id, "{}"), [About::Missing]);
    assert_eq!(of_example(id, r#"{"ID": "5"}"#), [About::ExampleKind]);
    let a = "|| **a**\n`string` | Possible values:\n- `x` — x\n- `y` — y ||";
    assert_eq!(of_example(a, r#"{"a": "z"}"#), [About::ExampleValue]);
    let nested = "|| **f**\n`object` | x ||\n|| **f.ID***\n`integer` | x ||";
    assert_eq!(
        of_example(nested, r#"{"f": {"ID": 1, "x": 1}}"#),
        [About::UnknownMember]
    );
    assert_eq!(of_example(nested, r#"{"f": {}}"#), [About::MissingMember]);
    assert_eq!(of_example(id, r#"{"ID": }"#), [About::Sample]);
    let calls = |name: &str| {
        let curl = format!("```curl\ncurl -d '{{\"ID\": 5}}' https://x.example/rest/{name}\n```\n");
        doubts(&format!("## Parameters\n{}{curl}", table(id)))
    };
    assert_eq!(calls("A.b"), [About::NameCase]);
    assert_eq!(calls("a.c"), [About::OtherMethod]);
}

#[test]
fn what_is_around_is_doubted() {
    let codes = "## Errors\n#|\n|| **Code** | **Description** ||\n|| Some words | x ||\n|#\n";
    assert_eq!(doubts(&format!("No parameters.\n{codes}")), [About::ErrorCode]);
    let untitled =
        "# Do it\n> Who can execute the method: any\n\nThe method `a.b`.\n## Parameters\n\nNo parameters.\n";
    let understood = understand(
        "a/b.md",
        &page::read(untitled),
        &["a.b".to_owned()],
        &Samples::default(),
        &(),
    )
    .unwrap();
    let about: Vec<About> = understood.doubts.iter().map(|doubt| doubt.about).collect();
    assert_eq!(about, [About::NoName, About::NoScope]);
}
