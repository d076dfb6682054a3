//! The method that was meant by a name that nobody documents.

use super::closest;

/// The words that others use, and the ones of Bitrix24.
const SYNONYMS: [(&str, &str); 20] = [
    ("create", "add"),
    ("insert", "add"),
    ("new", "add"),
    ("post", "add"),
    ("edit", "update"),
    ("modify", "update"),
    ("change", "update"),
    ("set", "update"),
    ("patch", "update"),
    ("put", "update"),
    ("remove", "delete"),
    ("destroy", "delete"),
    ("del", "delete"),
    ("find", "list"),
    ("search", "list"),
    ("all", "list"),
    ("getall", "list"),
    ("getlist", "list"),
    ("read", "get"),
    ("fetch", "get"),
];

/// The documented name that is closest by letters; otherwise the one that says the same in other words,
/// as `crm.deal.add` says `crm.deals.create`.
pub(crate) fn method<'a>(typed: &str, known: &[&'a str]) -> Option<&'a str> {
    let wanted = words(typed);
    let same_words = || known.iter().copied().find(|name| words(name) == wanted);
    let swapped = || {
        let mut sorted = wanted.clone();
        sorted.sort_unstable();
        known.iter().copied().find(|name| {
            let mut words = words(name);
            words.sort_unstable();
            words == sorted
        })
    };
    closest(typed, known.iter().copied())
        .filter(|name| is_one_slip(typed, name))
        .or_else(same_words)
        .or_else(swapped)
        .or_else(|| closest(typed, known.iter().copied()))
}

/// Whether one edit makes the one of the other: then it is that, whatever the words say.
fn is_one_slip(typed: &str, name: &str) -> bool {
    strsim::damerau_levenshtein(&typed.to_lowercase(), &name.to_lowercase()) <= 1
}

/// What a name says: its words in small letters, singular, and as Bitrix24 has them.
fn words(name: &str) -> Vec<String> {
    name.split(['.', '_', '-'])
        .map(|word| {
            let word = word.to_ascii_lowercase();
            let singular = word
                .strip_suffix('s')
                .filter(|word| word.len() > 2)
                .unwrap_or(&word);
            let synonym = SYNONYMS.iter().find(|(other, _)| *other == singular);
            synonym.map_or(singular, |(_, own)| own).to_owned()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::method;

    const KNOWN: [&str; 8] = [
        "crm.deal.add",
        "crm.deal.list",
        "crm.deal.update",
        "crm.deal.delete",
        "crm.lead.add",
        "tasks.task.add",
        "tasks.task.get",
        "user.get",
    ];

    #[test]
    fn slips_and_inventions_find_their_method() {
        for (typed, name) in [
            ("crm.deal.ad", "crm.deal.add"),
            ("crm.dael.list", "crm.deal.list"),
            ("crm.deals.create", "crm.deal.add"),
            ("crm.deal.remove", "crm.deal.delete"),
            ("crm.deal.getList", "crm.deal.list"),
            ("crm.add.deal", "crm.deal.add"),
            ("task.tasks.create", "tasks.task.add"),
            ("users.get", "user.get"),
        ] {
            assert_eq!(method(typed, &KNOWN), Some(name), "{typed}");
        }
    }

    #[test]
    fn what_has_nothing_to_do_with_them_finds_none() {
        for typed in ["", "x", "warehouse.shelf.count"] {
            assert_eq!(method(typed, &KNOWN), None, "{typed}");
        }
    }
}
