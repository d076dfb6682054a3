//! The project with all declarations: written, formatted as rustfmt would, compiled and run.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use b24_cli::render;

use crate::modules::Module;
use crate::project;

/// What the program said of each body: nothing, if it passed.
pub(crate) struct Said(BTreeMap<String, String>);

impl Said {
    /// Why a body did not pass, if it did not.
    pub(crate) fn of(&self, key: &str) -> Option<String> {
        let said = self.0.get(key).map_or("was not checked", String::as_str);
        Some(said.to_owned()).filter(|said| !said.is_empty())
    }
}

/// Compiles the declarations and runs the checks.
pub(crate) fn run(modules: &[Module]) -> Said {
    let folder = project::directory("documented");
    let mut scopes: BTreeMap<&str, Vec<&Module>> = BTreeMap::new();
    for module in modules {
        scopes.entry(&module.scope).or_default().push(module);
    }
    let mut files = vec![
        (
            "Cargo.toml".to_owned(),
            MANIFEST.replace("WORKSPACE", &workspace()),
        ),
        ("src/lib.rs".to_owned(), library(scopes.keys())),
        ("src/main.rs".to_owned(), program(scopes.keys())),
        // The usual format, whatever lies above this folder.
        ("rustfmt.toml".to_owned(), String::new()),
    ];
    let mut declarations = Vec::new();
    for (scope, modules) in &scopes {
        files.push((format!("src/{scope}.rs"), checks(modules)));
        for module in modules {
            let path = format!("src/{scope}/{}.rs", module.name);
            declarations.push(path.clone());
            files.push((path, render::file(std::slice::from_ref(&module.declaration))));
        }
    }
    project::write(
        &folder,
        files.iter().map(|(path, text)| (path.as_str(), text.clone())),
    );
    formatted(&folder, &declarations);
    let mut run = project::cargo(&folder);
    run.args(["run", "--offline", "--quiet", "--target-dir", "target"]);
    // What is deprecated would be an error with `-D warnings`.
    run.env_remove("RUSTFLAGS");
    let output = project::run(&mut run);
    no_warnings(&String::from_utf8(output.stderr).unwrap());
    let lines = String::from_utf8(output.stdout).unwrap();
    let said = lines.lines().filter_map(|line| line.split_once('\t'));
    Said(said.map(|(key, why)| (key.to_owned(), why.to_owned())).collect())
}

/// The compiler has nothing to say of what the tool prints, but that something is deprecated.
fn no_warnings(words: &str) {
    let is_expected = |warning: &&str| {
        let first = warning.lines().next().unwrap_or_default();
        first.contains("is deprecated by Bitrix24") || first.contains(" generated ")
    };
    let warnings = words
        .split("\n\n")
        .filter(|warning| warning.starts_with("warning"));
    let unexpected: Vec<&str> = warnings.filter(|warning| !is_expected(warning)).collect();
    assert!(unexpected.is_empty(), "{}", unexpected.join("\n\n"));
}

fn workspace() -> String {
    let folder = project::workspace().canonicalize().unwrap();
    folder.display().to_string()
}

const MANIFEST: &str = r#"[package]
name = "documented"
edition = "2024"
publish = false

[dependencies]
b24 = { path = "WORKSPACE/runtime" }
serde_json = { version = "1", default-features = false, features = ["std"] }

[profile.dev]
debug = false
incremental = false

[workspace]
"#;

const LIBRARY: &str = r#"/// Says whether a method is sent as `body`, once it was found valid.
pub fn check<M: b24::Method>(key: &str, method: M, body: &str) {
    let shown = serde_json::from_str(body).unwrap();
    match (method.validate(), serde_json::to_value(&method)) {
        (Err(invalid), _) => println!("{key}\t{invalid}"),
        (_, Err(error)) => println!("{key}\t{error}"),
        (_, Ok(sent)) if !same(&sent, &shown) => println!("{key}\tis sent as {sent}"),
        _ => println!("{key}\t"),
    }
}

/// Whether both are the same JSON: `1.0` and `1` are one number.
fn same(one: &serde_json::Value, other: &serde_json::Value) -> bool {
    use serde_json::Value::{Array, Number, Object};
    match (one, other) {
        (Number(one), Number(other)) => one == other || one.as_f64() == other.as_f64(),
        (Array(one), Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Object(one), Object(other)) => {
            let member = |(key, value)| other.get(key).is_some_and(|other| same(value, other));
            one.len() == other.len() && one.iter().all(member)
        }
        (one, other) => one == other,
    }
}

"#;

fn library<'a>(scopes: impl Iterator<Item = &'a &'a str>) -> String {
    scopes.fold(LIBRARY.to_owned(), |mut text, scope| {
        let _ = writeln!(text, "pub mod {scope};");
        text
    })
}

fn program<'a>(scopes: impl Iterator<Item = &'a &'a str>) -> String {
    let mut text = "fn main() {\n".to_owned();
    for scope in scopes {
        let _ = writeln!(text, "    documented::{scope}::check();");
    }
    text + "}\n"
}

/// The modules of a scope, and a function for each body.
fn checks(modules: &[&Module]) -> String {
    let (mut text, mut calls, mut functions) = (String::new(), String::new(), String::new());
    for module in modules {
        let _ = writeln!(text, "pub mod {};", module.name);
        for (nth, check) in module.checks.iter().enumerate() {
            let Ok(built) = &check.built.expression else {
                continue;
            };
            let name = format!("{}_{nth}", module.name);
            let _ = writeln!(calls, "    {name}();");
            let _ = writeln!(
                functions,
                "\n#[allow(unused_imports)]\nfn {name}() {{\n    use {}::*;\n    use std::collections::BTreeMap;\n    crate::check({:?}, {built}, {:?});\n}}",
                module.name,
                check.key,
                check.built.body.to_string()
            );
        }
    }
    format!("{text}\npub fn check() {{\n{calls}}}\n{functions}")
}

/// What the tool prints is formatted as it is.
fn formatted(folder: &Path, declarations: &[String]) {
    let mut rustfmt = Command::new("rustfmt");
    rustfmt
        .current_dir(folder)
        .args(["--check", "--color", "never", "--edition", "2024"]);
    let output = rustfmt.args(declarations).output().unwrap();
    let words = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success(),
        "the tool prints what rustfmt would change:\n{words}"
    );
}
