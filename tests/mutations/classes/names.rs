//! Names of methods.

use b24_catalog::Method;

use super::{Finding, Mistake};
use crate::catalog::{Catalog, Trust, parts};
use crate::declaration::mark;
use crate::dice::Dice;
use crate::{edit, right};

/// The name with one edit, on a method or on an object.
pub(super) fn edit(method: &Method, dice: &mut Dice, catalog: &Catalog) -> Option<Mistake> {
    let typed = edit::mistake(&method.name, dice, |slip| is_a_name(slip) && !catalog.has(slip))?;
    Some(mistaken(method, &typed, dice))
}

/// What somebody would guess who knows other interfaces.
pub(super) fn invented(method: &Method, dice: &mut Dice, catalog: &Catalog) -> Option<Mistake> {
    let mut inventions = inventions(&method.name, catalog, dice);
    inventions.retain(|name| is_a_name(name) && !catalog.has(name));
    let typed = dice.pick_of(inventions)?;
    Some(mistaken(method, &typed, dice))
}

fn mistaken(method: &Method, typed: &str, dice: &mut Dice) -> Mistake {
    let mut parts = parts(method);
    parts.retain(|part| part.trust == Trust::Sure);
    let right = match dice.pick_of(parts) {
        Some(part) if dice.once_in(3) => right::object(method, &part.path, part.members, dice),
        _ => right::method(method, dice),
    };
    let mut wrong = right.clone();
    wrong.arguments[0] = mark(&format!("{typed:?}"));
    Mistake::of(
        right,
        wrong,
        Finding::new(format!("`{typed}` is not a documented method")).meaning(&method.name),
    )
}

/// Whether it has the form of one; what has not is refused in other words.
fn is_a_name(name: &str) -> bool {
    !name.split('.').any(str::is_empty) && ![".json", ".xml"].iter().any(|end| name.ends_with(end))
}

/// What others call what Bitrix24 calls so.
const VERBS: [(&str, &[&str]); 6] = [
    ("add", &["create", "insert", "new"]),
    ("update", &["edit", "modify", "change"]),
    ("delete", &["remove", "del", "destroy"]),
    ("list", &["getList", "all", "search", "find"]),
    ("get", &["read", "fetch"]),
    ("set", &["put"]),
];

fn inventions(name: &str, catalog: &Catalog, dice: &mut Dice) -> Vec<String> {
    let words: Vec<&str> = name.split('.').collect();
    let last = words.len() - 1;
    if last == 0 {
        return Vec::new();
    }
    let mut made = Vec::new();
    let with = |place: usize, word: &str| {
        let mut words = words.clone();
        words[place] = word;
        words.join(".")
    };
    let verbs = VERBS
        .iter()
        .find(|(verb, _)| words[last].eq_ignore_ascii_case(verb));
    let other = verbs.map(|(_, others)| *dice.pick(others));
    made.extend(other.map(|other| with(last, other)));
    // The noun in plural or singular, with its own verb or another.
    let noun = words[last - 1];
    let plural = match noun.strip_suffix('s') {
        Some(singular) => singular.to_owned(),
        None => format!("{noun}s"),
    };
    made.push(with(last - 1, &plural));
    if let Some(other) = other {
        made.push(format!(
            "{}.{other}",
            with(last - 1, &plural).rsplit_once('.').unwrap().0
        ));
    }
    let mut swapped = words.clone();
    swapped.swap(last - 1, last);
    made.push(swapped.join("."));
    // Of a scope that is not its own, or of none.
    let elsewhere = dice.pick(&catalog.methods);
    made.push(with(0, elsewhere.name.split('.').next().unwrap()));
    if last > 1 {
        made.push(words[1..].join("."));
    }
    made
}
