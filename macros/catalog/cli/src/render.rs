//! A declaration as Rust, formatted as rustfmt would.

use std::fmt::Write;

use b24_catalog::Api;

use crate::declare::{Choice, Declaration, Field, Item, Parameter, Role, StandsFor, Struct, Type, Values};

/// The longest line.
const LINE: usize = 100;

/// The most that stands within the parentheses of an attribute on one line.
const WIDTH: usize = 70;

/// Declarations as one file, with what they import.
///
/// ```
/// use b24_catalog::{Api, find};
/// use b24_cli::declare::{Declaration, Options};
/// use b24_cli::render;
///
/// let method = find("im.chat.leave", Api::V2).expect("a documented method");
/// let text = render::file(&[Declaration::of(&method, &Options::default())]);
/// assert!(text.starts_with("use b24::b24_method;\n"));
/// assert!(text.contains("pub struct ChatLeave {\n    #[b24(required)]\n    pub chat_id: u64,\n}\n"));
/// ```
#[must_use]
pub fn file(declarations: &[Declaration]) -> String {
    let items: Vec<String> = declarations.iter().map(declaration).collect();
    let items = items.join("\n");
    format!("{}\n{items}", imports(&items))
}

/// What the items need.
fn imports(items: &str) -> String {
    let mut imports = String::new();
    if items.contains("BTreeMap<") {
        imports.push_str("use std::collections::BTreeMap;\n\n");
    }
    let macros = ["b24_enum", "b24_method", "b24_object"];
    let used: Vec<&str> = macros
        .into_iter()
        .filter(|name| items.contains(&format!("#[{name}")))
        .collect();
    let _ = match used[..] {
        [one] => writeln!(imports, "use b24::{one};"),
        _ => writeln!(imports, "use b24::{{{}}};", used.join(", ")),
    };
    imports
}

/// The items of one declaration.
#[must_use]
pub fn declaration(declaration: &Declaration) -> String {
    let mut text = structure(&declaration.method);
    for item in &declaration.items {
        text.push('\n');
        text.push_str(&match item {
            Item::Object(object) => structure(object),
            Item::Values(values) => enumeration(values),
            Item::Choice(choice) => self::choice(choice),
        });
    }
    text
}

fn structure(declared: &Struct) -> String {
    let mut text = documented(&declared.docs, "");
    text.push_str(&stands_for(&declared.stands_for));
    text.push_str("#[derive(Debug, Clone)]\n");
    if declared.fields.is_empty() {
        let _ = writeln!(text, "pub struct {};", declared.name);
        return text;
    }
    let _ = writeln!(text, "pub struct {} {{", declared.name);
    for field in &declared.fields {
        text.push_str(&self::field(field));
    }
    text.push_str("}\n");
    text
}

fn documented(docs: &[String], indent: &str) -> String {
    docs.iter().fold(String::new(), |mut text, line| {
        let _ = writeln!(text, "{indent}/// {line}");
        text
    })
}

fn stands_for(declared: &StandsFor) -> String {
    let version = |api: &Api| match api {
        Api::V2 => None,
        Api::V3 => Some("api = 3".to_owned()),
    };
    match declared {
        StandsFor::Method {
            name,
            api,
            returns,
            at,
        } => {
            let mut options = vec![format!("{name:?}")];
            options.extend(version(api));
            options.extend(returns.as_ref().map(|ty| format!("returns = {}", self::ty(ty))));
            options.extend(at.as_ref().map(|key| format!("at = {key:?}")));
            attribute("b24_method", &options, "")
        }
        StandsFor::Parameter { method, api, path } => {
            let mut options = vec![format!("{method:?}"), format!("{path:?}")];
            options.push("parameter".to_owned());
            options.extend(version(api));
            attribute("b24_object", &options, "")
        }
    }
}

fn attribute(name: &str, options: &[String], indent: &str) -> String {
    let inside = options.join(", ");
    let line = format!("{indent}#[{name}({inside})]\n");
    // rustfmt leaves alone what has a type in it.
    let fits = inside.len() <= WIDTH || inside.contains("returns = ") && line.len() <= LINE;
    if fits {
        return line;
    }
    let lines = options.join(&format!(",\n{indent}    "));
    format!("{indent}#[{name}(\n{indent}    {lines}\n{indent})]\n")
}

fn field(field: &Field) -> String {
    let mut text = documented(&field.docs, "    ");
    let options = match &field.role {
        Role::Parameter(parameter) => of_parameter(parameter),
        Role::Further(_) => vec!["flatten".to_owned()],
    };
    if !options.is_empty() {
        text.push_str(&attribute("b24", &options, "    "));
    }
    let always = match &field.role {
        Role::Parameter(parameter) => parameter.required,
        Role::Further(_) => true,
    };
    let ty = if always {
        self::ty(&field.ty)
    } else {
        format!("Option<{}>", self::ty(&field.ty))
    };
    let line = format!("    pub {}: {ty},", identifier(&field.name));
    if line.len() <= LINE {
        text.push_str(&line);
    } else {
        let _ = write!(text, "    pub {}:\n        {ty},", identifier(&field.name));
    }
    text.push('\n');
    text
}

