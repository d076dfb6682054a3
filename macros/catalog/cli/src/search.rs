//! Methods by a part of their names.

use b24_catalog::{Entry, names};

/// All methods whose names have all of `parts`, whatever the case of letters and underscores; `None` of
/// the parts means all methods.
///
/// ```
/// use b24_cli::search::search;
///
/// let found: Vec<&str> = search(&["chat", "send typing"]).map(|entry| entry.name).collect();
/// assert_eq!(found, ["imbot.chat.sendTyping"]);
/// ```
pub fn search<T: AsRef<str>>(parts: &[T]) -> impl Iterator<Item = Entry> {
    let parts: Vec<String> = parts.iter().map(|part| bare(part.as_ref())).collect();
    names().filter(move |entry| {
        let name = bare(entry.name);
        parts.iter().all(|part| name.contains(part))
    })
}

/// Names close to one that no method has, the closest first.
///
/// ```
/// use b24_cli::search::similar;
///
/// assert_eq!(similar("imbot.chat.ad")[0], "imbot.chat.add");
/// assert_eq!(similar("chat.add")[0], "im.chat.add");
/// assert!(similar("weather").is_empty());
/// ```
#[must_use]
pub fn similar(name: &str) -> Vec<&'static str> {
    let typed = bare(name);
    let tolerance = (typed.len() / 4).clamp(1, 4);
    let mut close: Vec<(usize, &str)> = names()
        .filter_map(|entry| {
            let known = bare(entry.name);
            let distance = strsim::damerau_levenshtein(&typed, &known);
            if distance <= tolerance {
                return Some((distance, entry.name));
            }
            // A name without its beginning, or with one that it has not.
            let ends = known.ends_with(&format!(".{typed}")) || typed.ends_with(&format!(".{known}"));
            ends.then_some((tolerance + distance, entry.name))
        })
        .collect();
    close.sort_unstable();
    close.dedup();
    let best = close.first().map_or(0, |(distance, _)| *distance);
    let close = close.into_iter().filter(|(distance, _)| *distance <= best + 1);
    close.map(|(_, name)| name).take(3).collect()
}

/// A name without what is easily mistyped.
fn bare(name: &str) -> String {
    let letters = name.chars().filter(|letter| !matches!(letter, '_' | ' ' | '-'));
    letters.map(|letter| letter.to_ascii_lowercase()).collect()
}
