//! Documentation of what is declared: facts only.

use b24_catalog::{Kind, Method, Need, Parameter};

use super::sense;

/// Of a method: its page.
pub(super) fn of_method(method: &Method) -> Vec<String> {
    vec![match method.url() {
        Some(url) => format!("[`{}`]({url})", method.name),
        None => format!("`{}`", method.name),
    }]
}

/// Of an object: where it belongs.
pub(super) fn of_object(method: &Method, path: &[&str]) -> Vec<String> {
    vec![format!("`{}` of `{}`.", path.join("."), method.name)]
}

/// Of a field: what is not told by its type.
/// `told`: the type says which values there are.
pub(super) fn of_parameter(parameter: &Parameter, told: bool) -> Vec<String> {
    let mut docs = Vec::new();
    if holds_file(&parameter.kind) && !sense::is_bare_content(parameter) {
        docs.push("The name of a file, and its content as Base64.".to_owned());
    }
    if parameter.deprecated {
        docs.push("Deprecated.".to_owned());
    }
    if parameter.need == Need::Sometimes {
        docs.push("Required in some cases.".to_owned());
    }
    if let Some(values) = &parameter.values
        && !told
    {
        docs.push(format!("Known values: {}.", code(&values.list)));
    }
    if let Some(default) = &parameter.default {
        docs.push(format!("Default: {}.", code(std::slice::from_ref(default))));
    }
    docs
}

fn holds_file(kind: &Kind) -> bool {
    match kind {
        Kind::List(inner) | Kind::Map(inner) => holds_file(inner),
        kind => *kind == Kind::File,
    }
}

/// Of a map: which keys it is for.
pub(super) fn of_further(open: &Parameter) -> Vec<String> {
    let keys = if open.name == "*" {
        "Under keys of your own.".to_owned()
    } else {
        format!("Keys: {}.", code(std::slice::from_ref(&open.name)))
    };
    vec![keys]
}

/// Of a map of what the page does not list.
pub(super) fn of_more() -> Vec<String> {
    vec!["Further parameters, which the page does not list.".to_owned()]
}

/// `` `A`, `B` ``
fn code(values: &[String]) -> String {
    let quoted = values.iter().map(|value| {
        // A backtick would end the quotation.
        if value.is_empty() || value.contains('`') {
            format!("{value:?}")
        } else {
            format!("`{value}`")
        }
    });
    quoted.collect::<Vec<_>>().join(", ")
}
