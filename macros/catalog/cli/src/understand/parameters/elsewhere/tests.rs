use std::rc::Rc;

use crate::corrections;
use crate::library::Library;
use crate::page::read;
use crate::samples::Samples;
use crate::understand::understand;
use crate::write;

use super::*;

/// Pages that are linked to, and what is known better of them.
struct Pages {
    pages: Vec<(&'static str, String)>,
    told: Vec<Correction>,
}

impl Library for Pages {
    fn page(&self, path: &str) -> Option<Rc<Page>> {
        let found = self.pages.iter().find(|(known, _)| *known == path);
        found.map(|(_, text)| Rc::new(read(text)))
    }

    fn told(&self, path: &str) -> Option<&Correction> {
        self.told.iter().find(|told| told.facts.name == path)
    }
}

fn table(rows: &str) -> String {
    format!("#|\n|| **Name**\n`type` | **Description** ||\n{rows}\n|#\n")
}

/// The members of the only parameter, as they are written, and the doubts about it.
fn told(row: &str, pages: Vec<(&'static str, String)>, told: &str) -> (String, Vec<About>) {
    let text = format!("# Do a.update\n> Scope: [`im`](x)\n## Parameters\n{}", table(row));
    let told = corrections::read(told).unwrap();
    let library = Pages { pages, told };
    let calls = ["a.update".to_owned()];
    let samples = Samples::default();
    let understood = understand("api/a/b.md", &read(&text), &calls, &samples, &library).unwrap();
    let written = write::method(&understood.method);
    let members = written
        .lines()
        .skip_while(|line| !line.starts_with("  takes"))
        .skip(1);
    let doubts = understood.doubts.iter().map(|doubt| doubt.about).collect();
    (members.map(str::trim).collect::<Vec<_>>().join(" "), doubts)
}

fn of(row: &str, pages: Vec<(&'static str, String)>) -> String {
    told(row, pages, "").0
}

#[test]
fn a_type_leads_to_its_section() {
    let page = format!(
        "# Types\n## Other\n{}\n## phone\n{}",
        table("|| **x**\n`string` | x ||"),
        table("|| **VALUE***\n`string` | x ||")
    );
    let row = "|| **p**\n[`phone[]`](../types.md) | x ||";
    assert_eq!(
        of(row, vec![]),
        "doubtful kind",
        "without the page the type is not known"
    );
    let row = "|| **p**\n[`crm_multifield[]`](../types.md) | x ||";
    let page = page.replace("## phone", "## crm_multifield {#m}");
    assert_eq!(
        of(row, vec![("api/types", page)]),
        "likely members doubtful kind takes VALUE text required likely kind need"
    );
}

#[test]
fn an_anchor_leads_to_its_section_or_is_doubted() {
    let page = format!(
        "# Types\n## Fields {{#f}}\n{}",
        table("|| **SIZE**\n`integer` | From 1 to 5 ||")
    );
    let row = "|| **p**\n`object` | As [told](./c.md#f) ||";
    let pages = vec![("api/a/c", page)];
    assert_eq!(
        of(row, pages.clone()),
        "likely members takes SIZE integer range 1..5 likely kind bounds"
    );
    let (members, doubts) = told(&row.replace("#f", "#g"), pages, "");
    assert_eq!((members.as_str(), &doubts[..]), ("", &[About::NotFollowed][..]));
}

#[test]
fn what_is_answered_is_doubted() {
    let page = format!(
        "# Fields\n{}",
        table("|| **id***\n`string` | x ||\n|| **title***\n`string` | x ||")
    );
    let row = "|| **p**\n`object` | [Fields](./fields.md) ||";
    assert_eq!(
        of(row, vec![("api/a/fields", page)]),
        "likely members takes id text doubtful kind takes title text doubtful kind more"
    );
}

#[test]
fn a_method_beside_takes_the_same() {
    let sections = format!("### Parameter fields\n{}", table("|| **x***\n`string` | x ||"));
    let page = |name: &str| {
        format!(
            "# Add {name}\n## Parameters\n{}{sections}",
            table("|| **fields***\n`object` | x ||")
        )
    };
    let row = "|| **fields**\n`object` | As in [it](./add.md) ||";
    assert_eq!(
        of(row, vec![("api/a/add", page("a.add"))]),
        "likely members takes x text sometimes likely kind need"
    );
    assert_eq!(
        of(row, vec![("api/a/add", page("b.add"))]),
        "",
        "another thing is added there"
    );
}

#[test]
fn a_method_lists_fields() {
    let answer = table("|| **result**\n`object` | x ||");
    let fields = table("|| **A**\n`string` | x ||\n|| **B**\n`string` | x ||\n|| **C**\n`integer` | x ||");
    let page = format!("# Get fields a.fields\n## Response\n{answer}\n### Fields\n{fields}");
    let row = "|| **fields**\n`array` | See [it](./fields.md) ||";
    assert!(of(row, vec![("api/a/fields", page)]).starts_with("likely members takes A text doubtful kind"));
    let describing =
        table("|| **title**\n`string` | x ||\n|| **type**\n`string` | x ||\n|| **x**\n`string` | x ||");
    let page = format!("# Get fields a.fields\n## Response\n{describing}");
    assert_eq!(of(row, vec![("api/a/fields", page)]), "");
}

#[test]
fn a_page_that_links_to_itself_ends() {
    let page = format!(
        "# Node\n{}",
        table("|| **child**\n`object` | A [node](./node.md) ||")
    );
    let row = "|| **p**\n`object` | A [node](./node.md) ||";
    let members = of(row, vec![("api/a/node", page)]);
    assert_eq!(members, "likely members takes child object likely kind");
}

#[test]
fn a_correction_says_what_a_page_tells() {
    let button = format!("# Buttons\n## Button\n{}", table("|| **TEXT***\n`string` | x ||"));
    let row = "|| **p**\n`object` | See [it](./keys.md) ||";
    let pages = vec![("api/a/keys", "# Keys\n".to_owned()), ("api/a/button", button)];
    let correction = "tells api/a/keys\n  because the buttons lie under a key\n  takes BUTTONS list<object>\n  from BUTTONS api/a/button\n";
    assert_eq!(
        told(row, pages, correction).0,
        "likely members takes BUTTONS list<object> likely kind members takes TEXT text required likely kind need"
    );
}