fn of_parameter(parameter: &Parameter) -> Vec<String> {
    let mut options = Vec::new();
    if parameter.required {
        options.push("required".to_owned());
    }
    if let Some(group) = &parameter.group {
        options.push(format!("one_of = {group:?}"));
    }
    if parameter.rename {
        options.push(format!("rename = {:?}", parameter.wire));
    }
    if let Some(kind) = parameter.kind.as_ref().filter(|_| parameter.tells_kind) {
        options.push(format!("kind = {kind}"));
    }
    options
}

/// A name as Rust takes it: `r#type` for one that is a word of the language.
#[must_use]
pub fn identifier(name: &str) -> String {
    if KEYWORDS.contains(&name) {
        format!("r#{name}")
    } else {
        name.to_owned()
    }
}

#[rustfmt::skip] // a word is no line
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// A type as Rust spells it.
#[must_use]
pub fn ty(ty: &Type) -> String {
    match ty {
        Type::Signed => "i64".to_owned(),
        Type::Unsigned => "u64".to_owned(),
        Type::Double => "f64".to_owned(),
        Type::Boolean => "bool".to_owned(),
        Type::YesNo => "b24::YesNo".to_owned(),
        Type::Text => "String".to_owned(),
        Type::Date(name) => (*name).to_owned(),
        Type::Id => "b24::Id".to_owned(),
        Type::Base64 => "b24::Base64".to_owned(),
        Type::Filter => "b24::Filter".to_owned(),
        Type::FilterV3 => "b24::FilterV3".to_owned(),
        Type::Order => "b24::Order".to_owned(),
        Type::Select => "b24::Select".to_owned(),
        Type::Item(name) => name.clone(),
        Type::List(item) => format!("Vec<{}>", self::ty(item)),
        Type::Map(value) => format!("BTreeMap<String, {}>", self::ty(value)),
        Type::Untyped => "serde_json::Value".to_owned(),
    }
}

fn enumeration(values: &Values) -> String {
    let style = style(values);
    let mut text = match style {
        Some("SCREAMING_SNAKE_CASE") | None => "#[b24_enum]\n".to_owned(),
        Some(style) => format!("#[b24_enum(rename_all = {style:?})]\n"),
    };
    // What the open variant holds is no `Copy`.
    let derives = if values.open {
        "Debug, Clone, PartialEq, Eq"
    } else {
        "Debug, Clone, Copy, PartialEq, Eq"
    };
    let _ = writeln!(text, "#[derive({derives})]\npub enum {} {{", values.name);
    for (name, value) in &values.variants {
        if style.is_none() && styled("SCREAMING_SNAKE_CASE", name) != *value {
            let _ = writeln!(text, "    #[b24({value:?})]");
        }
        let _ = writeln!(text, "    {name},");
    }
    if values.open {
        text.push_str("    #[b24(other)]\n    Other(String),\n");
    }
    text.push_str("}\n");
    text
}

/// The style that all values follow from their variants by.
fn style(values: &Values) -> Option<&'static str> {
    let styles = [
        "SCREAMING_SNAKE_CASE",
        "snake_case",
        "camelCase",
        "PascalCase",
        "UPPERCASE",
        "lowercase",
    ];
    styles.into_iter().find(|style| {
        let follows = |(name, value): &(String, String)| styled(style, name) == *value;
        values.variants.iter().all(follows)
    })
}

/// The value that follows from a variant: a word begins at each capital letter.
fn styled(style: &str, variant: &str) -> String {
    let mut snake = String::new();
    for letter in variant.chars() {
        if letter.is_ascii_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
    }
    let small_first = |name: &str| {
        let mut letters = name.chars();
        let first = letters.next().map(|first| first.to_ascii_lowercase());
        first.into_iter().chain(letters).collect()
    };
    match style {
        "SCREAMING_SNAKE_CASE" => snake.to_ascii_uppercase(),
        "snake_case" => snake,
        "camelCase" => small_first(variant),
        "UPPERCASE" => variant.to_ascii_uppercase(),
        "lowercase" => variant.to_ascii_lowercase(),
        _ => variant.to_owned(),
    }
}

fn choice(choice: &Choice) -> String {
    let mut text = "#[b24_object(untagged, parameter)]\n#[derive(Debug, Clone)]\n".to_owned();
    let _ = writeln!(text, "pub enum {} {{", choice.name);
    for (name, ty) in &choice.variants {
        let _ = writeln!(text, "    {name}({}),", self::ty(ty));
    }
    text.push_str("}\n");
    text
}
