//! What is known better than a page says it: the file of corrections, which is kept by hand.
//!
//! A correction names a method, its page and the reason, and then says facts as the catalog's files
//! have them:
//!
//! ```text
//! correct crm.invoice.list
//!   page api-reference/crm/outdated/invoice/crm-invoice-list.md
//!   because its table has no types, and its examples have a parameter more
//!   explains UnknownKey
//!   takes filter object
//!   more
//! ```
//!
//! An entry that begins with `add` is of a method without a page of its own. One that begins with `tells`
//! and a page says which members a link to that page leads to; `from PARAMETER PAGE` takes the members of
//! one of them from the table of another page, `from . PAGE` those of the structure itself.
//!
//! What it says of a parameter replaces what the page says of it, except for its members. Where it says
//! something of members, the parameter itself stays as it is, and only they are corrected. Error codes
//! replace all of the page. `without NAME` takes a parameter away, `without fields.NAME` a member.
//! `explains` names the types of doubts that are settled by it, so that they no longer make a page
//! unreadable.

use std::fmt;

use b24_catalog::read;
use b24_catalog::{Api, Effect, Members, Method, Parameter};

use crate::doubt::About;

/// One entry of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// Its line in the file.
    pub line: usize,
    /// The method has no page of its own: it is told on the page of something else.
    pub adds: bool,
    /// It is of a page that others link to; the name of the facts is its path, without `.md`.
    pub tells: bool,
    /// The page's path.
    pub page: String,
    /// Why the page is not believed.
    pub because: String,
    /// The types of doubts that it settles.
    pub explains: Vec<About>,
    /// Parameters whose members are told on another page, and its path.
    pub from: Vec<(String, String)>,
    /// The names of parameters that do not exist.
    pub without: Vec<String>,
    /// What it says; only what is not as in an empty method counts.
    pub facts: Method,
    /// Whether it says what the effect is.
    effect: bool,
}

/// A line of the file that is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line.
    pub line: usize,
    /// What is wrong in it.
    pub reason: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "corrections.txt:{}: {}", self.line, self.reason)
    }
}

impl std::error::Error for Fault {}

/// Reads the file. Lines that begin with `#` are for people.
///
/// # Errors
/// The first line that is wrong.
pub fn read(text: &str) -> Result<Vec<Correction>, Fault> {
    let mut corrections = Vec::new();
    let mut lines = text
        .lines()
        .zip(1..)
        .filter(|(line, _)| !line.starts_with('#') && !line.trim().is_empty())
        .peekable();
    while let Some((head, line)) = lines.next() {
        let (word, name) = head.split_once(' ').unwrap_or((head, ""));
        if !["correct", "add", "tells"].contains(&word) {
            return Err(Fault {
                line,
                reason: "an entry begins with `correct` or `add` and a method, or `tells` and a page"
                    .to_owned(),
            });
        }
        let mut body = Vec::new();
        while let Some(inside) = lines.next_if(|(line, _)| line.starts_with(' ')) {
            body.push(inside);
        }
        let mut correction = entry(name, line, &body, word == "tells")?;
        correction.adds = word == "add";
        corrections.push(correction);
    }
    Ok(corrections)
}

fn entry(name: &str, line: usize, body: &[(&str, usize)], tells: bool) -> Result<Correction, Fault> {
    let mut correction = Correction {
        line,
        adds: false,
        tells,
        page: String::new(),
        from: Vec::new(),
        because: String::new(),
        explains: Vec::new(),
        without: Vec::new(),
        facts: Method::new(name, Api::V2),
        effect: false,
    };
    // What is left are facts, in the catalog's own words.
    let mut facts = format!("{name}\n");
    let mut places = vec![line];
    for (text, place) in body {
        let (word, rest) = text.trim().split_once(' ').unwrap_or((text.trim(), ""));
        match word {
            "page" => rest.clone_into(&mut correction.page),
            "because" => rest.clone_into(&mut correction.because),
            "explains" => {
                for word in rest.split_whitespace() {
                    let about = About::ALL.iter().find(|about| format!("{about:?}") == word);
                    let reason = format!("there is no doubt `{word}`");
                    correction
                        .explains
                        .push(*about.ok_or(Fault { line: *place, reason })?);
                }
            }
            "from" => {
                let (parameter, page) = rest.split_once(' ').unwrap_or((rest, ""));
                correction.from.push((parameter.to_owned(), page.to_owned()));
            }
            "without" => correction
                .without
                .extend(rest.split_whitespace().map(str::to_owned)),
            _ => {
                correction.effect |= word == "effect";
                facts.push_str(text);
                facts.push('\n');
                places.push(*place);
            }
        }
    }
    if correction.page.is_empty() && !tells || correction.because.is_empty() {
        return Err(Fault {
            line,
            reason: "an entry needs `page` and `because`".to_owned(),
        });
    }
    correction.facts = read::method(&facts).map_err(|fault| Fault {
        line: places.get(fault.line - 1).copied().unwrap_or(line),
        reason: fault.reason.to_owned(),
    })?;
    Ok(correction)
}

impl Correction {
    /// Whether it is about this method.
    #[must_use]
    pub fn is_of(&self, method: &Method) -> bool {
        self.facts.name == method.name && self.facts.api == method.api
    }

    /// The method that an entry adds.
    #[must_use]
    pub fn method(&self) -> Method {
        let page = self.page.strip_suffix(".md").unwrap_or(&self.page).to_owned();
        Method {
            page,
            ..self.facts.clone()
        }
    }

