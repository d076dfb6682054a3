//! The modules of the project: one for each declaration, with the bodies that are built with it.

use b24_catalog::{Api, Method, names};
use b24_cli::declare::{Declaration, Options};

use crate::bodies::Pages;
use crate::built::Built;

/// A declaration as the tool prints it, and what is checked of it.
pub(crate) struct Module {
    /// The file of the catalog that the method is in: a name of Rust.
    pub(crate) scope: String,
    /// The method's, in small letters and underscores.
    pub(crate) name: String,
    pub(crate) declaration: Declaration,
    pub(crate) checks: Vec<Check>,
    /// It is there for a body alone, which has other spellings or deprecated parameters.
    pub(crate) is_extra: bool,
}

/// A body of a page.
pub(crate) struct Check {
    /// What exceptions call it: the method, with `@3` for REST 3, and `#2` from the second body on.
    pub(crate) key: String,
    /// The page and the line.
    pub(crate) place: String,
    pub(crate) built: Built,
}

/// The declarations of all methods. A body that spells names otherwise than the table has one of its own,
/// and so has a body with deprecated parameters.
pub(crate) fn all(pages: &Pages) -> Vec<Module> {
    let mut modules = Vec::new();
    for method in names().map(|entry| entry.read().unwrap()) {
        let plain = modules.len();
        modules.push(Module::of(
            &method,
            "",
            Declaration::of(&method, &Options::default()),
        ));
        let bodies = pages
            .bodies
            .iter()
            .filter(|body| body.method.name == method.name && body.method.api == method.api);
        for (nth, body) in (1..).zip(bodies) {
            let built = Built::of(&method, &body.value);
            let alike = modules[plain..]
                .iter()
                .position(|module| module.declaration == built.declaration);
            let place = alike.map_or(modules.len(), |place| plain + place);
            if place == modules.len() {
                modules.push(Module::of(&method, &format!("_{nth}"), built.declaration.clone()));
            }
            let check = Check {
                key: key(&method, nth),
                place: body.place.clone(),
                built,
            };
            modules[place].checks.push(check);
        }
    }
    modules
}

impl Module {
    fn of(method: &Method, suffix: &str, declaration: Declaration) -> Self {
        let plain = |name: &str| name.replace(['.', '-'], "_").to_lowercase();
        let version = if method.api == Api::V3 { "_v3" } else { "" };
        Self {
            scope: plain(method.scopes.first().map_or("none", String::as_str)) + "_scope",
            name: format!("{}{version}{suffix}", plain(&method.name)),
            declaration,
            checks: Vec::new(),
            is_extra: !suffix.is_empty(),
        }
    }
}

fn key(method: &Method, nth: usize) -> String {
    let version = if method.api == Api::V3 { "@3" } else { "" };
    let nth = if nth == 1 {
        String::new()
    } else {
        format!("#{nth}")
    };
    format!("{}{version}{nth}", method.name)
}
