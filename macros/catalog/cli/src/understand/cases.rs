//! Members that depend on another parameter: told in tabs, which are called as its values.

use b24_catalog::{Case, Cases, Members, Parameter};

use crate::page::{Block, Line, Section, Table, code_spans};

/// A tab with tables: the values that it is called by.
pub(super) struct Tab<'a> {
    pub(super) values: Vec<String>,
    pub(super) tables: Vec<&'a Table>,
}

/// The tabs of a section, if they are called as values: `date|datetime`.
pub(super) fn tabs(section: &Section) -> Vec<Tab<'_>> {
    let mut tabs: Vec<Tab<'_>> = Vec::new();
    let mut open = false;
    for block in &section.blocks {
        match block {
            Block::Tab(label) => {
                open = true;
                tabs.push(Tab {
                    values: label
                        .text
                        .split(['|', ','])
                        .map(|value| value.trim().to_owned())
                        .collect(),
                    tables: Vec::new(),
                });
            }
            Block::TabsEnd => open = false,
            Block::Table(table) if open => {
                if let Some(tab) = tabs.last_mut() {
                    tab.tables.push(table);
                }
            }
            _ => {}
        }
    }
    tabs.retain(|tab| !tab.tables.is_empty());
    let are_values = tabs
        .iter()
        .flat_map(|tab| &tab.values)
        .all(|value| is_value(value));
    if are_values { tabs } else { Vec::new() }
}

fn is_value(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_')
}

/// Cases, of which it is not yet known what they depend on.
pub(super) fn cases(list: Vec<Case>) -> Option<Cases> {
    (list.len() > 1).then(|| Cases {
        tag: String::new(),
        list,
    })
}

/// Notes the names that a row has in its text: one of them may be what the cases depend on.
pub(super) fn hint(parameter: &mut Parameter, text: &[&Line]) {
    let members = parameter.members.as_mut();
    if let Some(cases) = members.and_then(|members| members.cases.as_mut()) {
        let codes = text.iter().flat_map(|line| code_spans(&line.text));
        cases.tag = codes.collect::<Vec<_>>().join(" ");
    }
}

/// Finds what the cases of members depend on: a parameter beside the object that its row names, or whose
/// values they are. Cases that depend on nothing known are dropped.
pub(super) fn resolve(members: &mut Members) {
    for place in 0..members.list.len() {
        let cases = members.list[place]
            .members
            .as_ref()
            .and_then(|inner| inner.cases.as_ref());
        let Some(cases) = cases else { continue };
        let hints: Vec<&str> = cases.tag.split(' ').collect();
        let beside = || {
            members
                .list
                .iter()
                .enumerate()
                .filter(|(other, _)| *other != place)
        };
        let named = beside().find(|(_, other)| hints.contains(&other.name.as_str()));
        let tag = named.or_else(|| beside().find(|(_, other)| has_values(other, cases)));
        let tag = tag.map(|(_, tag)| tag.name.clone());
        if let Some(inner) = &mut members.list[place].members {
            inner.cases = inner
                .cases
                .take()
                .zip(tag)
                .map(|(cases, tag)| Cases { tag, ..cases });
        }
    }
}

fn has_values(parameter: &Parameter, cases: &Cases) -> bool {
    let Some(known) = &parameter.values else {
        return false;
    };
    let mut values = cases.list.iter().flat_map(|case| &case.values);
    values.all(|value| known.list.contains(value))
}

#[cfg(test)]
mod tests {
    use b24_catalog::{Kind, Values};

    use super::*;
    use crate::page::read;

    const TABLE: &str = "#|\n|| **Name**\n`type` | **Description** ||\n|| **a**\n`string` | x ||\n|#\n";

    fn of(labels: &[&str]) -> Vec<String> {
        let tab = |label: &&str| format!("- {label}\n\n{TABLE}\n");
        let text = format!(
            "## Parameters\n{{% list tabs %}}\n{}\n- without\n{{% endlist %}}\n{TABLE}",
            labels.iter().map(tab).collect::<String>()
        );
        let page = read(&text);
        tabs(&page.sections[0])
            .into_iter()
            .map(|tab| tab.values.join(" "))
            .collect()
    }

    #[test]
    fn cases_depend_on_what_is_named_or_has_the_values() {
        let of = |text: &str, tag: Parameter| {
            let case = |value: &str| Case {
                values: vec![value.to_owned()],
                members: Members::default(),
            };
            let mut settings = Parameter::new("settings", Kind::Object);
            settings.members = Some(Members {
                cases: cases(vec![case("a"), case("b")]),
                ..Members::default()
            });
            let line = Line {
                number: 1,
                text: text.to_owned(),
            };
            hint(&mut settings, &[&line]);
            let mut members = Members {
                list: vec![settings, tag],
                ..Members::default()
            };
            resolve(&mut members);
            let cases = members.list.swap_remove(0).members?.cases;
            cases.map(|cases| cases.tag)
        };
        let kind = || Parameter::new("kind", Kind::Text);
        assert_eq!(of("depends on `kind`", kind()).as_deref(), Some("kind"));
        assert_eq!(of("depends", kind()), None);
        let mut valued = kind();
        let list = ["a", "b", "c"].map(str::to_owned).into();
        valued.values = Some(Values { list, open: false });
        assert_eq!(of("depends", valued).as_deref(), Some("kind"));
    }

    #[test]
    fn tabs_are_called_as_values() {
        assert_eq!(of(&["string", "date|datetime"]), ["string", "date datetime"]);
        assert_eq!(of(&["cURL (Webhook)", "string"]), [""; 0]);
        assert_eq!(of(&[]), [""; 0]);
    }
}