    /// Corrects the method.
    pub fn apply(&self, method: &mut Method) {
        let facts = &self.facts;
        if !facts.scopes.is_empty() {
            method.scopes.clone_from(&facts.scopes);
        }
        if facts.deprecation.is_some() {
            method.deprecation.clone_from(&facts.deprecation);
        }
        if self.effect {
            method.effect = facts.effect;
        }
        if facts.result.is_some() {
            method.result.clone_from(&facts.result);
        }
        if self.effect && facts.effect == Effect::Write {
            // What changes as it is read is no list to walk.
            method.list = None;
        }
        if facts.list.is_some() {
            method.list.clone_from(&facts.list);
        }
        method.positional |= facts.positional;
        for path in &self.without {
            remove(&mut method.parameters, path);
        }
        patch(&mut method.parameters, &facts.parameters);
        if !facts.errors.is_empty() {
            method.errors.clone_from(&facts.errors);
        }
    }
}

/// Takes away what lies at a path such as `fields.ID`.
fn remove(members: &mut Members, path: &str) {
    let Some((name, rest)) = path.split_once('.') else {
        members.list.retain(|parameter| parameter.name != path);
        members.open.retain(|parameter| parameter.name != path);
        return;
    };
    let inner = members.list.iter_mut().filter(|parameter| parameter.name == name);
    for members in inner.filter_map(|parameter| parameter.members.as_mut()) {
        remove(members, rest);
    }
}

fn patch(members: &mut Members, facts: &Members) {
    for (known, corrected) in [(&mut members.list, &facts.list), (&mut members.open, &facts.open)] {
        for corrected in corrected {
            match known.iter_mut().find(|known| known.name == corrected.name) {
                Some(known) => correct(known, corrected),
                None => known.push(corrected.clone()),
            }
        }
    }
    for group in &facts.any_of {
        if !members.any_of.contains(group) {
            members.any_of.push(group.clone());
        }
    }
    members.more |= facts.more;
}

fn correct(known: &mut Parameter, corrected: &Parameter) {
    if let Some(inner) = &corrected.members {
        patch(known.members.get_or_insert_default(), inner);
    } else {
        let members = known.members.take();
        *known = Parameter {
            members,
            ..corrected.clone()
        };
    }
}

#[cfg(test)]
mod tests {
    use b24_catalog::{Kind, Need};

    use super::*;

    const FILE: &str = "# A comment.\n\ncorrect a.b\n  page x.md\n  because the table is wrong\n  explains NoType Missing\n  \
        without OLD fields.GONE\n  effect write\n  takes fields any\n    takes ID integer required\n  takes TYPE text\n";

    #[test]
    fn an_entry_is_read_and_applied() {
        let corrections = read(FILE).unwrap();
        let [correction] = &corrections[..] else { panic!() };
        assert_eq!(
            (correction.line, correction.explains.as_slice()),
            (3, &[About::NoType, About::Missing][..])
        );
        let mut method = Method::new("a.b", Api::V2);
        method.effect = Effect::Read;
        let mut fields = Parameter::new("fields", Kind::Object);
        fields.members = Some(Members {
            list: vec![
                Parameter::new("ID", Kind::Text),
                Parameter::new("TITLE", Kind::Text),
                Parameter::new("GONE", Kind::Text),
            ],
            ..Members::default()
        });
        method.parameters.list = vec![fields, Parameter::new("OLD", Kind::Text)];
        assert!(correction.is_of(&method) && !correction.is_of(&Method::new("a.b", Api::V3)));
        correction.apply(&mut method);
        let [fields, kind] = &method.parameters.list[..] else {
            panic!()
        };
        assert_eq!((kind.name.as_str(), &kind.kind), ("TYPE", &Kind::Text));
        assert_eq!((&fields.kind, method.effect), (&Kind::Object, Effect::Write));
        let [id, title] = &fields.members.as_ref().unwrap().list[..] else {
            panic!()
        };
        assert_eq!(
            (&id.kind, id.need, title.name.as_str()),
            (&Kind::Integer, Need::Required, "TITLE")
        );
    }

    #[test]
    fn what_is_not_said_stays() {
        let correction = &read("correct a.b\n  page x.md\n  because x\n  more\n").unwrap()[0];
        let mut method = Method::new("a.b", Api::V2);
        method.effect = Effect::Read;
        method.scopes.push("im".to_owned());
        let before = method.clone();
        correction.apply(&mut method);
        assert!(method.parameters.more);
        method.parameters.more = false;
        assert_eq!(method, before);
    }

    #[test]
    fn a_method_may_be_added() {
        let added =
            &read("add a.b v3\n  page api/x.md\n  because it has no page\n  takes x text\n").unwrap()[0];
        let method = added.method();
        assert_eq!(
            (method.api, method.page.as_str(), added.adds),
            (Api::V3, "api/x", true)
        );
        assert_eq!(method.parameters.list.len(), 1);
    }

    #[test]
    fn a_wrong_line_is_named() {
        for (file, line, reason) in [
            (
                "a.b\n",
                1,
                "an entry begins with `correct` or `add` and a method, or `tells` and a page",
            ),
            (
                "correct a.b\n  page x\n",
                1,
                "an entry needs `page` and `because`",
            ),
            (
                "correct a.b\n  page x\n  because y\n  explains Nothing\n",
                4,
                "there is no doubt `Nothing`",
            ),
            (
                "correct a.b\n  page x\n\n  because y\n  takes z string\n",
                5,
                "there is no such kind",
            ),
        ] {
            assert_eq!(
                read(file),
                Err(Fault {
                    line,
                    reason: reason.to_owned()
                }),
                "{file}"
            );
        }
    }
}
