//! The documentation of what is generated: facts of the declaration.

use std::fmt::Write as _;

use crate::model::{Field, Method, Parameter, Role, Start, Structure};

/// The method and its parameters, on the `impl` block.
pub(super) fn method(method: &Method) -> String {
    format!("The method `{}`.\n{}", method.name, table(&method.structure))
}

/// The members of an object, on the `impl` block.
pub(super) fn object(object: &Structure) -> String {
    format!("An object of a method.\n{}", table(object))
}

fn table(structure: &Structure) -> String {
    let mut table = String::new();
    if structure.parameters().next().is_some() {
        // Writing into a string cannot fail.
        let _ = writeln!(table, "\n| {} | field | |\n|---|---|---|", structure.noun);
    }
    for (field, parameter) in structure.parameters() {
        let facts = facts(parameter);
        let _ = writeln!(
            table,
            "| `{}` | `{}` | {facts} |",
            parameter.wire.value, field.ident
        );
    }
    table
}

pub(super) fn new(structure: &Structure) -> String {
    let required: Vec<String> = structure
        .required()
        .map(|field| format!("`{}`", field.ident))
        .collect();
    if required.is_empty() {
        "Begins with nothing given yet.".to_owned()
    } else {
        format!("Begins with what is required: {}.", required.join(", "))
    }
}

pub(super) fn call(method: &Method) -> String {
    format!(
        "Checks the parameters and calls `{}`.\n\n# Errors\nWhat is wrong with a parameter before anything is sent; \
         otherwise what the portal or the way to it answered.",
        method.name
    )
}

pub(super) fn setter(field: &Field, noun: &str) -> String {
    match &field.role {
        Role::Skipped => format!("Sets `{}`, which is not a {noun}.", field.ident),
        Role::Flattened { .. } => format!("Sets the further {noun}s."),
        Role::Parameter(parameter) => format!("Sets the {noun} `{}`.", parameter.wire.value),
    }
}

fn facts(parameter: &Parameter) -> String {
    let rules = &parameter.rules;
    let mut facts = Vec::new();
    if matches!(parameter.start, Start::Required) {
        facts.push("required".to_owned());
    }
    if let Some(kind) = &parameter.kind {
        facts.push(format!("`{}`", kind.to_string().replace('|', " | ")));
    }
    if let Some(allowed) = &rules.allowed {
        let values: Vec<String> = allowed
            .iter()
            .map(|allowed| format!("`{}`", allowed.value))
            .collect();
        facts.push(values.join(", "));
    }
    if let Some(range) = rules.range {
        facts.push(format!("`{range}`"));
    }
    for (count, of) in [(rules.length, "characters"), (rules.items, "items")] {
        if let Some(count) = count {
            facts.push(format!("{count} {of}"));
        }
    }
    if let Start::Default(default) = &parameter.start
        && !rules.secret
    {
        facts.push(format!("begins with `{default}`"));
    }
    if rules.secret {
        facts.push("secret".to_owned());
    }
    facts.join("; ").replace('|', "\\|")
}
