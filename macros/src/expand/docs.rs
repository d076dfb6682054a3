//! The documentation of what is generated: facts of the declaration and of the catalog.

use std::fmt::{Display, Write as _};

use b24_catalog::Api;

use crate::model::{Code, Field, Method, Parameter, Role, Start, Structure};

/// The method and its parameters, on the `impl` block.
pub(super) fn method(method: &Method) -> String {
    let mut text = match method.api {
        Api::V2 => format!("The method `{}`.\n", method.name),
        Api::V3 => format!("The method `{}` of REST 3.\n", method.name),
    };
    if let Some(facts) = &method.facts {
        let mut about = Vec::new();
        if let Some(url) = facts.url() {
            about.push(format!("[Documentation]({url})"));
        }
        if !facts.scopes.is_empty() {
            about.push(format!("scope {}", code(&facts.scopes, " or ")));
        }
        if let Some(deprecation) = &facts.deprecation {
            about.push(format!("deprecated{}", deprecation.instead()));
        }
        // Writing into a string cannot fail.
        if !about.is_empty() {
            let _ = writeln!(text, "\n{}", about.join("; "));
        }
    }
    text.push_str(&table(&method.structure));
    if !method.codes.is_empty() {
        let codes = method.codes.iter().map(|Code { code, .. }| code);
        let _ = writeln!(text, "\nError codes: {}.", code(codes, ", "));
    }
    text
}

/// Each as code.
fn code<T: Display>(texts: impl IntoIterator<Item = T>, between: &str) -> String {
    let texts: Vec<String> = texts
        .into_iter()
        .map(|text| match text.to_string() {
            empty if empty.is_empty() => "an empty text".to_owned(),
            text if text.contains('`') => format!("`` {text} ``"),
            text => format!("`{text}`"),
        })
        .collect();
    texts.join(between)
}

/// The members of an object, on the `impl` block.
pub(super) fn object(object: &Structure) -> String {
    let of = object.stands_for.as_deref().unwrap_or("An object of a method");
    format!("{of}.\n{}", table(object))
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
    let (rules, known) = (&parameter.rules, parameter.facts.as_deref());
    let mut facts = Vec::new();
    if matches!(parameter.start, Start::Required) {
        facts.push("required".to_owned());
    }
    if let Some(kind) = parameter.kind.as_ref().or(known.map(|known| &known.kind)) {
        facts.push(format!("`{}`", kind.to_string().replace('|', " | ")));
    }
    if let Some(allowed) = &rules.allowed {
        facts.push(code(allowed.iter().map(|allowed| &allowed.value), ", "));
    } else if let Some(values) = known.and_then(|known| known.values.as_ref()) {
        let others = if values.open { " and others" } else { "" };
        facts.push(format!("{}{others}", code(&values.list, ", ")));
    }
    let sure = rules.known.as_ref();
    if let Some(range) = rules.range.or(sure.and_then(|known| known.range)) {
        facts.push(format!("`{range}`"));
    }
    for (count, of) in [
        (rules.length.or(sure.and_then(|known| known.length)), "characters"),
        (rules.items.or(sure.and_then(|known| known.items)), "items"),
    ] {
        if let Some(count) = count {
            facts.push(format!("{count} {of}"));
        }
    }
    if let Start::Default(default) = &parameter.start
        && !rules.secret
    {
        facts.push(format!("begins with `{default}`"));
    } else if let Some(default) = known.and_then(|known| known.default.as_ref()) {
        facts.push(format!("{} if left out", code([default], "")));
    }
    if rules.secret {
        facts.push("secret".to_owned());
    }
    if known.is_some_and(|known| known.deprecated) {
        facts.push("deprecated".to_owned());
    }
    facts.join("; ").replace('|', "\\|")
}
