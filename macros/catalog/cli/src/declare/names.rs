//! Names of types and fields.

use std::collections::BTreeSet;

use super::words::{pascal, snake, words};

/// The name of a method's struct: the method's name without its first part and without versions, as
/// far as two parts are left.
///
/// ```
/// use b24_cli::declare::short_name;
///
/// assert_eq!(short_name("imbot.chat.add"), "ChatAdd");
/// assert_eq!(short_name("imbot.v2.Chat.Message.send"), "ChatMessageSend");
/// assert_eq!(short_name("tasks.api.scrum.epic.add"), "ScrumEpicAdd");
/// assert_eq!(short_name("user.get"), "UserGet");
/// ```
#[must_use]
pub fn short_name(method: &str) -> String {
    let parts: Vec<&str> = method.split('.').filter(|part| !is_version(part)).collect();
    let rest = parts.get(1..).unwrap_or_default();
    type_name(if rest.len() < 2 { &parts } else { rest })
}

/// The name of a method's struct that no other method has: all parts of the method's name.
///
/// ```
/// use b24_cli::declare::full_name;
///
/// assert_eq!(full_name("imbot.v2.Chat.add"), "ImbotV2ChatAdd");
/// ```
#[must_use]
pub fn full_name(method: &str) -> String {
    type_name(&method.split('.').collect::<Vec<_>>())
}

/// `v2`, or the part that says no more than that it is an interface.
fn is_version(part: &str) -> bool {
    let digits = part.strip_prefix('v').unwrap_or_default();
    part == "api" || !digits.is_empty() && digits.bytes().all(|letter| letter.is_ascii_digit())
}

fn type_name(parts: &[&str]) -> String {
    pascal(&parts.iter().flat_map(|part| words(part)).collect::<Vec<_>>())
}

/// The names of types that are given already.
#[derive(Debug, Default)]
pub(super) struct Names {
    taken: BTreeSet<String>,
}

impl Names {
    /// Names which the declaration itself makes.
    pub(super) fn take(&mut self, name: String) {
        self.taken.insert(name);
    }

    /// A name for the type of what `path` leads to, in what is called `owner`: the last name alone where
    /// that is free, then more and more of the path.
    pub(super) fn of_path(&mut self, owner: &str, path: &[&str]) -> String {
        let parts: Vec<String> = path.iter().map(|part| pascal(&words(part))).collect();
        let longer = (0..parts.len())
            .rev()
            .map(|start| format!("{owner}{}", parts[start..].concat()));
        let numbered = (2..).map(|number| format!("{owner}{}{number}", parts.concat()));
        self.first_free(longer.chain(numbered))
    }

    /// A name for a type that is not of one parameter alone.
    pub(super) fn of_kind(&mut self, owner: &str, kind: &str) -> String {
        let plain = std::iter::once(format!("{owner}{kind}"));
        self.first_free(plain.chain((2..).map(|number| format!("{owner}{kind}{number}"))))
    }

    fn first_free(&mut self, mut names: impl Iterator<Item = String>) -> String {
        let free = names.find(|name| !self.taken.contains(name)).unwrap_or_default();
        self.taken.insert(free.clone());
        free
    }
}

/// Names that a struct's fields cannot have: those of generated methods, and words that no `r#` makes
/// a name.
const RESERVED: &[&str] = &["new", "validate", "call", "self", "super", "crate"];

/// The name of a field for a parameter, which no field in `taken` has.
pub(super) fn field_name(parameter: &str, taken: &[String]) -> String {
    let mut name = snake(&words(parameter));
    if RESERVED.contains(&name.as_str()) {
        name.push_str("_value");
    }
    if !taken.contains(&name) {
        return name;
    }
    let mut numbered = (2..).map(|number| format!("{name}_{number}"));
    numbered.find(|name| !taken.contains(name)).unwrap_or(name)
}

/// The name of a map for keys such as `UF_CRM_*`.
pub(super) fn further_name(pattern: &str, taken: &[String]) -> String {
    let words = words(pattern);
    let name = match words.first().map(String::as_str) {
        None => "others".to_owned(),
        Some("uf") => "custom".to_owned(),
        Some(_) => plural(snake(&words)),
    };
    if taken.contains(&name) {
        field_name(pattern, taken)
    } else {
        name
    }
}

fn plural(mut name: String) -> String {
    if let Some(stem) = name.strip_suffix('y') {
        return format!("{stem}ies");
    }
    if !name.ends_with('s') {
        name.push('s');
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_has_a_short_name_where_it_can() {
        let mut names = Names::default();
        let mut name = |path: &[&str]| names.of_path("ContactAdd", path);
        assert_eq!(name(&["fields"]), "ContactAddFields");
        assert_eq!(name(&["fields", "PHONE"]), "ContactAddPhone");
        assert_eq!(name(&["params", "PHONE"]), "ContactAddParamsPhone");
        assert_eq!(name(&["PHONE"]), "ContactAddPhone2");
    }

    #[test]
    fn no_field_is_called_as_a_method_or_another_field() {
        assert_eq!(field_name("CALL", &[]), "call_value");
        assert_eq!(field_name("type", &[]), "type");
        assert_eq!(field_name("SORT", &["sort".to_owned()]), "sort_2");
    }

    #[test]
    fn further_keys_are_called_after_what_is_known_of_them() {
        for (pattern, name) in [
            ("UF_CRM_*", "custom"),
            ("ufCrm*", "custom"),
            ("PARENT_ID_*", "parent_ids"),
            ("property*", "properties"),
            ("*", "others"),
        ] {
            assert_eq!(further_name(pattern, &[]), name);
        }
        assert_eq!(further_name("UF_*", &["custom".to_owned()]), "uf");
    }
}
