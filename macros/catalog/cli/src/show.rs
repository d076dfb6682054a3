//! The facts of a method, for a person to read.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use b24_catalog::{
    Api, Aspect, Bounds, Certainty, Effect, ErrorCode, Members, Method, Need, Paging, Parameter, Shape,
};

/// Names of methods and headings.
pub const TITLE: Style = Style::new().bold();
/// Names of parameters and codes.
pub const NAME: Style = AnsiColor::Cyan.on_default();
/// What should not be overlooked.
pub const WARNING: Style = AnsiColor::Yellow.on_default();
/// What may be overlooked.
pub const FAINT: Style = Style::new().dimmed();

/// What is documented of a method, in lines, with the escape codes of a terminal.
///
/// ```
/// use b24_catalog::{Api, find};
/// use b24_cli::show::show;
///
/// let method = find("imbot.chat.get", Api::V2).expect("a documented method");
/// let text = anstream::adapter::strip_str(&show(&method)).to_string();
/// assert!(text.starts_with("imbot.chat.get\n"));
/// assert!(text.contains("ENTITY_TYPE  text  required\n"));
/// ```
#[must_use]
pub fn show(method: &Method) -> String {
    let mut text = format!("{TITLE}{}{TITLE:#}", method.name);
    if method.api == Api::V3 {
        text.push_str(" of REST 3");
    }
    let url = method.url().unwrap_or_default();
    let _ = writeln!(text, "\n{FAINT}{url}{FAINT:#}");
    if let Some(deprecation) = &method.deprecation {
        let _ = writeln!(text, "{WARNING}deprecated{WARNING:#}{}", deprecation.instead());
    }
    let scope = match &method.scopes[..] {
        [] => "none".to_owned(),
        scopes => scopes.join(" or "),
    };
    let _ = writeln!(text, "scope: {scope}");
    let effect = match method.effect {
        Effect::Read => "reads only",
        Effect::Write => "may change something",
    };
    let _ = writeln!(text, "effect: {effect}");
    if let Some(result) = &method.result {
        let _ = writeln!(text, "result: {}", answered(result));
    }
    if let Some(list) = &method.list {
        let _ = writeln!(text, "pages: asked for by {}", paging(&list.paging));
        let lie = list
            .rows
            .as_ref()
            .map_or(String::new(), |key| format!(" under `{key}`"));
        let _ = writeln!(text, "rows: in `result`{lie}");
        if let Some(scan) = &list.scan {
            let _ = writeln!(text, "walked by: `>{}` in `{}`", scan.key, scan.filter);
        }
    }
    parameters(&mut text, method);
    errors(&mut text, &method.errors);
    text
}

fn answered(result: &Shape) -> String {
    let under = result
        .key
        .as_ref()
        .map(|key| format!(" under `{key}`"))
        .unwrap_or_default();
    let doubt = if result.doubtful {
        ", but the page's example is of another kind"
    } else {
        ""
    };
    format!("{}{under}{doubt}", result.kind)
}

fn paging(paging: &Paging) -> String {
    match paging {
        Paging::Start => "`start`".to_owned(),
        Paging::Pagination => "`pagination`".to_owned(),
        Paging::Offset(parameter) => format!("the number of rows before it, `{parameter}`"),
        Paging::Page(parameter) => format!("its number, `{parameter}`"),
        Paging::Cursor(parameter) => format!("what the page before ended with, `{parameter}`"),
    }
}

fn parameters(text: &mut String, method: &Method) {
    let mut rows = Vec::new();
    collect(&mut rows, &method.parameters, 1);
    if rows.is_empty() {
        text.push_str("\nno parameters\n");
        return;
    }
    let order = if method.positional {
        ", told apart by their places"
    } else {
        ""
    };
    let _ = writeln!(text, "\n{TITLE}parameters{TITLE:#}{order}");
    let widest = |of: fn(&Row) -> usize| rows.iter().map(of).max().unwrap_or_default();
    let (names, kinds) = (widest(|row| row.name.len()), widest(|row| row.kind.len()));
    for row in &rows {
        let padding = names - row.name.len();
        let bare = row.name.trim_start();
        let indent = row.name.len() - bare.len();
        let line = format!(
            "{:indent$}{NAME}{bare}{NAME:#}{:padding$}  {:kinds$}  {}",
            "",
            "",
            row.kind,
            row.notes.join(", ")
        );
        let _ = writeln!(text, "{}", line.trim_end());
    }
}

