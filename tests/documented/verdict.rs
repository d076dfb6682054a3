//! Which bodies passed, and what is left untyped.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use b24_cli::declare::Role;
use b24_cli::render;

use crate::bodies::Pages;
use crate::crates::Said;
use crate::exceptions::Exception;
use crate::modules::Module;

/// The most exceptions that there may be.
const MOST: usize = 60;

/// What became of every body.
pub(crate) struct Verdict<'a> {
    modules: &'a [Module],
    /// By what a body is called: where it stands, and why it did not pass.
    failed: BTreeMap<&'a str, (&'a str, String)>,
    passed: usize,
}

impl<'a> Verdict<'a> {
    /// Puts together what could not be built and what the program said.
    pub(crate) fn of(modules: &'a [Module], said: &Said) -> Self {
        let (mut failed, mut passed) = (BTreeMap::new(), 0);
        for check in modules.iter().flat_map(|module| &module.checks) {
            let why = match &check.built.expression {
                Ok(_) => said.of(&check.key),
                Err(obstacle) => Some(obstacle.to_string()),
            };
            match why {
                Some(why) => drop(failed.insert(check.key.as_str(), (check.place.as_str(), why))),
                None => passed += 1,
            }
        }
        Self {
            modules,
            failed,
            passed,
        }
    }

    /// Lines with all counts.
    pub(crate) fn counts(&self, pages: &Pages, exceptions: &BTreeMap<&str, Exception>) -> String {
        let mut categories: BTreeMap<&str, usize> = BTreeMap::new();
        for exception in exceptions.values() {
            *categories.entry(exception.category).or_default() += 1;
        }
        let categories: Vec<String> = categories
            .iter()
            .map(|(category, count)| format!("{count} {category}"))
            .collect();
        let mut fields = 0;
        let (mut untyped, mut further) = (0, 0);
        let (mut any, mut unlisted) = (0, 0);
        let declared = self.modules.iter().filter(|module| !module.is_extra);
        for module in declared.clone() {
            for field in module.declaration.structs().flat_map(|declared| &declared.fields) {
                fields += 1;
                match field.role {
                    Role::Further(_) => further += usize::from(field.ty.is_untyped()),
                    Role::Parameter(_) => untyped += usize::from(field.ty.is_untyped()),
                }
            }
            let text = render::declaration(&module.declaration);
            any += text.matches("kind = any").count();
            unlisted += text.matches("unlisted").count();
        }
        let mut text = format!("\ndeclarations: {}, with {fields} fields\n", declared.count());
        let _ = writeln!(
            text,
            "  of the type `serde_json::Value`, or lists or maps of it: {untyped}, and {further} maps of further parameters\n  `kind = any`: {any}, `unlisted`: {unlisted}"
        );
        let checks = || self.modules.iter().flat_map(|module| &module.checks);
        let filled = checks().filter(|check| check.built.is_filled).count();
        let respelled = checks().filter(|check| check.built.is_respelled).count();
        let _ = writeln!(
            text,
            "bodies: {}, {filled} of them with placeholders filled in, {respelled} with other spellings; {} more are of methods without a page\n  passed: {}, exceptions: {} ({})",
            pages.bodies.len(),
            pages.of_others,
            self.passed,
            exceptions.len(),
            categories.join(", "),
        );
        text
    }

    /// Fails where the exceptions are not exactly those that did not pass.
    pub(crate) fn compare(&self, exceptions: &BTreeMap<&str, Exception>) {
        let mut faults = String::new();
        for (key, (place, why)) in &self.failed {
            if !exceptions.contains_key(key) {
                let _ = writeln!(faults, "{key} ({place}): {why}");
            }
        }
        for (key, exception) in exceptions {
            if !self.failed.contains_key(key) {
                let _ = writeln!(faults, "{key} is an exception no longer: {}", exception.reason);
            }
        }
        assert!(
            faults.is_empty(),
            "exceptions.txt and the bodies do not agree:\n{faults}"
        );
        let count = exceptions.len();
        assert!(
            count <= MOST,
            "there are {count} exceptions, and {MOST} at most may be"
        );
    }
}
