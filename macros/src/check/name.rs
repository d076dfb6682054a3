//! The method's name.

use crate::errors::Errors;
use crate::model::At;

/// A name that the portal could not know is refused; whether it knows it is another question.
pub(super) fn check(name: &At<String>, errors: &mut Errors) -> bool {
    let problem = problem(&name.value);
    let sound = problem.is_none();
    if let Some(problem) = problem {
        errors.at(name.span, problem);
    }
    sound
}

fn problem(name: &str) -> Option<String> {
    if name.trim().is_empty() {
        return Some(
            "the method's name is empty: write it as the documentation does, `im.chat.add`".to_owned(),
        );
    }
    if name.contains('/') {
        let last = name.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
        let method = last.split(['?', '#']).next().unwrap_or_default();
        let method = method.trim_end_matches(".json").trim_end_matches(".xml");
        let hint = if problem(method).is_none() && method.contains('.') && !name.ends_with('/') {
            format!(": write `{method}`")
        } else {
            ": write the method's name alone, as in `im.chat.add`".to_owned()
        };
        return Some(format!(
            "this is an address, not the name of a method{hint}\nthe portal's address goes into `Client::webhook`"
        ));
    }
    for suffix in [".json", ".xml"] {
        if let Some(method) = name.strip_suffix(suffix) {
            return Some(format!(
                "`{suffix}` is a format, not a part of the method's name: write `{method}`"
            ));
        }
    }
    if name.contains(char::is_whitespace) {
        let joined: String = name.split_whitespace().collect();
        return Some(format!("the method's name has spaces in it: write `{joined}`"));
    }
    let allowed = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '_' | '-');
    if let Some(letter) = name.chars().find(|letter| !allowed(*letter)) {
        return Some(format!(
            "`{}`{} cannot stand in the name of a method: expected Latin letters, digits and dots, as in `im.chat.add`",
            letter.escape_debug(),
            code_point(letter)
        ));
    }
    if name.split('.').any(str::is_empty) {
        return Some(
            "the method's name has nothing before or behind one of its dots: write it as in `im.chat.add`"
                .to_owned(),
        );
    }
    None
}

/// Letters of other alphabets may look like Latin ones.
fn code_point(letter: char) -> String {
    if letter.is_ascii() {
        String::new()
    } else {
        format!(" (U+{:04X})", u32::from(letter))
    }
}