/// A parameter, or a remark on several.
struct Row {
    /// With its indentation.
    name: String,
    kind: String,
    notes: Vec<String>,
}

fn collect(rows: &mut Vec<Row>, members: &Members, depth: usize) {
    let indent = "  ".repeat(depth);
    for parameter in members.list.iter().chain(&members.open) {
        rows.push(Row {
            name: format!("{indent}{}", parameter.name),
            kind: parameter.kind.to_string(),
            notes: notes(parameter),
        });
        if let Some(members) = &parameter.members {
            collect(rows, members, depth + 1);
        }
    }
    let mut remark = |words: String| {
        rows.push(Row {
            name: format!("{indent}{words}"),
            kind: String::new(),
            notes: Vec::new(),
        });
    };
    for group in &members.any_of {
        remark(format!("one of {} is required", group.join(", ")));
    }
    if members.more {
        remark("and further ones".to_owned());
    }
}

fn notes(parameter: &Parameter) -> Vec<String> {
    let mut notes = Vec::new();
    match parameter.need {
        Need::Required => notes.push("required".to_owned()),
        Need::Sometimes => notes.push("required in some cases".to_owned()),
        Need::Optional => {}
    }
    if parameter.deprecated {
        notes.push(format!("{WARNING}deprecated{WARNING:#}"));
    }
    if parameter.secret {
        notes.push("secret".to_owned());
    }
    if let Some(values) = &parameter.values {
        let word = if values.open { "for example" } else { "one of" };
        let values = values.list.iter().map(|value| shown(value));
        notes.push(format!("{word} {}", values.collect::<Vec<_>>().join(" ")));
    }
    let bounds = [
        (parameter.range, ""),
        (parameter.length, " characters"),
        (parameter.items, " items"),
    ];
    notes.extend(bounds.into_iter().filter_map(|(bounds, of)| bounded(bounds, of)));
    notes.extend(
        parameter
            .default
            .as_ref()
            .map(|default| format!("{} if left out", shown(default))),
    );
    if !parameter.spellings.is_empty() {
        notes.push(format!("also spelled {}", parameter.spellings.join(" ")));
    }
    let doubted: Vec<&str> = DOUBTS
        .iter()
        .filter(|(aspect, _)| parameter.certainty(*aspect) == Certainty::Doubtful)
        .map(|(_, word)| *word)
        .collect();
    if !doubted.is_empty() {
        notes.push(format!("{FAINT}doubtful: {}{FAINT:#}", doubted.join(", ")));
    }
    notes
}

const DOUBTS: [(Aspect, &str); 7] = [
    (Aspect::Name, "its name"),
    (Aspect::Kind, "its kind"),
    (Aspect::Need, "whether it is required"),
    (Aspect::Default, "its default"),
    (Aspect::Values, "its values"),
    (Aspect::Bounds, "its bounds"),
    (Aspect::Members, "its members"),
];

fn shown(value: &str) -> String {
    if value.is_empty() || value.contains(' ') {
        format!("{value:?}")
    } else {
        value.to_owned()
    }
}

fn bounded(bounds: Bounds, of: &str) -> Option<String> {
    match (bounds.min, bounds.max) {
        (None, None) => None,
        (Some(min), None) => Some(format!("at least {min}{of}")),
        (None, Some(max)) => Some(format!("at most {max}{of}")),
        (Some(min), Some(max)) => Some(format!("{min} to {max}{of}")),
    }
}

fn errors(text: &mut String, errors: &[ErrorCode]) {
    let codes: Vec<&ErrorCode> = errors.iter().filter(|error| !error.code.is_empty()).collect();
    if codes.is_empty() {
        return;
    }
    let _ = writeln!(text, "\n{TITLE}error codes{TITLE:#}");
    let width = codes
        .iter()
        .map(|error| error.code.len())
        .max()
        .unwrap_or_default();
    for error in codes {
        let padding = width - error.code.len();
        let line = match error.status {
            Some(status) => format!("  {NAME}{}{NAME:#}{:padding$}  HTTP {status}", error.code, ""),
            None => format!("  {NAME}{}{NAME:#}", error.code),
        };
        let _ = writeln!(text, "{line}");
    }
}
