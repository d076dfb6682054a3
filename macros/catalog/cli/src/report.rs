//! What was read, counted.

use std::collections::BTreeMap;
use std::fmt::Write;

use b24_catalog::{Api, Certainty, Effect, Members, Method, Need, Parameter};

use crate::doubt::About;
use crate::import::Import;

/// Every doubt with its page and line, then the counts.
#[must_use]
pub fn report(import: &Import) -> String {
    let mut text = String::new();
    for doubt in &import.doubts {
        let _ = writeln!(text, "{doubt}");
    }
    for (line, reason) in &import.unused {
        let _ = writeln!(text, "corrections.txt:{line}: {reason}");
    }
    let _ = writeln!(
        text,
        "\npages: {}, of methods: {}, methods told elsewhere: {}",
        import.pages,
        import.methods.len() - import.added,
        import.added
    );
    for (fact, count) in facts(&import.methods) {
        let _ = writeln!(text, "{count:>7}  {fact}");
    }
    let mut doubts: BTreeMap<About, usize> = BTreeMap::new();
    for doubt in &import.doubts {
        *doubts.entry(doubt.about).or_default() += 1;
    }
    let _ = writeln!(text, "doubts: {}", import.doubts.len());
    for (about, count) in doubts {
        let mark = if about.is_unreadable() {
            ", so that the page is not read"
        } else {
            ""
        };
        let _ = writeln!(text, "{count:>7}  {about:?}: {about}{mark}");
    }
    text
}

/// How many facts there are, by type.
#[must_use]
pub fn facts(methods: &[Method]) -> Vec<(&'static str, usize)> {
    let of_methods = |wanted: fn(&Method) -> bool| methods.iter().filter(|method| wanted(method)).count();
    let mut names: Vec<String> = methods.iter().map(|method| method.name.to_lowercase()).collect();
    names.sort();
    names.dedup();
    let mut counts = Counts::default();
    for method in methods {
        counts.members(&method.parameters, true);
    }
    let mut facts = vec![
        ("methods", methods.len()),
        ("names", names.len()),
        ("methods of REST 3", of_methods(|method| method.api == Api::V3)),
        (
            "methods without a scope",
            of_methods(|method| method.scopes.is_empty()),
        ),
        (
            "deprecated methods",
            of_methods(|method| method.deprecation.is_some()),
        ),
        (
            "methods that only read",
            of_methods(|method| method.effect == Effect::Read),
        ),
        (
            "methods without parameters",
            of_methods(|method| method.parameters == Members::default()),
        ),
        (
            "methods whose parameters are not all listed",
            of_methods(|method| method.parameters.more),
        ),
        (
            "methods of which the order of parameters matters",
            of_methods(|method| method.positional),
        ),
        ("results", of_methods(|method| method.result.is_some())),
        (
            "results in doubt",
            of_methods(|method| method.result.as_ref().is_some_and(|result| result.doubtful)),
        ),
        (
            "results under one key",
            of_methods(|method| method.result.as_ref().is_some_and(|result| result.key.is_some())),
        ),
        ("lists in pages", of_methods(|method| method.list.is_some())),
        (
            "error codes",
            methods.iter().map(|method| method.errors.len()).sum(),
        ),
    ];
    facts.extend(counts.0);
    facts
}

#[derive(Default)]
struct Counts(BTreeMap<&'static str, usize>);

impl Counts {
    fn add(&mut self, fact: &'static str, holds: bool) {
        *self.0.entry(fact).or_default() += usize::from(holds);
    }

    fn members(&mut self, members: &Members, top: bool) {
        *self.0.entry("groups of which one is needed").or_default() += members.any_of.len();
        *self.0.entry("open keys").or_default() += members.open.len();
        self.add(
            "objects that depend on another parameter",
            members.cases.is_some(),
        );
        for parameter in members.list.iter().chain(&members.open) {
            self.parameter(parameter, top);
            if let Some(members) = &parameter.members {
                self.members(members, false);
            }
        }
    }

    fn parameter(&mut self, parameter: &Parameter, top: bool) {
        self.add("parameters, top", top);
        self.add("parameters, nested", !top);
        self.add("required, top", top && parameter.need == Need::Required);
        self.add("required, nested", !top && parameter.need == Need::Required);
        self.add("required sometimes", parameter.need == Need::Sometimes);
        self.add(
            "closed sets of values",
            parameter.values.as_ref().is_some_and(|values| !values.open),
        );
        self.add(
            "open sets of values",
            parameter.values.as_ref().is_some_and(|values| values.open),
        );
        self.add(
            "yes or no, one or zero",
            matches!(
                parameter.kind,
                b24_catalog::Kind::YesNo | b24_catalog::Kind::OneZero
            ),
        );
        self.add("defaults", parameter.default.is_some());
        self.add(
            "bounds",
            !(parameter.range.is_empty() && parameter.length.is_empty() && parameter.items.is_empty()),
        );
        self.add("secrets", parameter.secret);
        self.add("deprecated parameters", parameter.deprecated);
        self.add(
            "parameters with another spelling",
            !parameter.spellings.is_empty(),
        );
        let doubtful = |aspect| parameter.certainty(aspect) == Certainty::Doubtful;
        self.add("kinds in doubt", doubtful(b24_catalog::Aspect::Kind));
        self.add("needs in doubt", doubtful(b24_catalog::Aspect::Need));
    }
}
