//! "Did you mean": the known name closest to a mistyped one.

mod method;

use std::cmp::Reverse;

pub(crate) use method::method;

/// `; did you mean ...?`, or nothing where no name is close.
pub(crate) fn did_you_mean<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    closest(typed, known).map_or_else(String::new, |name| format!("; did you mean `{name}`?"))
}

/// The known name closest to a mistyped one, if it is close.
pub(crate) fn closest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = typed.chars().count();
    known
        .into_iter()
        // Each letter too many or too few is one edit at least.
        .filter(|name| name.chars().count().abs_diff(length) <= tolerance(name))
        .map(|name| (distance(typed, name), name))
        .filter(|(distance, name)| *distance <= tolerance(name))
        // First letters are seldom mistyped: `DSC` is `DESC` rather than `ASC`.
        .min_by_key(|(distance, name)| (*distance, Reverse(common(typed, name))))
        .map(|(_, name)| name)
}

/// How many letters are too many, missing, wrong, or swapped with a neighbour; case does not matter.
fn distance(typed: &str, name: &str) -> usize {
    strsim::osa_distance(&typed.to_lowercase(), &name.to_lowercase())
}

/// How many letters they have in common at the beginning.
fn common(typed: &str, name: &str) -> usize {
    let pairs = typed.chars().zip(name.chars());
    pairs
        .take_while(|(one, other)| one.eq_ignore_ascii_case(other))
        .count()
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
    fn of_two_as_close_the_one_that_begins_so_is_meant() {
        assert_eq!(closest("DSC", ["ASC", "DESC"]), Some("DESC"));
        assert_eq!(closest("upin", ["pin", "unpin"]), Some("unpin"));
    }

    #[test]
    fn other_words_find_none() {
        for typed in ["", "x", "optional", "skip_serializing_if", "with"] {
            assert_eq!(closest(typed, KNOWN), None, "{typed}");
        }
    }
}
