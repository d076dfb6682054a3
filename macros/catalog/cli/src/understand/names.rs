//! Names of parameters, as tables write them.

/// A name, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    /// The objects it lies in, from the outermost.
    pub(super) path: Vec<String>,
    /// The name itself; in an open one, `*` stands for what is not known.
    pub(super) own: String,
}

impl Name {
    pub(super) fn is_open(&self) -> bool {
        self.own.contains('*')
    }
}

/// `None` for what is no name at all, such as a title that spans a table. `numbered`: whether an `N` at
/// the end stands for a number.
pub(super) fn name(written: &str, numbered: bool) -> Option<Name> {
    let mut parts: Vec<String> = Vec::new();
    // Within brackets, a dot is a part of a description.
    for part in opened(written, numbered).replace("[]", "").split('.') {
        parts.push(part.trim().to_owned());
    }
    let own = parts.pop()?;
    let is_name = |part: &String| !part.is_empty() && part.chars().all(is_letter);
    (is_name(&own) && parts.iter().all(is_name)).then_some(Name { path: parts, own })
}

fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphanumeric()
        || matches!(
            letter,
            '_' | '-' | '*' | '~' | '=' | '@' | '!' | '%' | '>' | '<' | '/' | '+'
        )
}

/// The name with `*` for what is not known of it.
fn opened(written: &str, numbered: bool) -> String {
    let mut name = bracketed(bracketed(written, '<', '>').as_str(), '{', '}');
    for dots in ["...", "\u{2026}"] {
        name = name.replace(dots, "*");
    }
    if numbered
        && let Some(start) = name.strip_suffix('N')
        && start.ends_with(|letter: char| letter.is_ascii_lowercase())
    {
        name = format!("{start}*");
    }
    // `UF_`: what follows is left out.
    if name.ends_with('_') && is_capitals(&name) {
        name.push('*');
    }
    // `PROPERTY_PropertyId`: the end says what stands there.
    if let Some((start, end)) = name.rsplit_once('_')
        && is_capitals(start)
        && is_camel(end)
    {
        name = format!("{start}_*");
    }
    let bare = name.trim_end_matches('X');
    if name.len() - bare.len() >= 3 && bare.ends_with('_') {
        name = format!("{bare}*");
    }
    while name.contains("**") {
        name = name.replace("**", "*");
    }
    name
}

fn is_capitals(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|letter| letter.is_ascii_uppercase() || letter == '_')
}

fn is_camel(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_uppercase())
        && text.ends_with(|letter: char| letter.is_ascii_lowercase())
}

/// What stands in brackets, as `*`.
fn bracketed(text: &str, open: char, close: char) -> String {
    let mut result = String::new();
    let mut rest = text;
    while let Some((before, inside)) = rest.split_once(open) {
        let Some((_, behind)) = inside.split_once(close) else {
            break;
        };
        result.push_str(before);
        result.push('*');
        rest = behind;
    }
    result + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_paths_and_open_ends() {
        for (written, path, own) in [
            ("TITLE", &[][..], "TITLE"),
            ("fields.CONTACT_ID", &["fields"], "CONTACT_ID"),
            (
                "employees[].departments[].id",
                &["employees", "departments"],
                "id",
            ),
            ("departments[]", &[], "departments"),
            ("UF_CRM_...", &[], "UF_CRM_*"),
            ("UF_CRM_XXX", &[], "UF_CRM_*"),
            ("propertyN", &[], "property*"),
            ("PROPERTY_PropertyId", &[], "PROPERTY_*"),
            ("SIGN", &[], "SIGN"),
            ("<selector of manifest.cards>@<place>", &[], "*@*"),
            ("upload{id}", &[], "upload*"),
            ("UF_*", &[], "UF_*"),
            ("UF_", &[], "UF_*"),
            ("=DELETED", &[], "=DELETED"),
        ] {
            let name = name(written, true).unwrap();
            assert_eq!(
                (
                    name.path.iter().map(String::as_str).collect::<Vec<_>>(),
                    name.own.as_str()
                ),
                (path.to_vec(), own)
            );
        }
    }

    #[test]
    fn sentences_are_no_names() {
        for written in ["Settings of all", "код типа", "", "a..b", "."] {
            assert_eq!(name(written, false), None, "{written}");
        }
        assert!(!name("gpsN", false).unwrap().is_open());
    }
}
