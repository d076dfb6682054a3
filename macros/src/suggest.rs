//! "Did you mean": the known name closest to a mistyped one.

mod method;

pub(crate) use method::method;

/// `; did you mean ...?`, or nothing where no name is close.
pub(crate) fn did_you_mean<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    closest(typed, known).map_or_else(String::new, |name| format!("; did you mean `{name}`?"))
}

/// The known name closest to a mistyped one, if it is close.
pub(crate) fn closest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed = typed.to_lowercase();
    known
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(&typed, &name.to_lowercase()), name))
        .filter(|(distance, name)| *distance <= tolerance(name))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// How many edits still make a typing mistake: one in short names, a third of longer ones.
fn tolerance(name: &str) -> usize {
    (name.chars().count() / 3).clamp(1, 4)
}

#[cfg(test)]
mod tests {
    use super::closest;

    const KNOWN: [&str; 4] = ["required", "range", "rename", "enum"];

    #[test]
    fn typing_mistakes_find_their_name() {
        for (typed, name) in [
            ("requierd", "required"),
            ("Required", "required"),
            ("requires", "required"),
            ("raneg", "range"),
            ("renam", "rename"),
            ("enums", "enum"),
        ] {
            assert_eq!(closest(typed, KNOWN), Some(name), "{typed}");
        }
    }

    #[test]
    fn other_words_find_none() {
        for typed in ["", "x", "optional", "skip_serializing_if", "with"] {
            assert_eq!(closest(typed, KNOWN), None, "{typed}");
        }
    }
}
