//! The modules of the project: one for each declaration, with the bodies that are built with it.

use b24_catalog::{Api, Method, names};
use b24_cli::declare::{Declaration, Options};
use b24_cli::express::{Obstacle, Reason, express, respell};
use serde_json::Value;

use crate::bodies::Pages;

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
    pub(crate) body: String,
    /// What the body leaves to be filled in was.
    pub(crate) is_filled: bool,
    /// The expression that builds it.
    pub(crate) built: Result<String, Obstacle>,
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
            let mut value = body.value.clone();
            let (declaration, built) = for_body(&method, &mut value);
            let check = Check {
                key: key(&method, nth),
                place: body.place.clone(),
                is_filled: value != body.value,
                body: value.to_string(),
                built,
            };
            let alike = modules[plain..]
                .iter()
                .position(|module| module.declaration == declaration);
            let place = alike.map_or(modules.len(), |place| plain + place);
            if place == modules.len() {
                modules.push(Module::of(&method, &format!("_{nth}"), declaration));
            }
            modules[place].checks.push(check);
        }
    }
    modules
}

/// The declaration that a body is built with, and the expression.
fn for_body(method: &Method, body: &mut Value) -> (Declaration, Result<String, Obstacle>) {
    let (mut declaration, mut built) = built(method, body, false);
    if matches!(&built, Err(obstacle) if obstacle.reason == Reason::Unknown) {
        (declaration, built) = self::built(method, body, true);
    }
    while let Err(obstacle) = &built
        && is_placeholder(&obstacle.value)
    {
        fill(body, &obstacle.value);
        built = express(&declaration, body);
    }
    (declaration, built)
}

fn built(method: &Method, body: &Value, deprecated: bool) -> (Declaration, Result<String, Obstacle>) {
    let options = Options {
        deprecated,
        ..Options::default()
    };
    let mut declaration = Declaration::of(method, &options);
    respell(&mut declaration, body);
    let built = express(&declaration, body);
    (declaration, built)
}

/// Whether a text stands for a number that the reader of the page has to put there.
fn is_placeholder(value: &Value) -> bool {
    let is_told = |text: &str| text.starts_with("your_") || text.starts_with("**put_");
    value.as_str().is_some_and(is_told)
}

fn fill(value: &mut Value, placeholder: &Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| fill(item, placeholder)),
        Value::Object(members) => members.values_mut().for_each(|member| fill(member, placeholder)),
        value if value == placeholder => *value = 1.into(),
        _ => {}
    }
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
